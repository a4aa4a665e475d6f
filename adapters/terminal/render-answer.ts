import type { Answer, AnswerPart, ContextParagraph, Passage, Span } from "../../src/index.ts";
import {
  arrangeAnswer,
  type Group,
  groupByArticle,
  groupPassages,
  leadOf,
  noticesOf,
  placeIn,
  readingOrder,
} from "../conversation/arrange.ts";
import { citeTogether, type SourcePart } from "../conversation/citation.ts";
import { DISAGREEMENT_TITLE } from "../conversation/texts.ts";
import { linkToPassage } from "../text-fragment.ts";
import { printable } from "./printable.ts";
import { paintLine, type TerminalStyle } from "./terminal-style.ts";
import { type Look, type Piece, wrap } from "./wrap.ts";

/** Left of the quotations; their numbers stand in it. */
const MARGIN = "   ";
const BULLET = "•";
const CAUTION = `${MARGIN}!`;

/** The paragraphs around a passage, where they are to be shown with it. */
export type ContextOf = (passage: Passage) => readonly ContextParagraph[] | undefined;

const WITHOUT_CONTEXT: ContextOf = () => undefined;

/** A whole answer as a person reads it in a terminal: passages below one another, numbered from 1. */
export function renderAnswer(answer: Answer, style: TerminalStyle, contextOf = WITHOUT_CONTEXT): string {
  const order = readingOrder(answer);
  const render = (group: Group) => renderGroup(group, { numberOf: (one) => placeIn(order, one) + 1, contextOf, style });
  return joinBlocks([
    // Nobody is to take a near miss for an answer, or to see nothing.
    renderText(leadOf(answer) ?? "", "bold", style),
    noticesOf(answer, answer.notices.length)
      .map((notice) => renderText(notice, "dim", style))
      .join("\n"),
    ...groupByArticle(arrangeAnswer(answer)).map(render),
    renderList("You could also ask:", answer.suggestions, style),
  ]);
}

/** Passages below one another, numbered from `first`. */
export function renderPassages(passages: readonly Passage[], first: number, style: TerminalStyle): string {
  const numberOf = (passage: Passage) => first + placeIn(passages, passage);
  const groups = groupPassages(passages);
  return joinBlocks(groups.map((group) => renderGroup(group, { numberOf, contextOf: WITHOUT_CONTEXT, style })));
}

/** A passage inside the paragraphs around it. */
export function renderContext(
  number: number,
  passage: Passage,
  paragraphs: readonly ContextParagraph[],
  style: TerminalStyle,
): string {
  return renderTogether([passage], { numberOf: () => number, contextOf: () => paragraphs, style });
}

interface GroupFrame {
  readonly numberOf: (passage: Passage) => number;
  readonly contextOf: ContextOf;
  readonly style: TerminalStyle;
}

function renderGroup(group: Group, frame: GroupFrame): string {
  return joinBlocks([...group.parts.map((part) => renderHeading(part, frame.style)), renderBelow(group, frame)]);
}

/** What stands above the passages of one question of several. */
function renderHeading(part: AnswerPart, style: TerminalStyle): string {
  const lead = leadOf(part);
  const heading = renderText(part.heading, "bold", style);
  return lead === null ? heading : `${heading}\n${renderText(lead, "plain", style)}`;
}

function renderBelow(group: Group, frame: GroupFrame): string {
  if (group.kind === "headings") return "";
  if (group.kind === "article") return renderTogether(group.passages, frame);
  return joinBlocks([
    renderText(`${DISAGREEMENT_TITLE}: ${group.about}`, "bold", frame.style),
    ...group.passages.map((passage) => renderTogether([passage], frame)),
  ]);
}

