import type { Answer } from "./answer/answer.ts";
import { compose } from "./answer/compose.ts";
import type { Corpus } from "./corpus/load-corpus.ts";
import type { Coverage, Engine } from "./engine.ts";
import { buildCorpusIndex, type CorpusIndex } from "./indexing/corpus-index.ts";
import { parseQuestion } from "./question/parse-question.ts";
import type { Query } from "./question/query.ts";
import { createSpeller } from "./question/spelling.ts";
import { rank } from "./ranking/rank.ts";
import { allowedBy, retrieve } from "./ranking/retrieve.ts";
import { select } from "./selection/select.ts";

/** Reads a corpus and answers questions about it. */
export function createEngine(corpus: Corpus): Engine {
  const index = buildCorpusIndex(corpus);
  const speller = createSpeller(index.vocabulary);
  return {
    coverage: coverageOf(index),
    ask(question) {
      const query = parseQuestion(question, index, speller);
      const answer = answerTo(query, index);
      const other = answer.outcome !== "answered" && query.otherwise ? answerTo(query.otherwise, index) : null;
      return other && other.outcome === "answered" ? other : answer;
    },
    context(passage, around = 1) {
      const article = index.sources.findIndex((source) => source.id === passage.article.id);
      const own = index.paragraphs.filter((paragraph) => paragraph.article === article);
      const at = own.findIndex((paragraph) => paragraph.start <= passage.start && passage.end <= paragraph.end);
      const body = index.articles[article]?.body ?? "";
      return own.slice(Math.max(0, at - around), at + around + 1).map((paragraph) => ({
        text: body.slice(paragraph.start, paragraph.end),
        mark:
          paragraph === own[at] ? { start: passage.start - paragraph.start, end: passage.end - paragraph.start } : null,
      }));
    },
    completeQuestion: () => [],
    completeSpeaker: () => [],
    completeSource: () => [],
  };
}

function answerTo(query: Query, index: CorpusIndex): Answer {
  const candidates = retrieve(query, index, allowedBy(query, index));
  const ranked = rank(query, candidates, index);
  const selection = select(query, ranked, index);
  return compose(query, selection, index);
}

function coverageOf(index: CorpusIndex): Coverage {
  return { articles: index.sources, outlets: [], speakers: [], since: null, until: null, undated: 0, examples: [] };
}
