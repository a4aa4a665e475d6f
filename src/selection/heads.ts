import type { ArticleSource } from "../corpus/article.ts";
import { nameOf } from "../corpus/opening.ts";
import { textOf } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { termsOf } from "../text/tokenize.ts";
import type { Selection } from "./selection.ts";
import { type Story, sentencesOf } from "./stories.ts";

const SHOWN = 3;
/** By which a sentence tells where its news comes from. */
const CREDIT =
  /\b(?:(?:first|earlier|originally) reported|reported (?:first|earlier)|according to (?:a |the )?reports?|report(?:s|ed)? by|cit(?:es|ed|ing))\b/i;

/** Answers from the heads of articles: who wrote them and when, or which of them was first; `null` where none is meant. */
export function headsFor(
  asked: "heads" | "first",
  stories: readonly Story[],
  query: Query,
  ranked: readonly RankedPassage[],
): Selection | null {
  const meant = asked === "heads" ? headed(stories, query) : stories;
  const opening = (story: Story) => sentencesOf(story, query).slice(0, 1);
  if (asked === "heads") {
    const some = meant.slice(0, SHOWN);
    const shown = some.flatMap(opening);
    if (some.length === 0 || shown.length === 0) return null;
    const said = some.map(({ source }) => authorship(source)).join(" ");
    return { outcome: "answered", confidence: 1, shown, more: ranked.slice(0, SHOWN), disagreements: [], said };
  }
  const dated = meant.filter(({ source }) => source.published !== null);
  const earliest = dated.at(-1);
  if (!earliest) return null;
  const credits = meant.flatMap((story) =>
    sentencesOf(story, query).filter(({ paragraph, passage }) => CREDIT.test(textOf(paragraph, passage))),
  );
  const [first] = opening(earliest);
  const others = credits.filter(({ passage }) => passage.key !== first?.passage.key);
  const shown = [...(first ? [first] : []), ...others].slice(0, SHOWN);
  const undated = meant.length - dated.length;
  const without = undated === 0 ? "" : undated === 1 ? " One more has no date." : ` ${undated} more have no date.`;
  const said = `The earliest dated article here on it is ${titled(earliest.source)}, of ${earliest.source.published}.${without}`;
  return {
    outcome: "answered",
    confidence: 1,
    shown,
    more: credits.filter((one) => !shown.includes(one)),
    disagreements: [],
    said,
  };
}

/** The stories whose head has most of the words of a question; none where no head has any. */
function headed(stories: readonly Story[], { tokens, scope }: Query): readonly Story[] {
  if (scope) return stories.filter(({ source }) => scope.articles.has(source.id));
  const words = tokens.filter(({ stop }) => !stop).map(({ term }) => term);
  const held = stories.map(({ source: { id, title, outlet, author } }) => {
    const head = new Set(termsOf([id.replaceAll("-", " "), title, outlet, author].join(" ")));
    return words.filter((word) => head.has(word)).length;
  });
  const most = Math.max(0, ...held);
  return most === 0 ? [] : stories.filter((_, at) => held[at] === most);
}

function authorship(source: ArticleSource): string {
  const { author, published } = source;
  const by = author === null ? "names no author" : `is by ${author}`;
  return `${titled(source)} ${by}${published === null ? " and has no date" : `, published ${published}`}.`;
}

function titled(source: ArticleSource): string {
  const { title, outlet } = source;
  const name = title === null ? nameOf(source) : `“${title}”`;
  return outlet === null ? name : `${name} (${outlet})`;
}
