import { describe, expect, test } from "vitest";
import { createEngine, isPageChrome } from "../../../src/index.ts";
import { corpusOf, story } from "../../fixtures/stories.ts";
import { newsPage, paragraphs, readArticle, STORY } from "./news-page.ts";

const PROMPTS = [
  "Advertisement",
  "Story continues below advertisement",
  "Read more: Ten bridges nobody uses",
  "READ ALSO | Ten bridges nobody uses",
  "Also in the Bay Courier: Ten bridges nobody uses",
  "In case you missed it: Ten bridges nobody uses",
  "Get our best stories in your inbox every morning.",
  "Sign up here to get the Harbour Letter.",
  "SIGN UP: The week in six stories",
  "Subscribe now for €1 a month to continue reading.",
  "Already a subscriber? Sign in",
  "This article is for subscribers only.",
  "To read the rest of this article, please log in or register.",
  "You have reached your limit of free articles.",
  "Follow Bay Courier on Facebook and Instagram.",
  "Share this article",
  "[Photo: Greta Olin on the bridge]",
  "Join the conversation",
  "Most read",
  "Do you know more? Email tips@baycourier.example",
  "Got a story? Call our newsroom on 020 7946 0000.",
  "Support independent journalism: become a member today.",
  "Download our app for breaking news alerts",
  "© 2026 Bay Courier. All rights reserved.",
  "Listen to this article · 4 min",
  "Tags: bridge, council",
  "Thank you for reading the Bay Courier.",
];

describe("page chrome", () => {
  test.each(PROMPTS)("is left out: %s", (prompt) => {
    const page = newsPage("blog", `${paragraphs(STORY.slice(0, 2))}<p>${prompt}</p>${paragraphs(STORY.slice(2))}`);
    expect(readArticle(page).paragraphs).toEqual(STORY);
  });

  test.each([
    "Nils Ferro is the harbour correspondent of the Bay Courier.",
    "Nils Ferro covers the coast. He lives in Marrow Bay.",
    "Mina Roth is a freelance journalist who lives on a boat.",
  ])("is a note on the author at the end: %s", (note) => {
    expect(readArticle(newsPage("blog", `${paragraphs(STORY)}<p>${note}</p>`)).paragraphs).toEqual(STORY);
  });

  test.each([
    '<p><a href="/1">Ten bridges nobody uses</a></p>',
    '<p><strong>Opinion:</strong> <a href="/1">Ten bridges nobody uses</a></p>',
    '<div class="inline-related"><h4>Related</h4><ul><li><a href="/1">Ten bridges nobody uses</a></li></ul></div>',
    '<div><p>Read more</p><a href="/1">Ten bridges nobody uses</a></div>',
    '<h3><a href="/1">Ten bridges nobody uses</a></h3>',
    '<div class="box"><p>Advertisement</p><p>Ten bridges nobody uses, now at half the price for everybody.</p></div>',
    '<section><h2>Most read</h2><ol><li><a href="/1">Ten bridges nobody uses</a></li></ol></section>',
    '<figure><img alt=""><span>Ten bridges nobody uses. Photograph: A. Holm</span></figure>',
    '<div class="author-box"><p>Nils Ferro has written about ten bridges nobody uses since 2004, and lives on a boat.</p></div>',
  ])("is told by how it is built: %s", (html) => {
    const page = newsPage("components", paragraphs(STORY.slice(0, 2)) + html + paragraphs(STORY.slice(2)));
    expect(readArticle(page).paragraphs).toEqual(STORY);
  });

  test.each([
    "Subscribe to our newsletter, the minister told them, and they laughed for a while about it.",
    "“Sign up for the ferry now,” Olin said.",
    "Share prices fell by a third on Monday.",
    "Follow the river for three miles and you see the old bridge.",
    "Register offices will stay closed on Tuesday.",
    "Comments by the mayor angered the shopkeepers.",
    "More than forty shops will close.",
    "Support for the bridge fell to nine per cent.",
    "Members of the council voted by a show of hands.",
    "Copyright law was changed in May.",
    "Join the two banks again, the shopkeepers ask.",
    "Read in full, the report is a verdict on forty years of neglect.",
    "Correction: An earlier version of this article gave another length.",
    "To read the engineers’ report takes an hour.",
  ])("is not what a story says: %s", (sentence) => {
    expect(isPageChrome(sentence)).toBe(false);
    const page = newsPage("blog", `${paragraphs(STORY.slice(0, 2))}<p>${sentence}</p>${paragraphs(STORY.slice(2))}`);
    expect(readArticle(page).paragraphs).toContain(sentence);
  });

  test("is never an answer, also from articles that have it", async () => {
    const engine = createEngine(corpusOf(story("bridge", [STORY[0], ...PROMPTS, ...STORY.slice(1)].join("\n\n"))));
    for (const question of ["how can I subscribe", "how do I sign up", "where can I send tips", "what is most read"]) {
      const { passages } = await engine.ask({ text: question });
      expect(passages.filter(({ text }) => PROMPTS.some((prompt) => prompt.includes(text)))).toEqual([]);
    }
  });
});
