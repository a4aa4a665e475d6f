import type { Answer, AnswerPart, Disagreement, Passage } from "../../src/index.ts";
import { joinWords } from "./citation.ts";
import { NONE_TITLE, RELATED_TITLE } from "./texts.ts";

/**
 * Passages that are shown together: neighbours of one article under one source, or sources that do not agree; none where
 * nothing answers a part.
 */
export type Group = {
  /** The parts of the answer that begin with it: their headings stand above. */
  readonly parts: readonly AnswerPart[];
} & (
  | { readonly kind: "article"; readonly passages: readonly Passage[] }
  | ({ readonly kind: "disagreement" } & Disagreement)
  | { readonly kind: "headings"; readonly passages: readonly [] }
);

/**
 * The pieces of an answer in the order in which they are shown. A passage on which sources disagree stands beside its
 * counterparts, at the place where it would have stood alone, so that nothing is said twice.
 */
export function arrangeAnswer(answer: Answer): readonly Group[] {
  const { passages, disagreements } = answer;
  const pieces: Group[] = [];
  const shown = new Set<string>();
  const left = new Set(disagreements);
  const add = (piece: Group) => {
    pieces.push(piece);
    for (const passage of piece.passages) shown.add(keyOf(passage));
  };
  const addEmpty = (parts: readonly AnswerPart[]) => {
    if (parts.length > 0) add({ kind: "headings", parts, passages: [] });
  };
  for (const [at, passage] of passages.entries()) {
    const begun = partsAt(answer, at);
    const isOfThem = begun.some((part) => part.passages > 0);
    if (!isOfThem) addEmpty(begun);
    // What answers two parts stands under both.
    if (shown.has(keyOf(passage)) && !isOfThem) continue;
    const parts = isOfThem ? begun : [];
    const own = [...left].find((each) => each.passages.some((side) => keyOf(side) === keyOf(passage)));
    if (own) left.delete(own);
    add(own ? { kind: "disagreement", parts, ...own } : { kind: "article", parts, passages: [passage] });
  }
  addEmpty(partsAt(answer, passages.length));
  for (const disagreement of left) add({ kind: "disagreement", parts: [], ...disagreement });
  return pieces;
}

/** The parts of an answer that begin with its passage number `at`, from 0, and those before it without any. */
function partsAt({ parts }: Answer, at: number): readonly AnswerPart[] {
  let before = 0;
  return parts.filter(({ passages }) => {
    const begins = before;
    before += passages;
    return begins === at;
  });
}

/**
 * Pieces with neighbours of one article put together. Only neighbours of one part are: to gather all that an article has would
 * put a passage before a better one of another article, or below a question that it does not answer.
 */
export function groupByArticle(pieces: readonly Group[]): readonly Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const isOfOne = piece.parts.length === 0 && articleOf(last) === articleOf(piece);
    if (last?.kind === "article" && piece.kind === "article" && isOfOne)
      groups[groups.length - 1] = { ...last, passages: [...last.passages, ...piece.passages] };
    else groups.push(piece);
  }
  return groups;
}

/**
 * Some of all passages, from number `from` of the reading order on. Above the first of each part stands which one it belongs
 * to, but not what was said of it above.
 */
export function pageOf(answer: Answer, from: number, count: number): readonly Group[] {
  const own = { passages: ownOf(answer, "passages"), more: ownOf(answer, "more") };
  const partOf = (key: string) => answer.parts.find((_, at) => own.passages[at]?.has(key) || own.more[at]?.has(key));
  let last: AnswerPart | undefined;
  return readingOrder(answer)
    .slice(from, from + count)
    .map((passage) => {
      const part = partOf(keyOf(passage)) ?? last;
      const parts = part && part !== last ? [{ ...part, outcome: "answered" as const, lead: null }] : [];
      last = part;
      return { kind: "article", parts, passages: [passage] };
    });
}

/** What of the passages belongs to each part, by their keys. */
function ownOf(answer: Answer, which: "passages" | "more"): readonly ReadonlySet<string>[] {
  let end = 0;
  return answer.parts.map((part) => {
    end += part[which];
    return new Set(answer[which].slice(end - part[which], end).map(keyOf));
  });
}

/** Passages one after the other, in the same way. */
export function groupPassages(passages: readonly Passage[]): readonly Group[] {
  return groupByArticle(passages.map((passage) => ({ kind: "article", parts: [], passages: [passage] })));
}

function articleOf(group: Group | undefined): string | undefined {
  return group?.passages[0]?.article.id;
}

/** The passages of some pieces, each once. */
export function passagesIn(pieces: readonly Group[]): readonly Passage[] {
  return [...new Map(pieces.flatMap(({ passages }) => passages.map((one) => [keyOf(one), one]))).values()];
}

/**
 * All passages there are to show, each once: as the pieces are shown, then what "more" adds that does not stand within one of
 * them. Buttons and people name passages by their places in it.
 */
export function readingOrder(answer: Answer): readonly Passage[] {
  const order = [...passagesIn(arrangeAnswer(answer))];
  for (const one of answer.more) if (!order.some((shown) => isWithin(one, shown))) order.push(one);
  return order;
}

/** The place of a passage in a reading order, from 0. */
export function placeIn(order: readonly Passage[], passage: Passage): number {
  return order.findIndex((one) => keyOf(one) === keyOf(passage));
}

function isWithin(one: Passage, other: Passage): boolean {
  return one.article.id === other.article.id && one.start >= other.start && other.text.includes(one.text);
}

function keyOf({ article, start, text }: Passage): string {
  return `${article.id} ${start} ${text}`;
}

/** What stands above the quotations; `null` where they, or the headings of the parts, speak for themselves. */
export function leadOf({ lead, outcome, ...answer }: Answer | AnswerPart): string | null {
  const hasParts = "parts" in answer && answer.parts.length > 0;
  if (lead !== null || outcome === "answered" || hasParts) return lead;
  return outcome === "related" ? RELATED_TITLE : NONE_TITLE;
}

/** How the question was read, the first `most` of it, and what no article mentions: that must not get lost. */
export function noticesOf({ missing, lead, notices }: Answer, most: number): readonly string[] {
  const said = [lead ?? "", ...notices].join("\n");
  const unsaid = missing.filter((name) => !said.includes(name));
  const unmentioned = unsaid.length > 0 ? [`No article here mentions ${joinWords(unsaid)}.`] : [];
  return [...notices.slice(0, most), ...unmentioned];
}
