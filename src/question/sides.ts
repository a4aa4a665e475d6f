import type { Lexicon } from "../indexing/lexicon.ts";
import type { Name } from "../names/name-book.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Query, QueryTerm } from "./query.ts";
import { subjectNamed } from "./subject.ts";
import { readTerms } from "./terms.ts";

/** The parties that a question for what sides want names itself: "where do Velmark and Sorrenia disagree". */
export function partiesNamed({ terms }: Query): readonly Name[] {
  const names = new Set(terms.flatMap(({ name }) => (name && name.kind !== "person" ? [name] : [])));
  return names.size < 2 ? [] : [...names];
}

/** What each party wants, out of a question for what all of them do; above it stands the party's name. */
export function positionsOf(parties: readonly Name[], sides: Query, lexicon: Lexicon): Query[] {
  // What the sides differ over tells which articles are meant; what a side wants seldom names it.
  const topic = sides.terms.filter(({ name }) => name === null || !parties.includes(name));
  const context = topic.map((term): QueryTerm => ({ ...term, role: "context" }));
  return parties.map((party) => {
    const tokens = tokenize(party.name);
    const concepts = lexicon.concepts.inQuestion(tokens);
    const { terms } = readTerms({ text: party.name, tokens, concepts, spent: new Set(), stance: null }, lexicon);
    return {
      ...sides,
      ...{ text: party.name, overview: null, intent: "position", subject: subjectNamed([party]) },
      // What a side refuses and offers is what it wants, too.
      stance: null,
      terms: [...terms, ...context],
      otherwise: null,
    };
  });
}
