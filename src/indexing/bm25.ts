/** BM25+ settings. k and b were chosen on public reading-comprehension questions (docs/how-an-answer-is-found.md). */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** A hit in the title finds every paragraph of an article alike, so it may raise a score but not make one. */
export const TITLE_BOOST = 0.3;
