import type { Lexicon } from "../indexing/lexicon.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import { nameOf } from "../names/concepts.ts";
import type { Name } from "../names/name-book.ts";
import { POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import { partiesNamed } from "../question/sides.ts";
import { type RankedPassage, rank } from "../ranking/rank.ts";
import { retrieve } from "../ranking/retrieve.ts";
import { sentencesOf, storiesOf } from "./stories.ts";

/** How many tokens may stand between a party and what it wants. */
const VERB_REACH = 4;
const MAX_PARTIES = 3;
/** Who does so much less than the first is a bystander. */
const MIN_SHARE = 0.3;

/**
 * The parties to what a question for sides asks about: those that it names, else those that take most stands in the articles
 * on it. Whoever stands for a party is that party; people are parties where nobody else is. None where there are fewer than two.
 */
export async function partiesTo(query: Query, index: PassageIndex): Promise<readonly Name[]> {
  const named = partiesNamed(query);
  if (named.length > 0) return named.slice(0, MAX_PARTIES);
  const { lexicon } = index;
  const ranked = rank(query, await retrieve(query, null, index), lexicon);
  const stands = new Map<Name, number>();
  for (const story of await storiesOf(query, ranked, index)) {
    for (const one of sentencesOf(story, query))
      for (const party of takingStands(one, lexicon)) stands.set(party, (stands.get(party) ?? 0) + 1);
  }
  const others = [...stands].filter(([{ kind }]) => kind !== "person");
  const counted = others.length < 2 ? [...stands] : others;
  const most = Math.max(0, ...counted.map(([, count]) => count));
  const parties = counted.filter(([, count]) => count >= MIN_SHARE * most).sort(([, a], [, b]) => b - a);
  return parties.length < 2 ? [] : parties.slice(0, MAX_PARTIES).map(([party]) => party);
}

/** Who wants, refuses or offers something in a passage. */
function takingStands({ paragraph, passage }: RankedPassage, { vocabulary, concepts }: Lexicon): ReadonlySet<Name> {
  const isStand = (token: number) => POSITION_TERMS.has(vocabulary.termOf(token) ?? "");
  const parties = new Set<Name>();
  for (let at = 0; at < paragraph.concepts.length; at += 3) {
    const [id = -1, from = 0, to = 0] = paragraph.concepts.slice(at, at + 3);
    const name = nameOf(vocabulary.termOf(id) ?? "", concepts.book);
    if (!name || from < passage.tokenFrom || to > passage.tokenTo) continue;
    if (!paragraph.tokens.slice(to, Math.min(passage.tokenTo, to + VERB_REACH)).some(isStand)) continue;
    parties.add((name.sideId === null ? null : concepts.book.names[name.sideId]) ?? name);
  }
  return parties;
}
