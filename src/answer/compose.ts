import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredStatement } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import type { Selection } from "../selection/select.ts";
import type { Answer, ArticleSource, Passage, Span } from "./answer.ts";
import { articleOf, cautionsFor } from "./cautions.ts";
import { leadFor, noticesFor } from "./wording.ts";

/** Turns the passages that were kept into the answer that every adapter renders. */
export function compose(
  query: Query,
  selection: Selection,
  index: CorpusIndex,
  suggestions: readonly string[],
): Answer {
  const { outcome } = selection;
  const cite = (ranked: RankedPassage) => citePassage(ranked, index);
  const passages = selection.shown.flatMap(cite);
  return {
    question: query.text,
    outcome: passages.length > 0 ? outcome : "none",
    lead: leadFor(query, passages.length > 0 ? outcome : "none", index),
    passages,
    more: selection.more.flatMap(cite),
    disagreements: selection.disagreements.map(({ about, passages: sides }) => ({
      about,
      passages: sides.flatMap(cite),
    })),
    missing: query.missing,
    notices: noticesFor(query, outcome, index),
    suggestions,
  };
}

/** One cited passage; none where its article is not at hand. */
function citePassage(ranked: RankedPassage, index: CorpusIndex): Passage[] {
  const { passage, paragraph } = ranked;
  const article = index.articles[paragraph.article];
  const source = index.sources[paragraph.article];
  if (!article || !source) return [];
  const { text, start, end } = article.cite(passage);
  if (text === "") return [];
  const matches = matchesIn(ranked);
  const statement = ranked.statement ?? spokenPart(passage.statements, matches);
  return [
    {
      text,
      start,
      end,
      speaker: statement?.speaker ?? null,
      speech: statement?.speech ?? null,
      article: source,
      alsoIn: otherSources(passage.id, paragraph.article, index),
      cautions: cautionsFor(passage, paragraph.article, index),
      matches: matches.map((match) => within(start, article.cite(match))),
    },
  ];
}

function otherSources(passage: number, article: number, index: CorpusIndex): ArticleSource[] {
  const copies = index.copies.sameText.get(passage);
  if (!copies) return [];
  const articles = new Set(copies.map((id) => articleOf(id, index)));
  articles.delete(article);
  return [...articles].flatMap((number) => index.sources[number] ?? []);
}

function within(offset: number, { start, end }: Span): Span {
  return { start: start - offset, end: end - offset };
}

/** Where words, names and phrases that were asked for stand in a passage: offsets in the article's body. */
function matchesIn({ paragraph: { places }, passage, hits }: RankedPassage): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of hits) {
    if (from < passage.tokenFrom || to > passage.tokenTo) continue;
    spans.push({ start: places[2 * from] ?? 0, end: places[2 * to - 1] ?? 0 });
  }
  return joinSpans(spans);
}

function joinSpans(spans: Span[]): Span[] {
  if (spans.length < 2) return spans;
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** The statement that holds most of the matched words, or the longest where none does. */
function spokenPart(statements: readonly StoredStatement[], matches: readonly Span[]): StoredStatement | null {
  if (statements.length < 2) return statements[0] ?? null;
  const held = (one: StoredStatement) =>
    matches.filter((match) => match.start >= one.start && match.end <= one.end).length;
  const known = statements.filter((one) => one.speaker !== null);
  const pool = known.length > 0 ? known : statements;
  return [...pool].sort((a, b) => held(b) - held(a) || b.end - b.start - (a.end - a.start))[0] ?? null;
}
