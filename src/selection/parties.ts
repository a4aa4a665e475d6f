import type { Lexicon } from "../indexing/lexicon.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import { nameOf } from "../names/concepts.ts";
import type { Name } from "../names/name-book.ts";
import { POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { SUBJECT_REACH } from "../ranking/subject-match.ts";
import { type Story, sentencesOf, storiesOf } from "./stories.ts";

/** How many tokens may stand between a party and what it wants. */
const VERB_REACH = 4;
const MAX_PARTIES = 3;
/** Who does so much less than the first is a bystander. */
const MIN_SHARE = 0.3;
/** Who opens a sentence acts; that counts less than to want, refuse or offer something. */
const ACTS = 0.3;

/** A story so much less to the point than the best one is another one's. */
const SAME_STORY = 0.75;

/**
 * The parties to what some articles tell, those that take most stands first: names before what they want, refuse or offer.
 * Whoever stands for a party is that party; people are parties where nobody else is. None where fewer than two are found.
 */
export async function partiesTo(
  query: Query,
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<readonly Name[]> {
  const { lexicon } = index;
  const best = ranked[0]?.score ?? 0;
  const isToThePoint = ({ found }: Story) =>
    found.length === 0 || found.some(({ score }) => score >= SAME_STORY * best);
  const stands = new Map<Name, number>();
  for (const story of (await storiesOf(query, ranked, index)).filter(isToThePoint)) {
    for (const one of sentencesOf(story, query))
      for (const [party, weight] of actingIn(one, lexicon)) stands.set(party, (stands.get(party) ?? 0) + weight);
  }
  const others = [...stands].filter(([{ kind }]) => kind !== "person");
  const counted = others.length < 2 ? [...stands] : others;
  const most = Math.max(0, ...counted.map(([, count]) => count));
  const parties = counted.filter(([, count]) => count >= MIN_SHARE * most).sort(([, a], [, b]) => b - a);
  return parties.length < 2 ? [] : parties.slice(0, MAX_PARTIES).map(([party]) => party);
}

/** Who wants, refuses or offers something in a passage, or opens it; not whom somebody else wants something of. */
function actingIn({ paragraph, passage }: RankedPassage, { vocabulary, concepts }: Lexicon): ReadonlyMap<Name, number> {
  const { tokens } = paragraph;
  const isStand = (at: number) => POSITION_TERMS.has(vocabulary.termOf(tokens[at] ?? -1) ?? "");
  const acting = new Map<Name, number>();
  for (let at = 0; at < paragraph.concepts.length; at += 3) {
    const [id = -1, from = 0, to = 0] = paragraph.concepts.slice(at, at + 3);
    const name = nameOf(vocabulary.termOf(id) ?? "", concepts.book);
    if (!name || from < passage.tokenFrom || to > passage.tokenTo) continue;
    if (from > passage.tokenFrom && isStand(from - 1)) continue;
    const behind = Array.from({ length: Math.min(passage.tokenTo - to, VERB_REACH) }, (_, next) => to + next);
    const weight = behind.some(isStand) ? 1 : from - passage.tokenFrom <= SUBJECT_REACH ? ACTS : 0;
    const party = (name.sideId === null ? null : concepts.book.names[name.sideId]) ?? name;
    acting.set(party, Math.max(weight, acting.get(party) ?? 0));
  }
  return acting;
}
