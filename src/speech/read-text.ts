import { overlapsInOrder } from "../text/overlaps.ts";
import { spokenLines } from "../text/paragraphs.ts";
import type { Span } from "../text/span.ts";
import { findTurns, type Turn } from "../text/turns.ts";
import { disambiguate } from "./disambiguate.ts";
import { withoutHeadlineCapitals } from "./headlines.ts";
import { isNickname } from "./nicknames.ts";
import { findQuotations, type Quotation } from "./quotation-marks.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A text before its sentences are read. */
export interface ReadText {
  /** Its lines, without those that are turns of an interview or a transcript. */
  readonly paragraphs: readonly Span[];
  readonly turns: readonly Turn[];
  readonly quotations: readonly Quotation[];
  /** All words and signs, also those inside of quotations and turns. */
  readonly tokens: readonly Token[];
}

/** Finds the lines, turns, quotations and words of a text. */
export function readText(text: string): ReadText {
  const lines = spokenLines(text);
  const turns = findTurns(text, lines);
  const turnsIn = overlapsInOrder(turns);
  const paragraphs = turns.length > 0 ? lines.filter((line) => turnsIn(line).length === 0) : lines;
  const found = findQuotations(text, paragraphs);
  const nicknames = found.quotations.filter((quotation) => isNickname(text, quotation));
  const quotations = found.quotations.filter((quotation) => !nicknames.includes(quotation));
  const words = without(nicknames, tokenize(text, found.marks));
  const tokens = disambiguate(text, withoutHeadlineCapitals(lines, words));
  return { paragraphs, turns, quotations, tokens };
}

function without(nicknames: readonly Quotation[], tokens: Token[]): Token[] {
  if (nicknames.length === 0) return tokens;
  const inNickname = overlapsInOrder(nicknames.map(({ outer }) => outer));
  return tokens.filter((token) => inNickname(token).length === 0);
}
