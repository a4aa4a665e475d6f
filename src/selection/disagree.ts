import { inFigures } from "../copies/disagreements.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { Need } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";

/** Passages of sound sources that contradict one that is shown, and in what. */
export interface Contradicted {
  readonly about: string;
  readonly passages: readonly RankedPassage[];
}

const FIGURES: ReadonlySet<Need> = new Set(["number", "money", "share", "duration", "age", "year"]);
/** Both passages have to answer the question nearly alone before their figures are set against each other. */
const ANSWERS_ALONE = 0.6;
const LOOKED_AT = 25;

/** What the sources disagree on in the passages shown, side by side. */
export function findDisagreements(
  query: Query,
  shown: readonly RankedPassage[],
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): Contradicted[] {
  const found: Contradicted[] = [];
  const taken = new Set<number>();
  for (const one of shown) {
    if (taken.has(one.passage.id)) continue;
    for (const { about, passage } of index.copies.contradicted.get(one.passage.id) ?? []) {
      const other = ranked.find((candidate) => candidate.passage.id === passage);
      if (!other || taken.has(passage)) continue;
      taken.add(passage).add(one.passage.id);
      found.push({ about, passages: [one, other] });
    }
  }
  const figures = taken.size === 0 && FIGURES.has(query.need) ? otherFigures(query, shown[0], ranked, index) : null;
  return figures ? [...found, figures] : found;
}

function otherFigures(
  query: Query,
  best: RankedPassage | undefined,
  ranked: readonly RankedPassage[],
  index: CorpusIndex,
): Contradicted | null {
  if (!best || !answersAlone(best) || query.counted === null) return null;
  for (const other of ranked.slice(0, LOOKED_AT)) {
    const isElsewhere =
      other.paragraph.article !== best.paragraph.article && !index.copies.garbled.has(other.paragraph.article);
    if (!isElsewhere || !answersAlone(other) || index.copies.sameText.get(best.passage.id)?.includes(other.passage.id))
      continue;
    const difference = inFigures(textOf(best, index), textOf(other, index));
    if (difference) return { about: `${difference.here} / ${difference.there}`, passages: [best, other] };
  }
  return null;
}

function answersAlone({ signals }: RankedPassage): boolean {
  return signals.need === 1 && signals.coverage.inside >= ANSWERS_ALONE;
}

function textOf({ paragraph, passage }: RankedPassage, index: CorpusIndex): string {
  return index.articles[paragraph.article]?.body.slice(passage.start, passage.end) ?? "";
}
