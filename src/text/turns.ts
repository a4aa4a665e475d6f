import { INTERVIEW_WORDS, MODERATORS } from "../lexicon/transcripts.ts";
import type { Span } from "./span.ts";

/** What one person says in a printed interview or transcript, without the label before it. */
export interface Turn extends Span {
  /** Who speaks, as the label names them; `null` for the question or answer of an interview without names. */
  readonly label: Span | null;
  readonly kind: "question" | "answer" | "named";
  /** Where its line begins, with the label. */
  readonly line: number;
}

const LABEL =
  /^[*_]{0,3}((?:\p{Lu}[\p{L}\p{N}.’'-]*|Q&A)(?: (?:\p{Lu}[\p{L}.’'-]*|de|der|van|von|bin|of|the)){0,4})(?: \([^)\n]{1,40}\))?[*_]{0,3}[:.][*_]{0,3}\s+(?=[^\s“"‘'«])/u;
const LONGEST_LABEL = 120;
const LONGEST_QUESTION = 320;
const QUESTION_LABEL = /^(?:q|question)$/i;
const ANSWER_LABEL = /^(?:a|answer)$/i;
const BOLD_QUESTION = /^(\*\*|__)(?:(?!\1).)+\?\1$/u;
const PLAIN_QUESTION = /^[^“”"«».!?]{8,300}\?$/u;
const SPEAKS_OF_SELF = /\b(?:I|I['’]\p{L}+|[Ww]e|[Ww]e['’]\p{L}+|my|our|me|us|[Yy]ou)\b/u;
const INTERVIEW = new RegExp(`\\b(?:${INTERVIEW_WORDS.replaceAll(" ", "|")})\\b`, "i");
const CHAIRS = new Set(MODERATORS.split(" "));
const MARKUP = /^[*_]+|[*_]+$/g;

interface Labelled {
  readonly line: Span;
  readonly name: string;
  readonly label: Span;
  readonly start: number;
}

/** The turns of a text that is an interview or a transcript, or has one in it: none for any other. */
export function findTurns(text: string, lines: readonly Span[]): Turn[] {
  const labelled = lines.map((line) => readLabel(text, line));
  const names = new Set(labelled.flatMap((one) => (one !== null && isVoice(text, one, labelled) ? [one.name] : [])));
  const isTurn = (one: Labelled | null): one is Labelled => one !== null && names.has(one.name);
  if (labelled.filter(isTurn).length > 1)
    return goingOn(
      text,
      lines,
      labelled.map((one) => (isTurn(one) ? turnOf(one) : null)),
    );
  return goingOn(text, lines, interview(text, lines));
}

function readLabel(text: string, line: Span): Labelled | null {
  const opening = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL));
  if (!opening.includes(":") && !/^[*_]*[QA]\./.test(opening)) return null;
  const match = LABEL.exec(opening);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const isLetter = QUESTION_LABEL.test(name) || ANSWER_LABEL.test(name);
  if (!match[0].includes(":") && !isLetter) return null;
  const start = line.start + match[0].indexOf(name);
  return { line, name, label: { start, end: start + name.length }, start: line.start + match[0].length };
}

// A letter for question or answer, somebody who chairs, a name of the text, or capitals that come again.
function isVoice(text: string, { name }: Labelled, all: readonly (Labelled | null)[]): boolean {
  if (QUESTION_LABEL.test(name) || ANSWER_LABEL.test(name)) return true;
  const words = name.toLowerCase().split(" ");
  if (words.some((word) => CHAIRS.has(word))) return true;
  const last = name.split(" ").at(-1) ?? "";
  const surname = last.charAt(0) + last.slice(1).toLowerCase();
  const isNamed = new RegExp(
    `\\p{Lu}[\\p{L}.’'-]+ (?:\\p{Ll}+ )?(?:${escaped(last)}|${escaped(surname)})(?![\\p{L}:])`,
    "u",
  ).test(text);
  const again = all.filter((other) => other?.name === name).length > 1;
  return isNamed || (again && (name === name.toUpperCase() || words.length > 1));
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
}

function turnOf({ line, name, label, start }: Labelled): Turn {
  const kind = QUESTION_LABEL.test(name) ? "question" : ANSWER_LABEL.test(name) ? "answer" : "named";
  return { start, end: line.end, kind, label: kind === "named" ? label : null, line: line.start };
}

// Bold questions, or questions that stand alone in a text that says it is an interview; each with an answer.
function interview(text: string, lines: readonly Span[]): (Turn | null)[] {
  const asks = ({ start, end }: Span) => end - start < LONGEST_QUESTION && text.slice(end - 3, end).includes("?");
  if (lines.filter(asks).length < 2) return [];
  const isBold = lines.map((line) => asks(line) && BOLD_QUESTION.test(text.slice(line.start, line.end)));
  const isPlain = lines.map(
    (line, at) => at > 0 && asks(line) && PLAIN_QUESTION.test(text.slice(line.start, line.end)),
  );
  const first = isPlain.indexOf(true);
  const says = first > 0 && INTERVIEW.test(text.slice(0, lines[first]?.start ?? 0));
  const isQuestion =
    isBold.filter(Boolean).length > 1 ? isBold : says && isPlain.filter(Boolean).length > 1 ? isPlain : [];
  return lines.map(({ start, end }, at): Turn | null => {
    if (isQuestion[at]) return { start, end, kind: "question", label: null, line: start };
    return isQuestion[at - 1] ? { start, end, kind: "answer", label: null, line: start } : null;
  });
}

// What somebody says goes on over the lines in which they speak of themselves.
function goingOn(text: string, lines: readonly Span[], turns: readonly (Turn | null)[]): Turn[] {
  const found: Turn[] = [];
  lines.forEach((line, at) => {
    const own = turns[at];
    const before = found.at(-1);
    if (own) found.push(withoutMarkup(text, own));
    else if (before && before.kind !== "question" && before.end === lines[at - 1]?.end && isSpoken(text, line))
      found.push({ ...line, kind: before.kind, label: before.label, line: line.start });
  });
  return found;
}

function isSpoken(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end);
  return !/^[([“"«]/.test(line) && SPEAKS_OF_SELF.test(line) && !/[“”"«»]/.test(line);
}

function withoutMarkup(text: string, turn: Turn): Turn {
  const line = text.slice(turn.start, turn.end);
  const lead = /^[*_]+/.exec(line)?.[0].length ?? 0;
  const inner = line.replace(MARKUP, "");
  return { ...turn, start: turn.start + lead, end: turn.start + lead + inner.length };
}
