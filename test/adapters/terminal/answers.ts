import type { Answer, ArticleSource, Passage } from "../../../src/index.ts";
import * as full from "../../fixtures/answers.ts";

/** An article; give only what the test is about. */
export function article(given: Partial<ArticleSource> = {}): ArticleSource {
  const bare = { id: "harbour", title: "Harbour talks", outlet: "Gazette", author: null, published: null, url: null };
  return full.article({ ...bare, ...given });
}

/** A passage whose `matches` are where `matched` stands in its text. */
export function passage(text: string, given: Partial<Passage> = {}, matched = ""): Passage {
  const start = matched === "" ? -1 : text.indexOf(matched);
  const matches = start < 0 ? [] : [{ start, end: start + matched.length }];
  return full.passage({ text, speaker: null, speech: null, article: article(), matches, ...given });
}

/** An answer with nothing in it but what is given. */
export function answer(given: Partial<Answer> = {}): Answer {
  return full.answer({ question: "What was agreed?", passages: [], ...given });
}
