import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenize } from "../text/tokenize.ts";

/** What the use of capital letters tells of the words of some texts. */
export interface Capitals {
  /** Words written with a capital inside a sentence, where the capital means a name. */
  readonly names: ReadonlySet<string>;
  /** How often each word stands with a capital, wherever. */
  readonly counts: ReadonlyMap<string, number>;
  /** Words that stand in lower case somewhere; in lower case. */
  readonly plain: ReadonlySet<string>;
  /** How often each run of capitalized words stands in the texts; a sentence's first word alone tells nothing. */
  readonly runs: ReadonlyMap<string, number>;
}

const MAX_WORDS = 4;
/** What may stand between two words of one name. */
const JOINING = /^(?: |\u00a0| & | of | of the )$/;

/** What one text tells of capital letters, to be put together with what others tell. */
export interface TextCapitals extends Capitals {
  /** Runs that open a sentence, and how often; whether their first word belongs to a name others have to tell. */
  readonly openings: ReadonlyMap<string, number>;
}

/** Reads a text. */
export function readCapitals(text: string): TextCapitals {
  const names = new Set<string>();
  const counts = new Map<string, number>();
  const plain = new Set<string>();
  const runs = new Map<string, number>();
  const openings = new Map<string, number>();
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end);
    const tokens = tokenize(sentence);
    tokens.forEach((token, at) => {
      const raw = rawOf(sentence, token);
      if (!token.capital) plain.add(raw.toLowerCase());
      else count(counts, raw);
      if (token.capital && at > 0 && !token.stop) names.add(raw);
    });
    for (const { run, opens } of capitalRuns(sentence, tokens)) count(opens ? openings : runs, run);
  }
  return { names, counts, plain, runs, openings };
}

/** Puts together what some texts tell, in their order. */
export function createCapitals() {
  const names = new Set<string>();
  const counts = new Map<string, number>();
  const plain = new Set<string>();
  const runs = new Map<string, number>();
  const openings = new Map<string, number>();
  return {
    add(text: TextCapitals): void {
      for (const name of text.names) names.add(name);
      for (const word of text.plain) plain.add(word);
      for (const [word, times] of text.counts) count(counts, word, times);
      for (const [run, times] of text.runs) count(runs, run, times);
      for (const [run, times] of text.openings) count(openings, run, times);
    },
    /** What they tell together. */
    all(): Capitals {
      const all = new Map(runs);
      for (const [run, times] of openings) {
        const name = withoutOpener(run, plain);
        if (name !== null) count(all, name, times);
      }
      return { names, counts, plain, runs: all };
    },
  };
}

/** Counts a key so many times more. */
export function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** A run that opens a sentence without its first word, if only the sentence gives that a capital: "Later Kasira …". */
function withoutOpener(run: string, plain: ReadonlySet<string>): string | null {
  const [first = "", ...rest] = run.split(" ");
  if (rest.length === 0) return null;
  return plain.has(first.toLowerCase()) ? rest.join(" ") : run;
}

interface Run {
  readonly run: string;
  readonly opens: boolean;
}

function capitalRuns(sentence: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length <= MAX_WORDS)
      runs.push({
        run: withoutOwner(sentence.slice(first.start, last.end)).replace(/\s+/g, " "),
        opens: first === tokens[0],
      });
    run = [];
  };
  for (const token of tokens) {
    if (!token.capital || token.stop) {
      if (token.word !== "of" && token.word !== "the") close();
      continue;
    }
    const last = run.at(-1);
    if (last && !JOINING.test(sentence.slice(last.end, token.start))) close();
    run.push(token);
  }
  close();
  return runs;
}

function rawOf(sentence: string, { start, end }: Token): string {
  return withoutOwner(sentence.slice(start, end));
}

function withoutOwner(text: string): string {
  return text.includes("'") || text.includes("’") ? text.replace(/['’]s?$/, "") : text;
}
