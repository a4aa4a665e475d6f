import type { Answer, Disagreement, Passage } from "../../src/index.ts";
import { joinWords } from "./citation.ts";
import { NONE_TITLE, RELATED_TITLE } from "./texts.ts";

/** Passages that are shown together: neighbours of one article under one source, or sources that do not agree. */
export type Group =
  | { readonly kind: "article"; readonly passages: readonly Passage[] }
  | ({ readonly kind: "disagreement" } & Disagreement);

/**
 * The pieces of an answer in the order in which they are shown. A passage on which sources disagree stands beside its
 * counterparts, at the place where it would have stood alone, so that nothing is said twice.
 */
export function arrangeAnswer({ passages, disagreements }: Answer): readonly Group[] {
  const pieces: Group[] = [];
  const shown = new Set<string>();
  const left = new Set(disagreements);
  const add = (piece: Group) => {
    pieces.push(piece);
    for (const passage of piece.passages) shown.add(keyOf(passage));
  };
  for (const passage of passages) {
    if (shown.has(keyOf(passage))) continue;
    const own = [...left].find((each) => each.passages.some((side) => keyOf(side) === keyOf(passage)));
    if (own) left.delete(own);
    add(own ? { kind: "disagreement", ...own } : { kind: "article", passages: [passage] });
  }
  for (const disagreement of left) add({ kind: "disagreement", ...disagreement });
  return pieces;
}

/**
 * Pieces with neighbours of one article put together. Only neighbours are: to gather all that an article has would put a
 * passage before a better one of another article.
 */
export function groupByArticle(pieces: readonly Group[]): readonly Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.kind === "article" && piece.kind === "article" && articleOf(last) === articleOf(piece))
      groups[groups.length - 1] = { ...last, passages: [...last.passages, ...piece.passages] };
    else groups.push(piece);
  }
  return groups;
}

/** Passages one after the other, in the same way. */
export function groupPassages(passages: readonly Passage[]): readonly Group[] {
  return groupByArticle(passages.map((passage) => ({ kind: "article", passages: [passage] })));
}

function articleOf({ passages }: Group): string | undefined {
  return passages[0]?.article.id;
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

/** What stands above the quotations; `null` where they speak for themselves. */
export function leadOf({ lead, outcome }: Answer): string | null {
  if (lead !== null || outcome === "answered") return lead;
  return outcome === "related" ? RELATED_TITLE : NONE_TITLE;
}

/** How the question was read, the first `most` of it, and what no article mentions: that must not get lost. */
export function noticesOf({ missing, lead, notices }: Answer, most: number): readonly string[] {
  const said = [lead ?? "", ...notices].join("\n");
  const unsaid = missing.filter((name) => !said.includes(name));
  const unmentioned = unsaid.length > 0 ? [`No article here mentions ${joinWords(unsaid)}.`] : [];
  return [...notices.slice(0, most), ...unmentioned];
}
