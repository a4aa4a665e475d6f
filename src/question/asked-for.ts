import { AUXILIARIES } from "../lexicon/asking.ts";
import type { Descriptions } from "../names/descriptions.ts";
import type { Token } from "../text/tokenize.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import { casualtyTerms } from "./casualties.ts";
import { LIGHT_TERMS, type Need } from "./kinds.ts";

/** The last of the nouns behind "how many" or "how much": "how many slot pairs", but none in "how many died" or "how many dead". */
export function countedNoun(tokens: readonly Token[], thesaurus: Thesaurus): string | null {
  const many = tokens.findIndex(
    (token, at) => (token.word === "many" || token.word === "much") && tokens[at - 1]?.word === "how",
  );
  if (many < 0) return null;
  const rest = tokens.slice(many + 1);
  const start = rest.findIndex(({ word }) => word !== "of" && word !== "the");
  const noun = start < 0 ? undefined : nounsAt(rest.slice(start), thesaurus).at(-1)?.term;
  return noun === undefined || casualtyTerms(noun).size > 0 ? null : noun;
}

/** The run of nouns, and of words no dictionary has, with which tokens begin. */
function nounsAt(tokens: readonly Token[], { isNoun, isWord }: Thesaurus): readonly Token[] {
  const end = tokens.findIndex(({ stop, word }) => stop || (!isNoun(word) && isWord(word)));
  return end < 0 ? tokens : tokens.slice(0, end);
}

const BEFORE_VERB = new Set(AUXILIARIES.all.split(" "));

/** Whether a question asks for one thing: a yes or a no, or something of a kind ("where", "how many"). */
export function asksForOne(tokens: readonly Token[], need: Need): boolean {
  return need === "any" ? BEFORE_VERB.has(tokens[0]?.word ?? "") : need !== "points" && need !== "list";
}

const BEING = new Set(AUXILIARIES.being.split(" "));
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
  const who = tokens.findIndex(({ word }) => word === "who");
  if (who < 0 || isPersonNamed) return null;
  const rest = tokens.slice(who + 1);
  if (!BEING.has(rest[0]?.word ?? "")) return null;
  const words = rest.filter(({ stop, term }) => !stop && !LIGHT_TERMS.has(term));
  const terms = words.map(({ term }) => term);
  const isNamed = words.every(({ word }) => isNoun(word) || !isWord(word));
  const isOffice =
    isNamed && terms.length > 0 && terms.length <= MAX_ROLE_WORDS && terms.some((term) => descriptions.has(term));
  return isOffice ? terms : null;
}
