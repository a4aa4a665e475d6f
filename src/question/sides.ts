import type { Lexicon } from "../indexing/lexicon.ts";
import type { Name } from "../names/name-book.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Query } from "./query.ts";
import { subjectNamed } from "./subject.ts";
import { readTerms } from "./terms.ts";

/** What one party wants, out of a question for what all of them do; its heading is the party's name. */
export function positionOf(party: Name, sides: Query, lexicon: Lexicon): Query {
  const tokens = tokenize(party.name);
  const concepts = lexicon.concepts.inQuestion(tokens);
  const nothing = new Set<number>();
  const { terms } = readTerms(
    { text: party.name, tokens, concepts, spent: nothing, kind: nothing, stance: null },
    lexicon,
  );
  return {
    ...sides,
    text: party.name,
    overview: null,
    intent: "position",
    // What a side refuses and offers is what it wants, too.
    stance: null,
    subject: subjectNamed([party]),
    terms: [...terms, ...sides.terms],
    otherwise: null,
  };
}
