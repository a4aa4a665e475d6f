export type { Answer, ArticleSource, Disagreement, Outcome, Passage, Span, Speech } from "./answer/answer.ts";
export { compareArticles } from "./compare-articles.ts";
export type { CopyReport } from "./copies/report.ts";
export { type Article, parseArticle } from "./corpus/article.ts";
export { describeFault, type Fault } from "./corpus/fault.ts";
export { type Corpus, CorpusError, type LoadedCorpus, loadCorpus } from "./corpus/load-corpus.ts";
export { createEngine } from "./create-engine.ts";
export type { ContextParagraph, Coverage, Engine, Question } from "./engine.ts";
export { annotateStatements, type Statement } from "./statements/annotate-statements.ts";
