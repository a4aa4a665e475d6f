import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { contentOf, shareAtLeast } from "../selection/overlap.ts";
import type { RankedDisagreement, Selection } from "../selection/select.ts";
import { tokenize } from "../text/tokenize.ts";
import { remember } from "../thesaurus/remember.ts";
import { amountsClash, amountsIn, countTheSame } from "./amounts.ts";
import { askedPoint } from "./asked-point.ts";
import { type Comparison, compareMoments, momentsIn } from "./moments.ts";
import { haveOneRole, mayBeOne, roleHoldersIn } from "./role-holders.ts";
import { type Claim, canBeOneEvent } from "./same-event.ts";
import { readSentences, type Sentence } from "./sentences.ts";

/** Passages that share so much of what the shorter one says tell one event. */
const ALIKE = 0.6;
const NOTHING_LEFT_OUT: ReadonlySet<number> = new Set();
/** More passages are never read at one question. */
const MOST_READ = 100;

/** What is read in a passage: it takes time, so what is not asked for is only read where two passages are much alike. */
const READERS: Readonly<Record<Claim["kind"], (sentence: Sentence) => readonly Claim[]>> = {
  amount: amountsIn,
  moment: (sentence) => momentsIn(sentence).filter(({ of }) => of === "event"),
  holder: roleHoldersIn,
};

/**
 * Sets beside the passages that are shown those of other sound articles that contradict them: on what the question asks for
 * (an amount, a date, the holder of a role), then in anything where they are much alike. Each stands in one pair. Without
 * this stage answers are the same, but for that.
 */
export function contrast(
  query: Query,
  selection: Selection,
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): Selection {
  const asked = askedPoint(query);
  const sentencesOf = remember(MOST_READ, (one: RankedPassage) => readSentences(one, index));
  const contentsOf = remember(MOST_READ, (one: RankedPassage) => contentOf(one, NOTHING_LEFT_OUT));
  const askedClaims = remember(MOST_READ, (one: RankedPassage) => {
    const isOnPoint = one.signals.need > 0 && asked?.isNamedBy(one.signals.byTerm);
    return asked && isOnPoint ? sentencesOf(one).flatMap(READERS[asked.kind]).filter(asked.fits) : [];
  });
  const allClaims = (one: RankedPassage) => Object.values(READERS).flatMap((read) => sentencesOf(one).flatMap(read));
  const areAlike = (one: RankedPassage, other: RankedPassage) => {
    const [own, theirs] = [contentsOf(one), contentsOf(other)];
    return shareAtLeast(Math.max(1, ALIKE * Math.min(own.ids.length, theirs.ids.length)), own, theirs);
  };
  const pairs = selection.shown.flatMap((one) =>
    ranked.filter((other) => areOfTwoSources(one, other, index)).map((other) => [one, other] as const),
  );
  const disagreements: RankedDisagreement[] = [];
  const add = (pair: readonly [RankedPassage, RankedPassage], about: string | null) => {
    const isTaken = pair.some(({ passage: { id } }) =>
      disagreements.some(({ passages }) => passages.some(({ passage }) => passage.id === id)),
    );
    if (about !== null && !isTaken) disagreements.push({ about, passages: pair });
  };
  for (const [one, other] of pairs)
    if (askedClaims(one).length > 0)
      add([one, other], contradictionIn(askedClaims(one), askedClaims(other), true, index));
  for (const [one, other] of pairs)
    if (areAlike(one, other)) add([one, other], contradictionIn(allClaims(one), allClaims(other), false, index));
  return { ...selection, disagreements };
}

/** No article disagrees with itself or its copies, and garbled ones contradict nobody: their differences are faults. */
function areOfTwoSources(one: RankedPassage, other: RankedPassage, { copies }: CorpusIndex): boolean {
  const [here, there] = [one.paragraph.article, other.paragraph.article];
  if (here === there || copies.garbled.has(here) || copies.garbled.has(there)) return false;
  return !copies.sameText.get(one.passage.id)?.includes(other.passage.id);
}

/**
 * What the claims of two passages differ in, in their own words ("12 people / 14 people"): one of each that goes with none of
 * the other's, where it is clear which go against each other. `null` where there is none, or they may tell of two events.
 * @param isAsked whether all are of what a question asks for, so that counts are of the same.
 */
function contradictionIn(
  own: readonly Claim[],
  theirs: readonly Claim[],
  isAsked: boolean,
  index: CorpusIndex,
): string | null {
  const compare = (a: Claim, b: Claim): Comparison => {
    if (a.kind === "moment" && b.kind === "moment") return compareMoments(a, b);
    if (a.kind === "amount" && b.kind === "amount" && a.dimension === b.dimension) {
      const isOfOne = isAsked || a.dimension !== "count" || countTheSame(a, b);
      return !amountsClash(a, b) ? "same" : isOfOne ? "different" : "unknown";
    }
    if (a.kind !== "holder" || b.kind !== "holder" || !haveOneRole(a, b)) return "unknown";
    return mayBeOne(a, b) || areOneName(written(a), written(b), index) ? "same" : "different";
  };
  const alone = own.filter((a) => theirs.every((b) => compare(a, b) !== "same"));
  const others = theirs.filter((b) => own.every((a) => compare(a, b) !== "same"));
  const pairs = alone.flatMap((a) => others.flatMap((b) => (compare(a, b) === "different" ? [[a, b] as const] : [])));
  const clear = pairs.filter(([a, b]) => !pairs.some(([c, d]) => (a === c) !== (b === d)));
  return (
    clear
      .find(([a, b]) => canBeOneEvent(a, b, index.thesaurus))
      ?.map(written)
      .join(" / ") ?? null
  );
}

/** Whether two names are known to mean one, or one of them to stand for the other. */
function areOneName(one: string, other: string, { concepts: { book } }: CorpusIndex): boolean {
  const [ids = [], others = []] = [one, other].map((name) =>
    book.inArticle(tokenize(name)).flatMap(({ value: { id, sideId } }) => [id, sideId ?? id]),
  );
  return ids.some((id) => others.includes(id));
}

function written({ sentence, span }: Claim): string {
  return sentence.text.slice(span.start, span.end);
}
