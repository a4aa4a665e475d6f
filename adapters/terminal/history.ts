/** The questions of one conversation. */
export interface History {
  /** Adds a question and gives those that were asked before it, oldest first. */
  add(question: string): readonly string[];
}

/** Nobody leans on more than the last few questions. */
const MAX_EARLIER = 10;

/** A conversation in which nothing was asked yet. */
export function createHistory(): History {
  let questions: readonly string[] = [];
  return {
    add(question) {
      const earlier = questions;
      questions = [...earlier, question].slice(-MAX_EARLIER);
      return earlier;
    },
  };
}
