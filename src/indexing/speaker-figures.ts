import { nameOf } from "../names/concepts.ts";
import type { Name } from "../names/name-book.ts";
import type { Lexicon } from "./lexicon.ts";
import type { SpeakerFigures } from "./passage-index.ts";
import type { ParagraphTerms, StoredParagraph, TokenRun } from "./passages.ts";

/** Counts who speaks in some paragraphs, and about whom. */
export function createSpeakerFigures(lexicon: Pick<Lexicon, "vocabulary" | "concepts">) {
  const { names } = lexicon.concepts.book;
  const counts = new Map<number, { count: number; topics: Map<number, number> }>();
  return {
    add(paragraph: ParagraphTerms & { readonly passages: readonly TokenRun[] }): void {
      for (const { statements, tokenFrom, tokenTo } of paragraph.passages) {
        for (const { speakerIds } of statements) {
          const id = speakerIds[0];
          if (id === undefined || !mayBeOffered(names[id])) continue;
          const own = counts.get(id) ?? { count: 0, topics: new Map<number, number>() };
          counts.set(id, own);
          own.count++;
          for (const topic of namesIn(paragraph, tokenFrom, tokenTo, lexicon))
            if (topic !== id && names[topic]?.kind !== "organisation")
              own.topics.set(topic, (own.topics.get(topic) ?? 0) + 1);
        }
      }
    },
    /** Everybody with a name whose words they have, most quoted first. */
    all: (): SpeakerFigures[] =>
      [...counts]
        .sort((a, b) => b[1].count - a[1].count || a[0] - b[0])
        .map(([name, { topics }]) => ({
          name,
          topics: [...topics].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([topic]) => topic),
        })),
  };
}

/** People and places speak by their name; an organisation is asked after by too many to suggest it. */
function mayBeOffered(name: Name | undefined): boolean {
  return name !== undefined && name.kind !== "organisation";
}

/** Numbers of the names that stand in some tokens of a paragraph. */
export function namesIn(
  { concepts }: Pick<StoredParagraph, "concepts">,
  from: number,
  to: number,
  { vocabulary, concepts: { book } }: Pick<Lexicon, "vocabulary" | "concepts">,
): number[] {
  const found: number[] = [];
  for (let at = 0; at < concepts.length; at += 3) {
    if ((concepts[at + 1] ?? 0) < from || (concepts[at + 2] ?? 0) > to) continue;
    const name = nameOf(vocabulary.termOf(concepts[at] ?? -1) ?? "", book);
    if (name) found.push(name.id);
  }
  return found;
}
