export type {
  Answer,
  AnswerPart,
  Citable,
  ContextParagraph,
  Coverage,
  Disagreement,
  Passage,
} from "./answer/answer.ts";
export type { ExplainedPassage, Explanation, Points } from "./answer/explanation.ts";
export { CODE_FOLDER } from "./code-folder.ts";
export { compareArticles } from "./compare-articles.ts";
export type { CopyReport } from "./copies/report.ts";
export { type Article, type ArticleSource, parseArticle } from "./corpus/article.ts";
export { articleId, isArticleName, type PassedOver } from "./corpus/articles-folder.ts";
export { describeFault, type Fault } from "./corpus/fault.ts";
export { EMPTY_GLOSSARY, type Glossary } from "./corpus/glossary.ts";
export {
  type Corpus,
  CorpusError,
  LIMITS,
  type LoadedCorpus,
  loadCorpus,
  suggestCorpus,
} from "./corpus/load-corpus.ts";
export { nameOf, sourceOf } from "./corpus/opening.ts";
export { isPageChrome, opensReadingList } from "./corpus/page-chrome.ts";
export { readArticle } from "./corpus/readable-article.ts";
export { createEngine, createEngineOver, type Engine, type EngineOptions } from "./engine.ts";
export {
  confirmedBy,
  createArticleReader,
  type ReadingMeans,
  readStoryNames,
} from "./indexing/article-reading.ts";
export { overlay } from "./indexing/changed-index.ts";
export type { FoundCopies } from "./indexing/copy-search.ts";
export { type CorpusChange, type IndexChange, readChange } from "./indexing/index-change.ts";
export type { Lexicon } from "./indexing/lexicon.ts";
export { buildCorpusIndex, type MemoryIndex } from "./indexing/memory-index.ts";
export type { CorpusFigures, PassageIndex, Search, Speaker, WholeIndex, Within } from "./indexing/passage-index.ts";
export {
  inCorpus,
  type PassageKey,
  type StoredArticle,
  type StoredParagraph,
  type StoredPassage,
  type StoredStatement,
} from "./indexing/passages.ts";
export { packIndex, unpackIndex } from "./indexing/snapshot.ts";
export {
  type LoggedChange,
  packChange,
  packLexicon,
  type StoredLexicon,
  unpackChange,
  unpackLexicon,
} from "./indexing/stored-lexicon.ts";
export { readStory } from "./indexing/story-reader.ts";
export { changeLexicon, type Tallied } from "./indexing/tally.ts";
export { createWholeReading, type WholeReading } from "./indexing/whole-reading.ts";
export type { Encoder, Near, PassageTexts, PassageVectors, Vector } from "./meaning/encoder.ts";
export { comparedTexts, createMeaning, type Meaning, type Nearness } from "./meaning/meaning.ts";
export { createNameSearch, type FoundNames, type StoryNames } from "./names/collect-names.ts";
export { asTyped } from "./question/filters.ts";
export type { Question } from "./question/question.ts";
export { relevanceTo } from "./ranking/relevance.ts";
export type { Outcome } from "./selection/selection.ts";
export { annotateStatements, type Statement } from "./speech/annotate-statements.ts";
export type { Speech } from "./speech/speech.ts";
export { editDistance } from "./text/edit-distance.ts";
export { paragraphSpans } from "./text/paragraphs.ts";
export type { Span } from "./text/span.ts";
export { createThesaurus } from "./thesaurus/thesaurus.ts";
export { wordNetPackage } from "./thesaurus/wordnet.ts";
