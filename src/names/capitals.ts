import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenize } from "../text/tokenize.ts";

/** What the use of capital letters tells of the words of some texts. */
export interface Capitals {
  /** Words written with a capital inside a sentence, where the capital means a name. */
  readonly names: ReadonlySet<string>;
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
  const plain = new Set<string>();
  const runs = new Map<string, number>();
  for (const text of texts) {
    for (const { start, end } of splitSentences(text)) {
      const sentence = text.slice(start, end);
      const tokens = tokenize(sentence);
      tokens.forEach((token, at) => {
        if (!token.capital) plain.add(rawOf(sentence, token).toLowerCase());
        else if (at > 0 && !token.stop) names.add(rawOf(sentence, token));
      });
      for (const run of capitalRuns(sentence, tokens)) runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  }
  return { names, plain, runs };
}

function capitalRuns(sentence: string, tokens: readonly Token[]): string[] {
  const runs: string[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    const opensSentence = first === tokens[0] && run.length === 1;
    if (first && last && !opensSentence && run.length <= MAX_WORDS)
      runs.push(withoutOwner(sentence.slice(first.start, last.end)).replace(/\s+/g, " "));
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
  return text.replace(/['’]s?$/, "");
}
