import { type APIComponentInContainer, ComponentType } from "discord.js";
import { type AnswerPart, type ArticleSource, nameOf, type Passage } from "../../src/index.ts";
import { type Group, leadOf, placeIn } from "../conversation/arrange.ts";
import { citeTogether, describeSource, type SourcePart } from "../conversation/citation.ts";
import { cutText } from "../conversation/cut.ts";
import { BUTTONS, DISAGREEMENT_TITLE } from "../conversation/texts.ts";
import { linkToPassage } from "../text-fragment.ts";
import { FIRST_QUOTATION, type Room } from "./fit.ts";
import { blockQuote, emphasise, escapeLine, link, smallPrint } from "./markup.ts";
import { button, textDisplay } from "./message.ts";

/** What a group is shown with: the order by which buttons number passages, and the room there is. */
export interface GroupFrame {
  readonly answerId: string;
  readonly order: readonly Passage[];
  readonly room: Room;
}

/** Tell an answer from a near miss and from none. */
export const SIGNS = { answered: "💬", related: "🔎", none: "🚫" } as const;

/**
 * Passages of one article, each a quotation with a button that shows what stands around it, above the source that they share;
 * or passages that do not agree, as text. The headings of the parts that begin with them stand above.
 */
export function renderGroup(group: Group, frame: GroupFrame): APIComponentInContainer[] {
  return [...group.parts.map((part) => textDisplay(headingMarkdown(part, frame.room))), ...renderBelow(group, frame)];
}

function renderBelow(group: Group, frame: GroupFrame): APIComponentInContainer[] {
  if (group.kind === "headings") return [];
  if (group.kind === "disagreement") return [textDisplay(belowMarkdown(group, frame.room))];
  const { own, shared } = citeTogether(group.passages);
  return [
    ...group.passages.flatMap((passage, at) =>
      renderPassage(passage, sourceMarkdown(own[at] ?? [], frame.room), frame),
    ),
    ...(shared.length > 0 ? [textDisplay(sourceMarkdown(shared, frame.room))] : []),
  ];
}

function renderPassage(passage: Passage, source: string, frame: GroupFrame): APIComponentInContainer[] {
  const { answerId, order, room } = frame;
  const index = placeIn(order, passage);
  const longest = index === 0 ? Math.max(FIRST_QUOTATION, room.quotation) : room.quotation;
  const words = textDisplay([quotation(passage, longest), ...cautions(passage, room)].join("\n"));
  const accessory = button({ action: "context", answerId, index }, BUTTONS.context);
  const [above, beside] = source === "" ? [[], words] : [[words], textDisplay(source)];
  return [...above, { type: ComponentType.Section, components: [beside], accessory }];
}

/** A group as markdown without buttons. */
export function groupMarkdown(group: Group, room: Room): string {
  const headings = group.parts.map((part) => headingMarkdown(part, room));
  return [...headings, belowMarkdown(group, room)].filter((part) => part !== "").join("\n\n");
}

function headingMarkdown(part: AnswerPart, room: Room): string {
  const lead = leadOf(part);
  const heading = `**${escapeLine(cutText(part.heading, room.quotation))}**`;
  return lead === null ? heading : `${heading}\n${SIGNS[part.outcome]} ${escapeLine(cutText(lead, room.quotation))}`;
}

function belowMarkdown(group: Group, room: Room): string {
  if (group.kind === "headings") return "";
  if (group.kind === "disagreement") {
    const sides = group.passages
      .slice(0, PASSAGES_OF_DISAGREEMENT)
      .map(
        (passage) =>
          `${quotation(passage, room.quotation)}\n${lineMarkdown(citeTogether([passage]).own[0] ?? [], room)}`,
      );
    return [`⚖️ **${DISAGREEMENT_TITLE}:** ${escapeLine(cutText(group.about, room.quotation))}`, ...sides].join("\n");
  }
  const { own, shared } = citeTogether(group.passages);
  return [
    ...group.passages.map((passage, at) =>
      [quotation(passage, room.quotation), sourceMarkdown(own[at] ?? [], room), ...cautions(passage, room)]
        .filter((part) => part !== "")
        .join("\n"),
    ),
    ...(shared.length > 0 ? [sourceMarkdown(shared, room)] : []),
  ].join("\n");
}

const PASSAGES_OF_DISAGREEMENT = 3;

function quotation({ text, matches }: Passage, longest: number): string {
  return blockQuote(emphasise(cutText(text, longest), matches));
}

function cautions({ cautions }: Passage, room: Room): string[] {
  return cautions
    .slice(0, room.notes)
    .map((caution) => smallPrint(`⚠️ ${escapeLine(cutText(caution, room.quotation))}`));
}

/** The part of a room that a source line takes. */
type SourceRoom = Pick<Room, "name" | "address">;

/** Who says a passage, and in small print where: `outlet, date · title · by author · also in …`. */
function sourceMarkdown(line: readonly SourcePart[], room: SourceRoom): string {
  const [first, ...rest] = line;
  if (first?.kind !== "speaker") return lineMarkdown(line, room);
  return [renderPart(first, room), lineMarkdown(rest, room)].filter((part) => part !== "").join("\n");
}

/** The same on one line. */
function lineMarkdown(line: readonly SourcePart[], room: SourceRoom): string {
  const shown = line.map((part, at) => (at === 0 ? "" : part.before) + renderPart(part, room));
  return shown.length === 0 ? "" : smallPrint(shown.join(""));
}

function renderPart({ kind, text, link: address }: SourcePart, room: SourceRoom): string {
  const shown = linked(text, address, room);
  return kind === "speaker" ? `**${shown}**` : shown;
}

/** An article in a list of sources, or above its paragraphs. */
export function articleLine(article: ArticleSource, room: SourceRoom): string {
  const title = linked(nameOf(article), linkToPassage(article.url, ""), room);
  return `**${title}** · ${escapeLine(cutText(describeSource(article), room.name))}`;
}

function linked(text: string, address: string | null, room: SourceRoom): string {
  const label = cutText(text, room.name);
  return address !== null && address.length <= room.address ? link(label, address) : escapeLine(label);
}
