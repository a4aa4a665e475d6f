import type { Answer, ArticleSource, Passage } from "../../../src/index.ts";

/** An article; give only what the test is about. */
export function article(given: Partial<ArticleSource> = {}): ArticleSource {
  return {
    id: "harbour",
    title: "Harbour talks",
    outlet: "Gazette",
    author: null,
    published: null,
    url: null,
    ...given,
  };
}

/** A passage whose `matches` are where `matched` stands in its text. */
export function passage(text: string, given: Partial<Passage> = {}, matched = ""): Passage {
  const start = matched === "" ? -1 : text.indexOf(matched);
  return {
    text,
    start: 0,
    end: text.length,
    speaker: null,
    speech: null,
    article: article(),
    alsoIn: [],
    cautions: [],
    matches: start < 0 ? [] : [{ start, end: start + matched.length }],
    ...given,
  };
}

/** An answer with nothing in it but what is given. */
export function answer(given: Partial<Answer> = {}): Answer {
  return {
    question: "What was agreed?",
    outcome: "answered",
    lead: null,
    passages: [],
    more: [],
    disagreements: [],
    missing: [],
    notices: [],
    suggestions: [],
    ...given,
  };
}
