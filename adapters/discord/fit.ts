import { DISCORD_LIMITS } from "./limits.ts";
import type { ComponentMessage } from "./message.ts";

/** How much of an answer a message shows; what concerns text is in characters. */
export interface Room {
  readonly passages: number;
  /** Of one quotation, and of one sentence around the quotations. */
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

/** The best passage is shown as a whole up to this length, however little room there is for the others. */
export const FIRST_QUOTATION = 1_000;

const SMALLEST: Room = {
  passages: 1,
  quotation: 100,
  name: 30,
  address: 0,
  notes: 1,
  disagreements: 0,
  suggestions: 0,
};

/** From the most generous on: quotations are cut before any passage goes; sources and buttons always stay. */
const ROOMS: readonly Room[] = [
  { passages: 5, quotation: 3_000, name: 300, address: 500, notes: 3, disagreements: 3, suggestions: 3 },
  { passages: 5, quotation: 1_200, name: 200, address: 500, notes: 3, disagreements: 3, suggestions: 3 },
  { passages: 5, quotation: 600, name: 120, address: 500, notes: 3, disagreements: 2, suggestions: 3 },
  { passages: 5, quotation: 400, name: 100, address: 300, notes: 2, disagreements: 1, suggestions: 3 },
  { passages: 5, quotation: 250, name: 60, address: 200, notes: 1, disagreements: 1, suggestions: 2 },
  { passages: 5, quotation: 150, name: 40, address: 100, notes: 1, disagreements: 1, suggestions: 0 },
  { passages: 3, quotation: 100, name: 30, address: 100, notes: 1, disagreements: 1, suggestions: 0 },
  SMALLEST,
];

/** What `render` makes of the largest room in which it fits; the smallest is made so that everything does. */
export function renderToFit<Message>(render: (room: Room) => Message, fits: (message: Message) => boolean): Message {
  return render(ROOMS.find((room) => fits(render(room))) ?? SMALLEST);
}

/** How much of Discord's limits for one message is used. */
export interface MessageSize {
  /** Components, those inside others counted too. */
  readonly components: number;
  /** Characters a person reads, those on buttons counted too. */
  readonly characters: number;
  /** UTF-8 bytes of the whole, which is on the safe side of what Discord counts. */
  readonly bytes: number;
}

/** Measures a message the way Discord does, where that is known, and more strictly where it is not. */
export function measureMessage({ components }: ComponentMessage): MessageSize {
  const all = components.flatMap(withInner);
  return {
    components: all.length,
    characters: all.reduce((sum, component) => sum + wordsOf(component).length, 0),
    bytes: Buffer.byteLength(JSON.stringify(components)),
  };
}

/** Whether Discord takes a message of this size. */
export function fits({ components, characters, bytes }: MessageSize): boolean {
  return (
    components <= DISCORD_LIMITS.components &&
    characters <= DISCORD_LIMITS.messageCharacters &&
    bytes <= DISCORD_LIMITS.messageBytes
  );
}

function withInner(component: object): object[] {
  const inner = "components" in component && Array.isArray(component.components) ? component.components : [];
  const accessory = "accessory" in component && isObject(component.accessory) ? [component.accessory] : [];
  return [component, ...[...inner, ...accessory].filter(isObject).flatMap(withInner)];
}

function wordsOf(component: object): string {
  const content = "content" in component && typeof component.content === "string" ? component.content : "";
  const label = "label" in component && typeof component.label === "string" ? component.label : "";
  return content + label;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
