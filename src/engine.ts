import type { Answer, Citable, ContextParagraph, Coverage, Passage } from "./answer/answer.ts";
import type { Question } from "./question/question.ts";

/**
 * The one face of the core. The same question over the same corpus gets the same answer. Everything resolves at once where
 * the index is in memory, and rejects where it is elsewhere and cannot be reached.
 */
export interface Engine {
  coverage(): Promise<Coverage>;
  /** @param how `explain` for an answer that tells why it is what it is. */
  ask(question: Question, how?: { readonly explain: boolean }): Promise<Answer>;
  /** The paragraphs around a passage, in order; `around` before and after it (default 1). */
  context(passage: Passage, around?: number): Promise<readonly ContextParagraph[]>;
  /** What can be cited of an article; nothing where it is not served. */
  citable(article: string): Promise<Citable>;
  /** Questions this corpus answers that fit what has been typed so far; any with nothing typed. */
  completeQuestion(typed: string, limit: number): Promise<readonly string[]>;
  completeSpeaker(typed: string, limit: number): Promise<readonly string[]>;
  completeSource(typed: string, limit: number): Promise<readonly string[]>;
}