/** Passages of one article above the source that they share. */
function renderTogether(passages: readonly Passage[], { numberOf, contextOf, style }: GroupFrame): string {
  const { own, shared } = citeTogether(passages);
  const addresses = passages.map((passage) => addressOf(passage, style));
  const isOneAddress = shared.length > 0 && new Set(addresses).size === 1;
  const blocks = passages.map((passage, at) => [
    renderWords(passage, numberOf(passage), contextOf(passage), style),
    renderSource(own[at] ?? [], style),
    isOneAddress ? "" : (addresses[at] ?? ""),
    ...passage.cautions.map((caution) =>
      renderIndented(CAUTION, [{ text: printable(caution), look: "warning" }], style),
    ),
  ]);
  const below = [renderSource(shared, style), isOneAddress ? (addresses[0] ?? "") : ""];
  return joinBlocks([...blocks, below].map((lines) => lines.filter((line) => line !== "").join("\n")));
}

function renderWords(
  passage: Passage,
  number: number,
  context: readonly ContextParagraph[] | undefined,
  style: TerminalStyle,
): string {
  if (!context) return renderIndented(String(number), quotationPieces(passage), style);
  const paragraphs = context.map((paragraph, at) =>
    renderIndented(at === 0 ? String(number) : "", contextPieces(paragraph, passage), style),
  );
  return `${joinBlocks(paragraphs)}\n`;
}

/** The passage in its paragraph, marked also where there are no colours. */
function contextPieces({ text, mark }: ContextParagraph, passage: Passage): Piece[] {
  if (mark === null) return [quiet(text)];
  return [
    quiet(text.slice(0, mark.start)),
    { text: "▸ ", look: "bold" },
    ...quotationPieces(passage),
    { text: " ◂", look: "bold" },
    quiet(text.slice(mark.end)),
  ];
}

function quiet(text: string): Piece {
  return { text: printable(text), look: "dim" };
}

/** Who and where, on one line; the part that leads to the sentence is a link where the terminal has such. */
function renderSource(line: readonly SourcePart[], style: TerminalStyle): string {
  const pieces = line
    .filter(({ kind }) => kind !== "place" || style.links)
    .flatMap(({ before, text, link }) => [quiet(before), link === null ? quiet(text) : { ...quiet(text), link }]);
  return pieces.length === 0 ? "" : renderIndented(`${MARGIN}—`, pieces, style);
}

/** The address of an article on a line of its own, where no link can be shown. */
function addressOf({ article: { url }, text }: Passage, style: TerminalStyle): string | null {
  const isShown = url !== null && !style.links && linkToPassage(url, text) !== null;
  return isShown ? paintLine([quiet(MARGIN + new URL(url).href)], style) : null;
}

/** A heading and a list below it; nothing for an empty list. */
export function renderList(heading: string, items: readonly string[], style: TerminalStyle): string {
  if (items.length === 0) return "";
  const lines = items.map((item) => renderIndented(BULLET, [{ text: printable(item), look: "plain" }], style));
  return [renderText(heading, "dim", style), ...lines].join("\n");
}

/** A paragraph over the full width. */
export function renderText(text: string, look: Look, style: TerminalStyle): string {
  const lines = wrap([{ text: printable(text), look }], style.width, style.columnsOf);
  return lines.map((line) => paintLine(line, style)).join("\n");
}

/** A paragraph in the column of the quotations, with `mark` in the margin of its first line. */
export function renderIndented(mark: string, pieces: readonly Piece[], style: TerminalStyle): string {
  const margin = Math.max(MARGIN.length, mark.length + 1);
  const look = mark === CAUTION ? "warning" : "dim";
  return wrap(pieces, style.width - margin, style.columnsOf)
    .map((line, at) => {
      const text = (at === 0 ? mark : "").padEnd(margin);
      return paintLine([{ text, look: at === 0 && mark !== "" ? look : "plain" }, ...line], style);
    })
    .join("\n");
}

/** The parts of a message with a blank line between them; empty ones are left out. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** A text with its matched words in bold. */
export function quotationPieces({
  text,
  matches,
}: {
  readonly text: string;
  readonly matches: readonly Span[];
}): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    pieces.push({ text: printable(text.slice(at, start)), look: "plain" });
    pieces.push({ text: printable(text.slice(start, end)), look: "bold" });
    at = end;
  }
  return [...pieces, { text: printable(text.slice(at)), look: "plain" }];
}
