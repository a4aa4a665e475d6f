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

/** Reads some texts once. */
export function readCapitals(texts: readonly string[]): Capitals {
  const names = new Set<string>();
  const counts = new Map<string, number>();
  const plain = new Set<string>();
  const runs = new Map<string, number>();
  const openings: string[] = [];
  const count = (run: string) => runs.set(run, (runs.get(run) ?? 0) + 1);
  for (const text of texts) {
    for (const { start, end } of splitSentences(text)) {
      const sentence = text.slice(start, end);
      const tokens = tokenize(sentence);
      tokens.forEach((token, at) => {
        const raw = rawOf(sentence, token);
        if (!token.capital) plain.add(raw.toLowerCase());
        else counts.set(raw, (counts.get(raw) ?? 0) + 1);
        if (token.capital && at > 0 && !token.stop) names.add(raw);
      });
      for (const { run, opens } of capitalRuns(sentence, tokens)) {
        if (opens) openings.push(run);
        else count(run);
      }
    }
  }
  for (const run of openings) {
    const name = withoutOpener(run, plain);
    if (name !== null) count(name);
  }
  return { names, counts, plain, runs };
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
