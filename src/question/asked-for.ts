import type { Descriptions } from "../names/descriptions.ts";
import type { Token } from "../text/tokenize.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import { LIGHT_TERMS } from "./kinds.ts";

/** The noun behind "how many" or "how much", if one follows: "how many people" but not "how much did it cost". */
export function countedNoun(tokens: readonly Token[]): string | null {
  const many = tokens.findIndex(
    (token, at) => (token.word === "many" || token.word === "much") && tokens[at - 1]?.word === "how",
  );
  const noun = many < 0 ? undefined : tokens.slice(many + 1).find(({ word }) => word !== "of" && word !== "the");
  return noun && !noun.stop ? noun.term : null;
}

/**
 * The numbers of the tokens that say what kind of thing is asked for: "TV network" in "which TV network did …", only
 * "deal" in "what minerals deal did …". Their place is taken by the answer, so an article need not have the words.
 */
export function kindNouns(tokens: readonly Token[], { isNoun, isWord }: Thesaurus): ReadonlySet<number> {
  const asking = tokens.findIndex(({ word }) => word === "which" || word === "what");
  if (asking < 0) return new Set();
  let last = asking;
  for (let next = tokens[last + 1]; next && !next.stop; next = tokens[last + 1]) {
    if (!isNoun(next.word) && isWord(next.word)) break;
    last++;
  }
  const first = tokens[asking]?.word === "which" ? asking + 1 : last;
  return new Set(Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((at) => at > asking));
}

const BEING = new Set(["is", "are", "was", "were"]);
const MAX_ROLE_WORDS = 4;

/**
 * The terms of an office whose holder is asked for: "who is the Dutch prime minister". `null` where something else is
 * asked, or where no article describes anybody by any of the words.
 */
export function officeAskedFor(
  tokens: readonly Token[],
  isPersonNamed: boolean,
  descriptions: Descriptions,
  { isNoun, isWord }: Thesaurus,
): readonly string[] | null {
  const who = tokens.findIndex(({ word }) => word === "who" || word === "who's" || word === "whos");
  if (who < 0 || isPersonNamed) return null;
  const rest = tokens.slice(who + 1);
  if (tokens[who]?.word === "who" && !BEING.has(rest[0]?.word ?? "")) return null;
  const words = rest.filter(({ stop, term }) => !stop && !LIGHT_TERMS.has(term));
  const terms = words.map(({ term }) => term);
  const isNamed = words.every(({ word }) => isNoun(word) || !isWord(word));
  const isOffice = isNamed && terms.length > 0 && terms.length <= MAX_ROLE_WORDS && terms.some((term) => descriptions.has(term));
  return isOffice ? terms : null;
}
