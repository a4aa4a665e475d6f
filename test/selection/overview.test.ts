import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const engine = createEngine(
  corpusOf(
    story(
      "old",
      "The bridge over the Lind was closed on Monday after a barge had struck a pier. Nobody was hurt, said the mayor.",
      {
        title: "Lind bridge closed",
        published: "2031-03-04",
        author: "Ina Holt",
        outlet: "Gazette",
      },
    ),
    story(
      "new",
      [
        "The bridge over the Lind will stay shut until May, the mayor said on Thursday, and repairs are still to begin.",
        "Shops on the east bank have lost half of their customers. A ferry took over on 6 March.",
      ].join("\n\n"),
      { title: "Bridge shut until May", published: "2031-03-13", author: "Tom Hill", outlet: "Courier" },
    ),
    story("school", "The school in Orm has got a new roof, which has cost two million crowns so far.", {
      title: "New roof in Orm",
      published: "2031-01-10",
    }),
  ),
);
const ask = async (text: string) => {
  const { outcome, lead, passages } = await engine.ask({ text });
  return { outcome, lead, ids: passages.map(({ article }) => article.id), texts: passages.map((one) => one.text) };
};

describe("an overview", () => {
  test.each(["latest", "summarise", "what's new?"])(
    "“%s” shows how the newest articles begin, one after another",
    async (text) => {
      const { outcome, ids, texts } = await ask(text);
      expect(outcome).toBe("answered");
      expect(ids.slice(0, 3)).toEqual(["new", "old", "school"]);
      expect(texts[0]).toContain("will stay shut until May");
    },
  );

  test("of a topic is of the articles about it", async () => {
    const { ids } = await ask("latest on the bridge");
    expect(ids.slice(0, 2)).toEqual(["new", "old"]);
    expect(ids).not.toContain("school");
  });

  test("of a topic that no article has is none", async () => {
    const { outcome, lead } = await ask("any news on the lighthouse?");
    expect(outcome).not.toBe("answered");
    expect(lead).toContain("lighthouse");
  });

  test("of some days counts them back from the newest article on it, and says so", async () => {
    const { ids, lead } = await ask("what happened this week");
    expect(new Set(ids)).toEqual(new Set(["new"]));
    expect(lead).toContain("2031-03-13");
  });

  test("of how things stand begins with what says so", async () => {
    expect((await ask("where do things stand with the bridge")).texts[0]).toContain("repairs are still to begin");
  });
});

describe("a timeline", () => {
  test("is made of the sentences that name a day, in order; a weekday is the last one before the article", async () => {
    const { outcome, texts } = await ask("timeline of the bridge");
    expect(outcome).toBe("answered");
    expect(texts.map((text) => text.slice(0, 24))).toEqual([
      "The bridge over the Lind",
      "A ferry took over on 6 M",
      "The bridge over the Lind",
    ]);
    expect(texts[0]).toContain("closed on Monday");
  });

  test("is not made of fewer than three days", async () => {
    const { outcome, lead } = await ask("timeline of the school roof");
    expect(outcome).toBe("related");
    expect(lead).toContain("too few dates");
  });
});

describe("the heads of articles tell", () => {
  test("who wrote one", async () => {
    const { lead, ids } = await ask("who wrote the Courier article");
    expect(lead).toBe("“Bridge shut until May” (Courier) is by Tom Hill, published 2031-03-13.");
    expect(ids).toEqual(["new"]);
  });

  test("that one names no author", async () => {
    expect((await ask("who wrote the article about the roof in Orm")).lead).toContain("names no author");
  });

  test("which one was first", async () => {
    const { lead, ids } = await ask("who reported on the bridge first?");
    expect(ids[0]).toBe("old");
    expect(lead).toContain("“Lind bridge closed” (Gazette), of 2031-03-04");
  });
});
