import type { Token } from "../text/tokenize.ts";
import type { Name } from "./name-book.ts";
import type { PhraseMatch } from "./phrases.ts";

/** What the articles call people: for each term, the numbers of the names that it stands beside, and how often. */
export type Descriptions = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** "Infrastructure Minister Halina Storrow" and "Ivo Pasterny, the former keeper of the dam," reach so far. */
const BEFORE = 5;
const AFTER = 7;

/** Collects descriptions from the texts of a corpus, one at a time. @param known those to begin with, which stay as they were. */
export function createDescriptions(known: Descriptions = new Map()) {
  const described = new Map(known);
  const own = new Map<string, Map<number, number>>();
  const bearersOf = (term: string) => {
    const bearers = own.get(term) ?? new Map(described.get(term));
    own.set(term, bearers);
    described.set(term, bearers);
    return bearers;
  };
  return {
    described: described as Descriptions,
    /** Counts what another article calls people once more, or takes it back. */
    count(others: Descriptions, sign: 1 | -1): void {
      for (const [term, counted] of others) {
        const bearers = bearersOf(term);
        for (const [id, times] of counted) bearers.set(id, (bearers.get(id) ?? 0) + sign * times);
      }
    },
    read(text: string, tokens: readonly Token[], names: readonly PhraseMatch<Name>[]): void {
      const people = names.filter(({ value }) => value.kind === "person");
      // "Derwick's lawyer, Ambrose Leckridge" is described by whose lawyer he is.
      const others = new Set(people.flatMap(({ to }) => (isOwner(text, tokens[to - 1]) ? [] : [to - 1])));
      for (const { value, from, to } of people) {
        for (const { term, stop } of besides(text, tokens, from, to, others)) {
          if (stop) continue;
          const bearers = bearersOf(term);
          bearers.set(value.id, (bearers.get(value.id) ?? 0) + 1);
        }
      }
    },
  };
}

function isOwner(text: string, token: Token | undefined): boolean {
  return token !== undefined && /['’]s?$/.test(text.slice(token.start, token.end));
}

/**
 * The tokens of the title before a name, and of the apposition behind it.
 * @param others where names of people end: what stands before them describes those.
 */
function besides(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  others: ReadonlySet<number>,
): Token[] {
  const before: Token[] = [];
  for (let at = from - 1; at >= Math.max(0, from - BEFORE); at--) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (
      !token ||
      !next ||
      others.has(at) ||
      (at === from - 1 && token.stop) ||
      /[.;:!?”“"]/.test(text.slice(token.end, next.start))
    )
      break;
    before.push(token);
  }
  const [last, first] = [tokens[to - 1], tokens[to]];
  if (!last || !first || !/^\s*,\s*$/.test(text.slice(last.end, first.start))) return before;
  const after: Token[] = [first];
  for (let at = to + 1; at < Math.min(tokens.length, to + AFTER); at++) {
    const [previous, token] = [tokens[at - 1], tokens[at]];
    if (!previous || !token || /[,.;:!?”“"]/.test(text.slice(previous.end, token.start))) break;
    after.push(token);
  }
  return [...before, ...after];
}

/** The people whom a description fits: those beside whose names all its terms stand, most often first. */
export function describedBy(terms: readonly string[], descriptions: Descriptions): number[] {
  const people = terms.map((term) => descriptions.get(term));
  return [...(people[0]?.keys() ?? [])]
    .map((id) => ({ id, count: Math.min(...people.map((own) => own?.get(id) ?? 0)) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.id - b.id)
    .map(({ id }) => id);
}
