import type { ArticleSource } from "../corpus/article.ts";
import type { Citation } from "../corpus/readable-article.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import { type StoredParagraph, type StoredPassage, type StoredStatement, textOf } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import type { Selection } from "../selection/selection.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import type { Answer, Passage } from "./answer.ts";
import { cautionsFor } from "./cautions.ts";
import { leadFor, noticesFor } from "./wording.ts";

/** A question as it was understood, and what was kept for it. */
export interface Found {
  readonly query: Query;
  readonly selection: Selection;
}

/**
 * Turns the passages that were kept into the answer that every adapter renders.
 * @param asked the question as it was typed.
 * @param found for each of the questions in it, at least one.
 */
export async function compose(
  asked: string,
  found: readonly Found[],
  index: PassageIndex,
  suggestions: readonly string[],
): Promise<Answer> {
  const answers = await Promise.all(found.map((one) => composeOne(one, index)));
  const [first] = answers;
  const isSeveral = answers.length > 1;
  const outcome = OUTCOMES.find((best) => answers.some((one) => one.outcome === best)) ?? "none";
  return {
    question: asked,
    outcome,
    confidence: Math.round(100 * (found[0]?.selection.confidence ?? 0)) / 100,
    lead: isSeveral ? OF_SEVERAL[outcome] : (first?.lead ?? null),
    parts: isSeveral
      ? answers.map(({ heading, outcome, lead, passages, more }) => ({
          ...{ heading, outcome, lead },
          passages: passages.length,
          more: more.length,
        }))
      : [],
    passages: answers.flatMap(({ passages }) => passages),
    more: answers.flatMap(({ more }) => more),
    disagreements: answers.flatMap(({ disagreements }) => disagreements),
    missing: [...new Set(answers.flatMap(({ missing }) => missing))],
    notices: [...new Set(answers.flatMap(({ notices }) => notices))],
    suggestions,
  };
}

/** What stands above several answers; each has a lead of its own. */
const OF_SEVERAL = {
  answered: null,
  related: "No article here answers any of these directly.",
  none: "No article here answers any of these.",
} as const;

/** The best first. */
const OUTCOMES = ["answered", "related", "none"] as const;

/** The answer to one question. */
async function composeOne({ query, selection }: Found, index: PassageIndex) {
  const { lexicon } = index;
  const cite = async (ranked: readonly RankedPassage[]) =>
    (await Promise.all(ranked.map((one) => citePassage(one, index)))).flat();
  const passages = await cite(selection.shown);
  const outcome = passages.length > 0 ? selection.outcome : "none";
  return {
    heading: query.text,
    outcome,
    lead: selection.said ?? leadFor(query, outcome, lexicon),
    passages,
    more: await cite(selection.more),
    disagreements: await Promise.all(
      selection.disagreements.map(async ({ about, passages: sides }) => ({ about, passages: await cite(sides) })),
    ),
    missing: query.missing,
    notices: noticesFor(query, selection.outcome, lexicon),
  };
}

/** One cited passage; none where nothing of it is left to show. */
async function citePassage(ranked: RankedPassage, index: PassageIndex): Promise<Passage[]> {
  const { passage, paragraph } = ranked;
  const { text, start, end } = paragraph.cite(passage);
  if (text === "") return [];
  const matches = matchesIn(ranked);
  const chosen = ranked.statement ?? spokenPart(passage, matches);
  const statement = chosen && speaksThroughout(chosen.speaker, ranked) ? chosen : null;
  return [
    {
      text,
      start,
      end,
      speaker: statement?.speaker ?? null,
      speech: statement?.speech ?? null,
      interviewQuestion: await questionAbove(paragraph, index),
      article: paragraph.article.source,
      alsoIn: otherSources(passage, paragraph),
      cautions: await cautionsFor(passage, paragraph, index),
      matches: matches.map((match) => within(start, paragraph.cite(match))),
    },
  ];
}

/** The question of an interview that stands above a paragraph: among the paragraphs before it, one of which nothing can be cited. */
async function questionAbove(
  { article, heading, position }: StoredParagraph,
  index: PassageIndex,
): Promise<Citation | null> {
  if (!heading.includes("?")) return null;
  const before = (await index.paragraphsOf(article.source.id)).filter((one) => one.position < position);
  const question = before.findLast(({ text, passages }) => passages.length === 0 && text.endsWith(heading));
  return question?.cite({ start: question.end - heading.length, end: question.end }) ?? null;
}

function otherSources({ duplicates }: StoredPassage, { article: own }: StoredParagraph): ArticleSource[] {
  const articles = new Set(duplicates.map(({ article }) => article));
  articles.delete(own);
  return [...articles].map(({ source }) => source);
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

/** Whether each sentence of a passage holds words of the same speaker: a name above a passage is a name for all of it. */
function speaksThroughout(speaker: string | null, { paragraph, passage }: RankedPassage): boolean {
  const own = passage.statements.filter((one) => one.speaker === speaker);
  const sentences = splitSentences(textOf(paragraph, passage), passage.start);
  return sentences.every((sentence) => own.some((one) => one.start < sentence.end && one.end > sentence.start));
}

/**
 * The statement that holds most of the matched words, or the longest where none does. None of somebody without a name, where
 * these mostly stand in what the article tells and that is most of the passage: "held talks, as critics said the draft was weak".
 */
function spokenPart({ start, end, statements }: StoredPassage, matches: readonly Span[]): StoredStatement | null {
  const held = (one: StoredStatement) =>
    matches.filter((match) => match.start >= one.start && match.end <= one.end).length;
  const known = statements.filter((one) => one.speaker !== null);
  const pool = known.length > 0 ? known : statements;
  const [best] = [...pool].sort((a, b) => held(b) - held(a) || b.end - b.start - (a.end - a.start));
  if (!best) return null;
  const isMost = 2 * (Math.min(end, best.end) - Math.max(start, best.start)) >= end - start;
  const isNamed = best.speakerIds.length > 0;
  return isNamed || isMost || 2 * held(best) >= matches.length ? best : null;
}
