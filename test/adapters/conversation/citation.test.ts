import { describe, expect, it } from "vitest";
import { cite, describeCoverage } from "../../../adapters/conversation/citation.ts";
import { article, passage } from "../../fixtures/answers.ts";

describe("a citation", () => {
  it("says who is quoted, where and when", () => {
    const quoted = passage({
      speaker: "Sergei Lavrov",
      speech: "direct",
      article: article({ outlet: "CRBC News", published: "2025-12-02", title: "Talks" }),
    });
    expect(cite(quoted)).toEqual({
      speaker: "Sergei Lavrov",
      published: "CRBC News, 2 December 2025",
      title: "Talks",
      author: "by Ina Holt",
      alsoIn: null,
    });
  });

  it("tells reported speech from a quotation, and owns up to an unclear speaker", () => {
    expect(cite(passage({ speaker: "Moscow", speech: "reported" })).speaker).toBe("Moscow (reported)");
    expect(cite(passage({ speaker: null, speech: "direct" })).speaker).toBe("speaker unclear");
    expect(cite(passage({ speaker: null, speech: null })).speaker).toBeNull();
  });

  it("leaves out what the article does not say", () => {
    const bare = passage({ article: article({ id: "a-1", title: null, outlet: null, author: null, published: null }) });
    expect(cite(bare)).toMatchObject({ published: null, title: "untitled article (a-1)" });
  });

  it("names every outlet once that prints the same text", () => {
    const copies = ["ArcaMax", "Gazette", "ArcaMax"].map((outlet, n) => article({ id: `copy-${n}`, outlet }));
    expect(cite(passage({ alsoIn: copies })).alsoIn).toBe("also in ArcaMax, Gazette");
  });
});

describe("the coverage in a sentence", () => {
  const coverage = { speakers: [], examples: [], articles: [article({}), article({ id: "two" })], undated: 0 };

  it("names articles, outlets and dates", () => {
    const dated = {
      ...coverage,
      outlets: ["ArcaMax", "Gazette"],
      since: "2025-04-24",
      until: "2025-12-02",
      undated: 1,
    };
    expect(describeCoverage(dated)).toBe(
      "2 articles from ArcaMax and Gazette, dated 24 April 2025 to 2 December 2025 (1 without a date).",
    );
  });

  it("says nothing of what is not there", () => {
    expect(describeCoverage({ ...coverage, outlets: [], since: null, until: null })).toBe("2 articles.");
  });
});
