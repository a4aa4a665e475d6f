import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from "discord.js";
import { isRecord } from "../conversation/parse-json.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { type ComponentMessage, componentMessage, type PlainMessage, plainMessage } from "./message.ts";

/** How much of an answer a message shows; what concerns text is in characters. */
export interface Room {
  readonly passages: number;
  /** Of the first quotation. */
  readonly first: number;
  /** Of any other one, and of one sentence around the quotations. */
  readonly quotation: number;
  /** Of one name, title or outlet in a source line. */
  readonly name: number;
  /** The longest address that is linked; what has a longer one is shown without. */
  readonly address: number;
  /** Notices above the quotations, and cautions below each. */
  readonly notes: number;
  readonly disagreements: number;
  readonly suggestions: number;
}

/** Beside components the best passage is shown as a whole up to this length, however little room there is for the others. */
const FIRST_QUOTATION = 1_000;

/** Everything fits into it. */
const SMALLEST = {
  passages: 1,
  quotation: 100,
  name: 30,
  address: 0,
  notes: 1,
  disagreements: 0,
  suggestions: 0,
};

/** From the most generous on: quotations are cut before any passage goes; sources and buttons always stay. */
const ROOMS: readonly Omit<Room, "first">[] = [
  { passages: 5, quotation: 3_000, name: 300, address: 500, notes: 3, disagreements: 3, suggestions: 3 },
  { passages: 5, quotation: 1_200, name: 200, address: 500, notes: 3, disagreements: 3, suggestions: 3 },
  { passages: 5, quotation: 600, name: 120, address: 500, notes: 3, disagreements: 2, suggestions: 3 },
  { passages: 5, quotation: 400, name: 100, address: 300, notes: 2, disagreements: 1, suggestions: 3 },
  { passages: 5, quotation: 250, name: 60, address: 200, notes: 1, disagreements: 1, suggestions: 2 },
  { passages: 5, quotation: 150, name: 40, address: 100, notes: 1, disagreements: 1, suggestions: 0 },
  { passages: 3, quotation: 100, name: 30, address: 100, notes: 1, disagreements: 1, suggestions: 0 },
];

/** A message in two parts, of which the second is of no use without components. */
export interface MessageParts {
  readonly words: readonly APIMessageTopLevelComponent[];
  readonly buttons: readonly APIMessageTopLevelComponent[];
}

/** A message in the forms in which Discord may take it. */
export type BothForms = readonly [ComponentMessage, PlainMessage];

/** What `render` makes of the largest room in which it fits; of the smallest, in which everything does, where it must. */
export function renderToFit(render: (room: Room) => MessageParts): BothForms {
  const withComponents = ({ words, buttons }: MessageParts) => componentMessage([...words, ...buttons]);
  return [
    largest((room) => withComponents(render(room)), fits, FIRST_QUOTATION),
    plainMessage(largest((room) => textOf(render(room).words), isShort, 0)),
  ];
}

function largest<Form>(render: (room: Room) => Form, isWithin: (form: Form) => boolean, first: number): Form {
  const renderIn = (room: (typeof ROOMS)[number]) => render({ ...room, first: Math.max(first, room.quotation) });
  for (const room of ROOMS) {
    const form = renderIn(room);
    if (isWithin(form)) return form;
  }
  return renderIn(SMALLEST);
}

const isShort = (text: string) => text.length <= DISCORD_LIMITS.contentCharacters;

/** Whether Discord takes a message of this size. */
export function fits(message: ComponentMessage): boolean {
  const all = withInner(message.components);
  return (
    all.length <= DISCORD_LIMITS.components &&
    all.reduce((sum, component) => sum + wordsOf(component).length, 0) <= DISCORD_LIMITS.messageCharacters &&
    // On the safe side of what Discord counts.
    Buffer.byteLength(JSON.stringify(message.components)) <= DISCORD_LIMITS.messageBytes
  );
}

/** All components, those inside others too. */
function withInner(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(withInner);
  return isRecord(value) ? [value, ...withInner(value.components), ...withInner(value.accessory)] : [];
}

function wordsOf({ content = "", label = "" }: Readonly<Record<string, unknown>>): string {
  return `${content}${label}`;
}

/** What components say, a line each, with an empty one in the place of a separator. */
function textOf(components: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[]): string {
  const texts = components.map((component) => {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return component.content;
      case ComponentType.Section:
      case ComponentType.Container:
        return textOf(component.components);
      default:
        return "";
    }
  });
  return texts.join("\n");
}
