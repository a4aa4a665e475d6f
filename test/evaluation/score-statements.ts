import type { Span, Speech } from "../../src/index.ts";
import type { GoldStatement, GoldText } from "./gold-statements.ts";

/** What the engine found in a text: it need not know more of a statement than a reader does. */
export type FoundStatement = GoldStatement;

/** What became of one statement: of one that a reader marked, or of one that only the engine sees. */
export interface StatementVerdict {
  /** The reader's word for it; the engine's where no reader marked it. */
  readonly speech: Speech;
  readonly result: "found" | "missed" | "extra";
  /** Whether it was found with the right speaker. */
  readonly hasSpeaker: boolean;
  /** What is wrong, for the list of misses; `null` where nothing is. */
  readonly miss: string | null;
}

/** How well statements were found. A share is 0 to 1, and `null` where there is nothing to find and nothing was found. */
export interface StatementFigures {
  /** How many a reader marked, and how many the engine finds. */
  readonly marked: number;
  readonly found: number;
  /** F1 of where statements begin and end. */
  readonly spanF1: number | null;
  /** F1 of statements that were found with the right speaker. */
  readonly speakerF1: number | null;
}

/** Two spans that share so many of their words, of all the words of both, are the same statement. */
const SAME_SPAN = 0.5;
/** Where one could be two, it is the one of its own kind: a quotation rather than the clause around it. */
const SAME_SPEECH_BONUS = 0.3;

/** Judges what was found in a text by what a reader marked in it. Each is paired with at most one of the others, the nearest first. */
export function judgeStatements(gold: GoldText, found: readonly FoundStatement[]): StatementVerdict[] {
  const wordsOf = wordCounter(gold.text);
  const pairs = pair(gold.statements, found, wordsOf);
  const taken = new Set(pairs.values());
  const shown = ({ start, end, speaker, speech }: GoldStatement) =>
    `${speech}, ${speaker ?? "nobody"}: ${gold.text.slice(start, end)}`;
  const verdicts = gold.statements.map((marked): StatementVerdict => {
    const { speech } = marked;
    const match = pairs.get(marked);
    if (!match) return { speech, result: "missed", hasSpeaker: false, miss: `${gold.id}  missed ${shown(marked)}` };
    const hasSpeaker = isSameSpeaker(marked.speaker, match.speaker);
    const miss = hasSpeaker ? null : `${gold.id}  spoken by ${match.speaker ?? "nobody"}, not ${shown(marked)}`;
    return { speech, result: "found", hasSpeaker, miss };
  });
  const extra = found.filter((one) => !taken.has(one) && !isIgnored(one, gold.ignored, wordsOf));
  return [
    ...verdicts,
    ...extra.map((one): StatementVerdict => {
      return { speech: one.speech, result: "extra", hasSpeaker: false, miss: `${gold.id}  too many ${shown(one)}` };
    }),
  ];
}

/** Sums up verdicts, of one kind of speech or of both. */
export function statementFiguresOf(verdicts: readonly StatementVerdict[]): StatementFigures {
  const count = (result: StatementVerdict["result"]) => verdicts.filter((one) => one.result === result).length;
  const right = count("found");
  const marked = right + count("missed");
  const found = right + count("extra");
  // F1 is twice the right ones, of all that were marked and all that were found.
  const f1 = (hits: number) => (marked + found === 0 ? null : (2 * hits) / (marked + found));
  return { marked, found, spanF1: f1(right), speakerF1: f1(verdicts.filter(({ hasSpeaker }) => hasSpeaker).length) };
}

type WordsOf = (span: Span) => ReadonlySet<number>;

function pair(
  marked: readonly GoldStatement[],
  found: readonly FoundStatement[],
  wordsOf: WordsOf,
): ReadonlyMap<GoldStatement, FoundStatement> {
  const candidates = marked
    .flatMap((gold) =>
      found.map((one) => {
        const overlap = jaccard(wordsOf(gold), wordsOf(one));
        return { gold, one, overlap, nearness: overlap + (gold.speech === one.speech ? SAME_SPEECH_BONUS : 0) };
      }),
    )
    .filter(({ overlap }) => overlap >= SAME_SPAN)
    .sort((a, b) => b.nearness - a.nearness);
  const pairs = new Map<GoldStatement, FoundStatement>();
  const taken = new Set<FoundStatement>();
  for (const { gold, one } of candidates) {
    if (pairs.has(gold) || taken.has(one)) continue;
    pairs.set(gold, one);
    taken.add(one);
  }
  return pairs;
}

/** Whether readers differ about a span: it is one that may be ignored, or at least half of its words stand in such. */
function isIgnored(one: Span, ignored: readonly Span[], wordsOf: WordsOf): boolean {
  const own = wordsOf(one);
  if (ignored.some((span) => jaccard(wordsOf(span), own) >= SAME_SPAN)) return true;
  const doubtful = new Set(ignored.flatMap((span) => [...wordsOf(span)]));
  return own.size > 0 && shared(own, doubtful) >= own.size / 2;
}

/** Numbers the words of a text; a span has those that it touches, so that a quotation mark more or less is no matter. */
function wordCounter(text: string): WordsOf {
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return (span) =>
    new Set(words.flatMap((word, number) => (word.start < span.end && word.end > span.start ? [number] : [])));
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return [...a].filter((word) => b.has(word)).length;
}

const ARTICLES = "the a an";
const TITLES =
  "mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister chancellor governor mayor senator sen " +
  "rep representative councillor councilman councilwoman judge justice admiral general gen colonel col captain capt corporal " +
  "cpl sergeant sgt lieutenant lt major detective chief inspector superintendent officer pc father fr sister rev reverend " +
  "bishop pope king queen prince princess coach manager secretary ambassador commissioner principal chairman chairwoman " +
  "director ceo executive";
const BEFORE_NAMES = new Set(`${ARTICLES} ${TITLES}`.split(" "));

/** Whether two labels name one speaker: alike but for articles and titles, or one the ending of the other, as a surname is. */
function isSameSpeaker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [short = [], long = []] = [nameIn(a), nameIn(b)].sort((one, other) => one.length - other.length);
  return short.length > 0 && long.slice(-short.length).join(" ") === short.join(" ");
}

/** The words of a label without the articles and titles before a name; one that is nothing else keeps the last of them. */
function nameIn(label: string): readonly string[] {
  const words = label
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/'s$/, "")
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== "");
  const name = words.findIndex((word) => !BEFORE_NAMES.has(word));
  return name < 0 ? words.slice(-1) : words.slice(name);
}
