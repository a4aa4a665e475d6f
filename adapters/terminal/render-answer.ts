import type { Answer, AnswerPart, Disagreement, Passage, Span } from "../../src/index.ts";
import { attributePassage } from "../attribution.ts";
import { leadOf, partsAt } from "../conversation/arrange.ts";
import { DISAGREEMENT_TITLE } from "../conversation/texts.ts";
import { linkToPassage } from "../text-fragment.ts";
import { paintLine, type TerminalStyle } from "./paint.ts";
import { printable } from "./printable.ts";
import { type Look, type Piece, wrap } from "./wrap.ts";

/** Left of the quotations; their numbers stand in it. */
const MARGIN = "   ";
const BULLET = "•";
const CAUTION = `${MARGIN}!`;

/**
 * A whole answer as a person reads it in a terminal.
 * @param passages the passages as they are to be shown, each: numbered from 1, unless the caller has rendered them in
 * another way.
 */
export function renderAnswer(
  answer: Answer,
  style: TerminalStyle,
  passages: readonly string[] = renderEach(answer.passages, 1, style),
): string {
  return joinBlocks([
    renderText(leadOf(answer) ?? "", "bold", style),
    answer.notices.map((notice) => renderText(notice, "dim", style)).join("\n"),
    ...passages.flatMap((passage, at) => [...partsAt(answer, at).map((part) => renderPart(part, style)), passage]),
    ...partsAt(answer, passages.length).map((part) => renderPart(part, style)),
    ...answer.disagreements.map((disagreement) => renderDisagreement(disagreement, style)),
    renderList("You could also ask:", answer.suggestions, style),
  ]);
}

/** Passages below one another, numbered from `first`. */
export function renderPassages(passages: readonly Passage[], first: number, style: TerminalStyle): string {
  return joinBlocks(renderEach(passages, first, style));
}

function renderEach(passages: readonly Passage[], first: number, style: TerminalStyle): readonly string[] {
  return passages.map((passage, at) => renderPassage(String(first + at), passage, style));
}

/** What stands above the passages of one question of several. */
function renderPart(part: AnswerPart, style: TerminalStyle): string {
  const lead = leadOf(part);
  const heading = renderText(part.heading, "bold", style);
  return lead === null ? heading : `${heading}\n${renderText(lead, "plain", style)}`;
}

/** The lines below a quotation: who and where, the address where no link can be shown, and what to beware of. */
export function renderSource(passage: Passage, style: TerminalStyle): string {
  const { url } = passage.article;
  const link = linkToPassage(url, passage.text);
  const quiet = (text: string): Piece => ({ text: printable(text), look: "dim" });
  const parts = attributePassage(passage);
  const linked = parts.find(({ kind }) => kind === "title") ?? parts.find(({ kind }) => kind === "published");
  const line = parts.flatMap((part, at) => [
    ...(at === 0 ? [] : [quiet(" · ")]),
    part === linked && link !== null ? { ...quiet(part.text), link } : quiet(part.text),
  ]);
  const address =
    url === null || link === null || style.links ? [] : [paintLine([quiet(MARGIN + new URL(url).href)], style)];
  const cautions = passage.cautions.map((caution) =>
    renderIndented(CAUTION, [{ text: printable(caution), look: "warning" }], style),
  );
  return [renderIndented(`${MARGIN}—`, line, style), ...address, ...cautions].join("\n");
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

function renderDisagreement({ about, passages }: Disagreement, style: TerminalStyle): string {
  const sides = passages.map((passage) => renderPassage(BULLET, passage, style));
  return joinBlocks([renderText(`${DISAGREEMENT_TITLE}: ${about}`, "bold", style), ...sides]);
}

function renderPassage(mark: string, passage: Passage, style: TerminalStyle): string {
  return [renderIndented(mark, quotationPieces(passage), style), renderSource(passage, style)].join("\n");
}
