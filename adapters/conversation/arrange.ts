import type { Answer, Disagreement, Passage } from "../../src/index.ts";
import { joinWords } from "./citation.ts";
import { NONE_TITLE, RELATED_TITLE } from "./texts.ts";

/** A piece of an answer as it is shown, and how many of `answer.passages` a reader has seen with it. */
export type Piece =
  | { readonly kind: "passage"; readonly passage: Passage; readonly seen: number }
  | { readonly kind: "disagreement"; readonly disagreement: Disagreement; readonly seen: number };

/**
 * The order in which an answer is shown. A passage on which sources disagree stands beside its counterparts, at the place
 * where it would have stood alone, so that nothing is said twice.
 */
export function arrangeAnswer({ passages, disagreements }: Answer): readonly Piece[] {
  const pieces: Piece[] = [];
  const shown = new Set<Disagreement>();
  for (const [n, passage] of passages.entries()) {
    const seen = n + 1;
    const disagreement = disagreements.find((each) => each.passages.some((side) => isSame(side, passage)));
    const last = pieces.at(-1);
    if (!disagreement) pieces.push({ kind: "passage", passage, seen });
    else if (!shown.has(disagreement)) pieces.push({ kind: "disagreement", disagreement, seen });
    else if (last) pieces[pieces.length - 1] = { ...last, seen };
    if (disagreement) shown.add(disagreement);
  }
  const rest = disagreements.filter((disagreement) => !shown.has(disagreement));
  return [
    ...pieces,
    ...rest.map((disagreement) => ({ kind: "disagreement", disagreement, seen: passages.length }) as const),
  ];
}

function isSame(one: Passage, other: Passage): boolean {
  return (
    one.article.id === other.article.id && one.start === other.start && one.end === other.end && one.text === other.text
  );
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
