import type { Lexicon } from "../indexing/lexicon.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { type Content, contentOf, shareAtLeast } from "../selection/overlap.ts";
import type { RankedDisagreement, Selection } from "../selection/selection.ts";
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
export async function contrast(
  query: Query,
  selection: Selection,
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<Selection> {
  const asked = askedPoint(query);
  const isOnPoint = ({ signals }: RankedPassage) => signals.need > 0 && asked?.isNamedBy(signals.byTerm) === true;
  const contentsOf = remember(MOST_READ, (one: RankedPassage) => contentOf(one, NOTHING_LEFT_OUT));
  const pairs = selection.shown.flatMap((one) =>
    ranked.filter((other) => areOfTwoSources(one, other)).map((other) => [one, other] as const),
  );
  const onPoint = pairs.filter((pair) => pair.every(isOnPoint));
  const alike = pairs.filter(([one, other]) => areAlike(contentsOf(one), contentsOf(other)));
  const sentences = await readAll(new Set([...onPoint, ...alike].flat()), index);
  const claimsOf = (one: RankedPassage, kind: Claim["kind"]) => sentences.get(one)?.flatMap(READERS[kind]) ?? [];
  const askedClaims = remember(MOST_READ, (one: RankedPassage) =>
    asked ? claimsOf(one, asked.kind).filter(asked.fits) : [],
  );
  const allClaims = remember(MOST_READ, (one: RankedPassage) =>
    (["amount", "moment", "holder"] as const).flatMap((kind) => claimsOf(one, kind)),
  );
  const disagreements: RankedDisagreement[] = [];
  const add = (passages: RankedDisagreement["passages"], about: string | null) => {
    const taken = disagreements.flatMap((one) => one.passages.map(({ passage }) => passage.key));
    const isTaken = passages.some(({ passage }) => taken.includes(passage.key));
    if (about !== null && !isTaken) disagreements.push({ about, passages });
  };
  for (const [one, other] of onPoint)
    add([one, other], contradictionIn(askedClaims(one), askedClaims(other), true, index.lexicon));
  for (const [one, other] of alike)
    add([one, other], contradictionIn(allClaims(one), allClaims(other), false, index.lexicon));
  return { ...selection, disagreements };
}

/** The sentences of some passages, with the texts of their articles, in which names are looked for that only one of two knows. */
async function readAll(passages: ReadonlySet<RankedPassage>, index: PassageIndex) {
  const sentences = new Map<RankedPassage, readonly Sentence[]>();
  for (const one of passages) {
    const paragraphs = await index.paragraphsOf(one.paragraph.article.source.id);
    const texts = paragraphs.map(({ text }) => text);
    sentences.set(one, readSentences(one, texts));
  }
  return sentences;
}

/** No article disagrees with itself or its copies, and garbled ones contradict nobody: their differences are faults. */
function areOfTwoSources(one: RankedPassage, other: RankedPassage): boolean {
  const [here, there] = [one.paragraph.article, other.paragraph.article];
  if (here === there || here.isGarbled || there.isGarbled) return false;
  return !one.passage.duplicates.some(({ key }) => key === other.passage.key);
}

function areAlike(one: Content, other: Content): boolean {
  return shareAtLeast(Math.max(1, ALIKE * Math.min(one.ids.length, other.ids.length)), one, other);
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
