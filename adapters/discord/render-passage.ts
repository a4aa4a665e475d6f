import { type APIComponentInContainer, ComponentType } from "discord.js";
import {
  type AnswerPart,
  type ArticleSource,
  type ContextParagraph,
  type Disagreement,
  nameOf,
  type Passage,
} from "../../src/index.ts";
import { type Group, leadOf, placeIn } from "../conversation/arrange.ts";
import { citeTogether, describeSource, type SourcePart } from "../conversation/citation.ts";
import { cutAround, cutText } from "../conversation/cut.ts";
import { BUTTONS, DISAGREEMENT_TITLE } from "../conversation/texts.ts";
import { linkToPassage } from "../text-fragment.ts";
import { type BothForms, type Room, renderToFit } from "./fit.ts";
import { blockQuote, emphasise, escapeLine, escapeWithin, link, smallPrint } from "./markup.ts";
import { ACCENT, button, container, textDisplay } from "./message.ts";

/** What a group is shown with: the order by which buttons number passages, and the room there is. */
export interface GroupFrame {
  readonly answerId: string;
  readonly order: readonly Passage[];
  /** What stands above with buttons: Discord takes no button twice in a message. */
  readonly buttonsAbove: readonly Passage[];
  readonly room: Room;
}

/** Tell an answer from a near miss and from none. */
export const SIGNS = { answered: "💬", related: "🔎", none: "🚫" } as const;

/**
 * Passages of one article, each a quotation with a button that shows what stands around it, above the source that they share;
 * or passages that do not agree, as text. The headings of the parts that begin with them stand above.
 */
export function renderGroup(group: Group, frame: GroupFrame): APIComponentInContainer[] {
  const { room } = frame;
  const headings = group.parts.map((part) => textDisplay(headingMarkdown(part, room)));
  switch (group.kind) {
    case "headings":
      return headings;
    case "disagreement":
      return [...headings, textDisplay(disagreementMarkdown(group, room))];
    case "article": {
      const { own, shared } = citeTogether(group.passages);
      return [
        ...headings,
        ...group.passages.flatMap((passage, at) => renderPassage(passage, sourceMarkdown(own[at] ?? [], room), frame)),
        ...(shared.length > 0 ? [textDisplay(sourceMarkdown(shared, room))] : []),
      ];
    }
  }
}

function renderPassage(passage: Passage, source: string, frame: GroupFrame): APIComponentInContainer[] {
  const { answerId, order, buttonsAbove, room } = frame;
  const index = placeIn(order, passage);
  const quoted = quotation(passage, index === 0 ? room.first : room.quotation);
  const cautions = passage.cautions
    .slice(0, room.notes)
    .map((caution) => smallPrint(`⚠️ ${escapeWithin(caution, room.quotation)}`));
  const words = textDisplay([quoted, ...cautions].join("\n"));
  if (placeIn(buttonsAbove, passage) >= 0) return [words, ...(source === "" ? [] : [textDisplay(source)])];
  const accessory = button({ action: "context", answerId, index }, BUTTONS.context);
  const [above, beside] = source === "" ? [[], words] : [[words], textDisplay(source)];
  return [...above, { type: ComponentType.Section, components: [beside], accessory }];
}

function headingMarkdown(part: AnswerPart, room: Room): string {
  const lead = leadOf(part);
  const heading = `**${escapeWithin(part.heading, room.quotation)}**`;
  return lead === null ? heading : `${heading}\n${SIGNS[part.outcome]} ${escapeWithin(lead, room.quotation)}`;
}

function disagreementMarkdown({ about, passages }: Disagreement, room: Room): string {
  const sides = passages
    .slice(0, PASSAGES_OF_DISAGREEMENT)
    .flatMap((passage) => [
      quotation(passage, room.quotation),
      lineMarkdown(citeTogether([passage]).own[0] ?? [], room),
    ]);
  return [`⚖️ **${DISAGREEMENT_TITLE}:** ${escapeWithin(about, room.quotation)}`, ...sides].join("\n");
}

const PASSAGES_OF_DISAGREEMENT = 3;

function quotation({ text, matches }: Passage, longest: number): string {
  return blockQuote(emphasise(cutText(text, longest), matches));
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

/** The paragraphs around a passage, the passage itself in bold. */
export function renderContext(passage: Passage, paragraphs: readonly ContextParagraph[]): BothForms {
  return renderToFit((room) => {
    const texts = paragraphs.map((paragraph) => textDisplay(paragraphMarkdown(paragraph, room.quotation)));
    const source = [textDisplay(articleLine(passage.article, room))];
    return { words: container([source, texts], ACCENT.answered), buttons: [] };
  });
}

/** A paragraph that is too long keeps what stands around the passage. */
function paragraphMarkdown({ text, mark: passage }: ContextParagraph, limit: number): string {
  if (passage === null) return emphasise(cutText(text, limit), []);
  const { shown, mark } = cutAround(text, passage, limit);
  return emphasise(shown, [mark]);
}
