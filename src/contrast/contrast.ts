import type { Lexicon } from "../indexing/lexicon.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
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
import { readSentences } from "./sentences.ts";

/** Passages that share so much of what the shorter one says tell one event. */
const ALIKE = 0.6;
const NOTHING_LEFT_OUT: ReadonlySet<number> = new Set();
/** More passages are never compared at one question. */
const MOST_READ = 100;

/**
 * Sets beside the passages that are shown those of other sound articles that contradict them: on what the question asks for
 * (an amount, a date, the holder of a role), then in anything where they are much alike. Each stands in
 * one pair. Without this stage answers are the same, but for that.
 */
export async function contrast(
  query: Query,
  selection: Selection,
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<Selection> {
  const asked = askedPoint(query);
  const isOnPoint = ({ signals }: RankedPassage) => signals.need > 0 && asked?.isNamedBy(signals.byTerm);
  const contentsOf = remember(MOST_READ, (one: RankedPassage) => contentOf(one, NOTHING_LEFT_OUT));
  const areAlike = (one: RankedPassage, other: RankedPassage) => {
    const [own, theirs] = [contentsOf(one), contentsOf(other)];
    return shareAtLeast(Math.max(1, ALIKE * Math.min(own.ids.length, theirs.ids.length)), own, theirs);
  };
  const disagreements: RankedDisagreement[] = [];
  const isTaken = ({ passage: { key } }: RankedPassage) =>
    disagreements.some(({ passages }) => passages.some(({ passage }) => passage.key === key));
  const pairs = [true, false].flatMap((isAsked) =>
    selection.shown.flatMap((one) =>
      ranked
        .filter((other) => (isAsked ? isOnPoint(one) && isOnPoint(other) : areAlike(one, other)))
        .filter((other) => areOfTwoSources(one, other))
        .map((other) => ({ isAsked, one, other })),
    ),
  );
  const claims = await readClaims(
    pairs.flatMap(({ one, other }) => [one, other]),
    index,
  );
  for (const { isAsked, one, other } of pairs) {
    if (isTaken(one) || isTaken(other)) continue;
    const fits = (claim: Claim) => !isAsked || asked?.fits(claim);
    const [own = [], theirs = []] = [claims.get(one)?.filter(fits), claims.get(other)?.filter(fits)];
    const about = contradictionIn(own, theirs, isAsked, index.lexicon);
    if (about !== null) disagreements.push({ about, passages: [one, other] });
  }
  return { ...selection, disagreements };
}

/** What some passages claim; their articles are looked through for names that only one of two knows. */
async function readClaims(
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<ReadonlyMap<RankedPassage, readonly Claim[]>> {
  const claims = new Map<RankedPassage, readonly Claim[]>();
  for (const one of new Set(ranked)) {
    const paragraphs = await index.paragraphsOf(one.paragraph.article.source.id);
    claims.set(
      one,
      claimsIn(
        one,
        paragraphs.map(({ text }) => text),
      ),
    );
  }
  return claims;
}

/** No article disagrees with itself or its copies, and garbled ones contradict nobody: their differences are faults. */
function areOfTwoSources(one: RankedPassage, other: RankedPassage): boolean {
  const [here, there] = [one.paragraph.article, other.paragraph.article];
  if (here === there || here.isGarbled || there.isGarbled) return false;
  return !one.passage.prints.some(({ key }) => key === other.passage.key);
}

function claimsIn(ranked: RankedPassage, texts: readonly string[]): Claim[] {
  return readSentences(ranked, texts).flatMap((sentence) => {
    const events = momentsIn(sentence).filter(({ of }) => of === "event");
    return [...amountsIn(sentence), ...events, ...roleHoldersIn(sentence)];
  });
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
  lexicon: Lexicon,
): string | null {
  const compare = (a: Claim, b: Claim): Comparison => {
    if (a.kind === "moment" && b.kind === "moment") return compareMoments(a, b);
    if (a.kind === "amount" && b.kind === "amount" && a.dimension === b.dimension) {
      const isOfOne = isAsked || a.dimension !== "count" || countTheSame(a, b);
      return !amountsClash(a, b) ? "same" : isOfOne ? "different" : "unknown";
    }
    if (a.kind !== "holder" || b.kind !== "holder" || !haveOneRole(a, b)) return "unknown";
    return mayBeOne(a, b) || areOneName(written(a), written(b), lexicon) ? "same" : "different";
  };
  const alone = own.filter((a) => theirs.every((b) => compare(a, b) !== "same"));
  const others = theirs.filter((b) => own.every((a) => compare(a, b) !== "same"));
  const pairs = alone.flatMap((a) => others.flatMap((b) => (compare(a, b) === "different" ? [[a, b] as const] : [])));
  const clear = pairs.filter(([a, b]) => !pairs.some(([c, d]) => (a === c) !== (b === d)));
  return (
    clear
      .find(([a, b]) => canBeOneEvent(a, b, lexicon.thesaurus))
      ?.map(written)
      .join(" / ") ?? null
  );
}

/** Whether two names are known to mean one, or one of them to stand for the other. */
function areOneName(one: string, other: string, { concepts: { book } }: Lexicon): boolean {
  const [ids = [], others = []] = [one, other].map((name) =>
    book.inArticle(tokenize(name)).flatMap(({ value: { id, sideId } }) => [id, sideId ?? id]),
  );
  return ids.some((id) => others.includes(id));
}

function written({ sentence, span }: Claim): string {
  return sentence.text.slice(span.start, span.end);
}
