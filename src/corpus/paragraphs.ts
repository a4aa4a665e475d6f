import { overlapsInOrder } from "../text/overlaps.ts";
import { LIST_ITEM, paragraphSpans, spokenLines } from "../text/paragraphs.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { findTurns, printedQuestions, type Turn } from "../text/turns.ts";
import { isBoilerplate } from "./boilerplate.ts";
import { opensReadingList } from "./page-chrome.ts";

/**
 * `text` may be an answer. `heading` names what follows it. `question` is one that an interview prints: it belongs to the
 * answer below it, and is none. `boilerplate` is what the publisher adds to every page and is never an answer.
 */
export type ParagraphKind = "text" | "heading" | "question" | "boilerplate";

/** A paragraph of a body: where it stands, what it is for, and the heading it stands under. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  readonly heading: Span | null;
  /** For an item of a list, the paragraph that announces the list: "The report makes three points:". */
  readonly intro: Span | null;
}

const SENTENCE_END = /[.!?…:;,]["'”’)\]]*$/;
const MAX_HEADING_WORDS = 14;
/** What stands above many paragraphs is read with each of them: more characters are no heading, and announce no list. */
const MAX_HEADING_LENGTH = 300;
const MAX_INTRO_LENGTH = 1000;
/**
 * More characters than an editor leaves without a blank line. A transcript that has none is read in pieces of about this
 * length, so that what is found in it is found in some surroundings, and no answer waits for all of it.
 */
const LONGEST_PARAGRAPH = 8000;

/** The paragraphs of a body, in order; white space around them belongs to none. */
export function splitParagraphs(body: string): Paragraph[] {
  const turns = findTurns(body, spokenLines(body));
  return classify(body, turns.length > 0 ? splitAtTurns(body, turns) : paragraphSpans(body), turns);
}

const WORDS = /[\p{L}\p{N}]/u;

// Each turn of an interview or a transcript is a paragraph of its own, without the letter for question or answer.
function splitAtTurns(body: string, turns: readonly Turn[]): Span[] {
  const turnsIn = overlapsInOrder(turns);
  return paragraphSpans(body).flatMap((span) => {
    const inside = turnsIn(span);
    const starts = inside.map(({ line }) => line);
    const before = { start: span.start, end: Math.min(span.end, starts[0] ?? span.end) };
    const own = inside.map((turn) => ({ start: turn.kind === "named" ? turn.line : turn.start, end: turn.end }));
    const after = { start: inside.at(-1)?.end ?? span.end, end: span.end };
    // Of a question in bold the closing marks are left over.
    return [before, ...own, after].filter(({ start, end }) => WORDS.test(body.slice(start, end)));
  });
}

function classify(body: string, spans: readonly Span[], turns: readonly Turn[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const turnAt = new Map(turns.map((turn) => [turn.kind === "named" ? turn.line : turn.start, turn]));
  const questions = printedQuestions(body, turns);
  let question: Turn | null = null;
  let heading: Span | null = null;
  let intro: Span | null = null;
  let inReadingList = false;
  spans.forEach((span, at) => {
    const text = body.slice(span.start, span.end);
    const isItem = LIST_ITEM.test(text);
    inReadingList = opensReadingList(text) || (inReadingList && isItem);
    const last = at === spans.length - 1;
    const turn = turnAt.get(span.start);
    const isQuestion = turn !== undefined && questions.has(turn);
    if (isQuestion) question = turn;
    else if (turn === undefined || isSameVoice(body, turn, question)) question = null;
    const kind: ParagraphKind = isQuestion
      ? "question"
      : inReadingList || isBoilerplate(text)
        ? "boilerplate"
        : !last && isHeading(text)
          ? "heading"
          : "text";
    if (kind === "heading") heading = span;
    if (!isItem) intro = kind === "text" && isIntro(text) ? span : null;
    const above = { heading: kind === "text" ? (question ?? heading) : null, intro: isItem ? intro : null };
    for (const piece of piecesOf(text, span)) paragraphs.push({ ...piece, kind, ...above });
  });
  return paragraphs;
}

// What an interviewer remarks answers no question, and what follows it answers the remark.
function isSameVoice(body: string, { label }: Turn, asked: Turn | null): boolean {
  const nameIn = (span: Span) => body.slice(span.start, span.end);
  return label !== null && asked?.label != null && nameIn(label) === nameIn(asked.label);
}

function isHeading(text: string): boolean {
  if (text.length > MAX_HEADING_LENGTH) return false;
  if (/^#{1,6}\s/.test(text)) return true;
  if (LIST_ITEM.test(text) || SENTENCE_END.test(text) || text.includes("\n")) return false;
  return text.split(/\s+/).length <= MAX_HEADING_WORDS && /^[\p{Lu}\p{N}“‘"']/u.test(text);
}

function isIntro(text: string): boolean {
  return text.length <= MAX_INTRO_LENGTH && text.endsWith(":");
}

/** A paragraph without end in runs of whole sentences. */
function piecesOf(text: string, span: Span): readonly Span[] {
  if (text.length <= LONGEST_PARAGRAPH) return [span];
  const pieces: Span[] = [];
  for (const { start, end } of splitSentences(text, span.start)) {
    const open = pieces.at(-1);
    if (open && end - open.start <= LONGEST_PARAGRAPH) pieces[pieces.length - 1] = { start: open.start, end };
    else pieces.push({ start, end });
  }
  return pieces;
}
