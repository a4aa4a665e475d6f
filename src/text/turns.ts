import { HEADLINE_LABELS, INTERVIEW_WORDS, MODERATORS } from "../lexicon/reporting-verbs.ts";
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
  /^(?:\[[\d:.]+\] ?)?[*_]{0,3}((?:\p{Lu}[\p{L}\p{N}.’'-]*|Q&A)(?: (?:\p{Lu}[\p{L}.’'-]*|de|der|van|von|bin|of|the)){0,4})(?: \([^)\n]{1,40}\)|, [^:.\n]{1,40})?[*_]{0,3}[:.][*_]{0,3}\s+(?=[^\s“"‘'«])/u;
const LONGEST_LABEL = 120;
const LONGEST_QUESTION = 320;
const QUESTION_LABEL = /^(?:q|question)$/i;
const ANSWER_LABEL = /^(?:a|answer)$/i;
// In bold or italics, or a heading.
const MARKED_QUESTION = /^(?:([*_]{1,3})(?:(?!\1).)+\?\1|#{1,6} .+\?)$/u;
// Where the questions are marked, so is what the interviewer only remarks.
const MARKED_LINE = /^([*_]{1,3})(?:(?!\1).)+\1$/u;
const PLAIN_QUESTION = /^(?:\d{1,2}[.)] )?[^“”"«»!?]{8,300}\?$/u;
const SPEAKS_OF_SELF = /\b(?:I|I['’]\p{L}+|[Ww]e|[Ww]e['’]\p{L}+|my|our|me|us|[Yy]ou)\b/u;
const SPEAKS_FIRST = /^(?:\P{L}*|.*\P{L})(?:I|I['’]\p{L}+|[Mm]y|[Ww]e|[Ww]e['’]\p{L}+)(?!\p{L})/u;
const INTERVIEW = new RegExp(`\\b(?:${INTERVIEW_WORDS.replaceAll(" ", "|")})\\b`, "i");
const CHAIRS = new Set(MODERATORS.split(" "));
const NO_VOICES = new Set(HEADLINE_LABELS.split(" "));
const MARKUP = /^[*_#]+ ?|[*_]+$/g;

interface Labelled {
  readonly line: Span;
  readonly name: string;
  readonly label: Span;
  readonly start: number;
}

/** The turns of a text that is an interview or a transcript, or has one in it: none for any other. */
export function findTurns(text: string, lines: readonly Span[]): Turn[] {
  const labelled = lines.map((line) => readLabel(text, line));
  const voices = labelled.filter((one) => one !== null && isVoice(text, one, labelled));
  const names = new Set(voices.map((one) => one?.name));
  const areShouted = voices.filter((one) => one !== null && isShouted(one)).length > 1;
  const areAll = takeTurns(labelled, names);
  const isTurn = (one: Labelled | null): one is Labelled =>
    one !== null && (areAll || names.has(one.name) || (areShouted && isShouted(one)));
  if (labelled.filter(isTurn).length < 2) return goingOn(text, lines, interview(text, lines));
  const guests = new Set(labelled.filter(isTurn).map(({ name }) => name.split(" ").at(-1)));
  // Where one alone has a label, whoever asks has none.
  const question = guests.size === 1 ? /\?[*_]*$/ : MARKED_QUESTION;
  const turns = labelled.map((one, at) => (isTurn(one) ? turnOf(one) : questionAt(text, lines[at], question)));
  return goingOn(text, lines, turns);
}

/** The turns that only lead to an answer: what is marked as a question, and what somebody asks who does little else. */
export function printedQuestions(text: string, turns: readonly Turn[]): ReadonlySet<Turn> {
  const byLabel = new Map<string, { readonly asked: Turn[]; count: number }>();
  for (const turn of turns) {
    if (turn.label === null) continue;
    const name = text.slice(turn.label.start, turn.label.end);
    const own = byLabel.get(name) ?? { asked: [], count: 0 };
    byLabel.set(name, own);
    own.count++;
    if (text.slice(turn.start, turn.end).trimEnd().endsWith("?")) own.asked.push(turn);
  }
  const askers = [...byLabel.values()].filter(({ asked, count }) => asked.length > 1 && asked.length > count / 2);
  return new Set([...turns.filter(({ kind }) => kind === "question"), ...askers.flatMap(({ asked }) => asked)]);
}

// Most lines have a label, and some label comes again: a voice's, or in short what another label has in full.
function takeTurns(labelled: readonly (Labelled | null)[], voices: ReadonlySet<string | undefined>): boolean {
  const names = labelled.flatMap((one) => (one === null ? [] : [one.name]));
  const isAgain = names.some((name) => names.some((other) => other.endsWith(` ${name}`)));
  const areVoices = isAgain || (voices.size > 0 && new Set(names).size < names.length);
  return areVoices && names.length > 2 && names.length > labelled.length / 2;
}

function questionAt(text: string, line: Span | undefined, question: RegExp): Turn | null {
  if (line === undefined || line.end - line.start > LONGEST_QUESTION) return null;
  return question.test(text.slice(line.start, line.end)) ? questionIn(line) : null;
}

function questionIn({ start, end }: Span): Turn {
  return { start, end, kind: "question", label: null, line: start };
}

function readLabel(text: string, line: Span): Labelled | null {
  const opening = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL));
  if (!opening.includes(":") && !/^[*_]*[QA]\./.test(opening)) return null;
  const match = LABEL.exec(opening);
  const name = match?.[1];
  if (match === null || name === undefined || NO_VOICES.has(name.split(" ").at(-1)?.toLowerCase() ?? "")) return null;
  const isLetter = QUESTION_LABEL.test(name) || ANSWER_LABEL.test(name);
  if (!match[0].includes(":") && !isLetter) return null;
  const start = line.start + match[0].indexOf(name);
  return { line, name, label: { start, end: start + name.length }, start: line.start + match[0].length };
}

// KOVACS, THE WITNESS: where two who speak are written so, so are all.
function isShouted({ name }: Labelled): boolean {
  return name.length > 1 && name === name.toUpperCase();
}

// A letter for question or answer, somebody who chairs, a name of the text, its initials, or capitals that come again.
function isVoice(text: string, { name }: Labelled, all: readonly (Labelled | null)[]): boolean {
  if (QUESTION_LABEL.test(name) || ANSWER_LABEL.test(name)) return true;
  const words = name.toLowerCase().split(" ");
  if (words.some((word) => CHAIRS.has(word))) return true;
  const last = name.split(" ").at(-1) ?? "";
  const surname = last.charAt(0) + last.slice(1).toLowerCase();
  const isNamed = new RegExp(
    `\\p{Lu}[\\p{L}.’'-]+ (?:\\p{Ll}+ )?(?:${escaped(last)}|${escaped(surname)})(?![\\p{L}:])|(?<!\\p{L})${escaped(name)} \\p{Lu}\\p{Ll}|\\(${escaped(name)}\\)`,
    "u",
  ).test(text);
  const again = all.filter((other) => other?.name === name).length > 1;
  const isMentioned = new RegExp(`(?<!^[*_]*)(?<![\\p{L}])${escaped(name)}(?![\\p{L}:*_]|\\. )`, "mu").test(text);
  return isNamed || (again && (isMentioned || name === name.toUpperCase() || words.length > 1));
}

function escaped(word: string): string {
  return word.replace(/[.()]/g, "\\$&");
}

function turnOf({ line, name, label, start }: Labelled): Turn {
  const kind = QUESTION_LABEL.test(name) ? "question" : ANSWER_LABEL.test(name) ? "answer" : "named";
  return { start, end: line.end, kind, label: kind === "named" ? label : null, line: line.start };
}

// Questions that are marked, or stand alone in a text that says it is an interview or in which the answers say "I".
function interview(text: string, lines: readonly Span[]): (Turn | null)[] {
  const lineOf = ({ start, end }: Span) => text.slice(start, end);
  const asks = (line: Span) => line.end - line.start < LONGEST_QUESTION && lineOf(line).slice(-3).includes("?");
  const isMarked = lines.map((line) => asks(line) && MARKED_QUESTION.test(lineOf(line)));
  const isPlain = lines.map(
    (line, at) => at > 0 && asks(line) && PLAIN_QUESTION.test(lineOf(line)) && !SPEAKS_FIRST.test(lineOf(line)),
  );
  const answers = lines.filter((_, at) => isPlain[at - 1] && !isPlain[at]);
  const intro = text.slice(0, lines[isPlain.indexOf(true)]?.start ?? 0);
  const isInterview = INTERVIEW.test(intro) || answers.every((line) => SPEAKS_FIRST.test(lineOf(line)));
  const areSeveral = (questions: readonly boolean[]) => questions.filter(Boolean).length > 1;
  const isRemark = (line: Span) => line.end - line.start < LONGEST_QUESTION && MARKED_LINE.test(lineOf(line));
  const isQuestion = areSeveral(isMarked)
    ? lines.map((line, at) => isMarked[at] === true || isRemark(line))
    : areSeveral(isPlain) && isInterview
      ? isPlain
      : [];
  return lines.map((line, at): Turn | null => {
    if (isQuestion[at]) return questionIn(line);
    return isQuestion[at - 1] ? { ...line, kind: "answer", label: null, line: line.start } : null;
  });
}

// What somebody says goes on up to the next question, or over the lines in which they speak of themselves.
function goingOn(text: string, lines: readonly Span[], turns: readonly (Turn | null)[]): Turn[] {
  const found: Turn[] = [];
  const isTranscript = turns.filter((turn) => turn?.kind === "named").length > lines.length / 2;
  const last = turns.findLastIndex((turn) => turn?.kind === "question" || (isTranscript && turn?.kind === "named"));
  lines.forEach((line, at) => {
    const own = turns[at];
    const before = found.at(-1);
    if (own) found.push(withoutMarkup(text, own));
    else if (
      before &&
      before.kind !== "question" &&
      before.end === lines[at - 1]?.end &&
      isSpoken(text, line, (before.kind === "answer" || isTranscript) && at < last)
    )
      found.push({ ...line, kind: before.kind, label: before.label, line: line.start });
  });
  return found;
}

function isSpoken(text: string, { start, end }: Span, isWithin: boolean): boolean {
  const line = text.slice(start, end);
  return !/^[([“"«]/.test(line) && (isWithin || (SPEAKS_OF_SELF.test(line) && !/[“”"«»]/.test(line)));
}

function withoutMarkup(text: string, turn: Turn): Turn {
  const line = text.slice(turn.start, turn.end);
  const lead = /^[*_#]+ ?/.exec(line)?.[0].length ?? 0;
  const inner = line.replace(MARKUP, "");
  return { ...turn, start: turn.start + lead, end: turn.start + lead + inner.length };
}
