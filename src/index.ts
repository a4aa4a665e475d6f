export type {
  Answer,
  AnswerPart,
  Citable,
  ContextParagraph,
  Coverage,
  Disagreement,
  Passage,
} from "./answer/answer.ts";
export { CODE_FOLDER } from "./code-folder.ts";
export { compareArticles } from "./compare-articles.ts";
export type { CopyReport } from "./copies/report.ts";
export { type Article, type ArticleSource, parseArticle } from "./corpus/article.ts";
export { articleId, isArticleName, type PassedOver } from "./corpus/articles-folder.ts";
export { describeFault, type Fault } from "./corpus/fault.ts";
export { isFurniture, opensReadingList } from "./corpus/furniture.ts";
export { type Corpus, CorpusError, type LoadedCorpus, loadCorpus, suggestCorpus } from "./corpus/load-corpus.ts";
export { nameOf, sourceOf } from "./corpus/opening.ts";
export { createEngine, createEngineOver, type EngineOptions } from "./create-engine.ts";
export type { Engine } from "./engine.ts";
export { buildCorpusIndex, type MemoryIndex } from "./indexing/memory-index.ts";
export { packIndex, unpackIndex } from "./indexing/snapshot.ts";
export type { Encoder, Near, PassageTexts, PassageVectors, Vector } from "./meaning/encoder.ts";
export { asTyped } from "./question/filters.ts";
export type { Question } from "./question/question.ts";
export type { Outcome } from "./selection/outcome.ts";
export { annotateStatements, type Statement } from "./speech/annotate-statements.ts";
export type { Speech } from "./speech/speech.ts";
export { editDistance } from "./text/edit-distance.ts";
export { paragraphSpans } from "./text/paragraphs.ts";
export type { Span } from "./text/span.ts";
export { wordNetPackage } from "./thesaurus/wordnet-package.ts";
