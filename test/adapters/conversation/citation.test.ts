import { describe, expect, it } from "vitest";
import { citeTogether, describeCoverage, formatDate, wordsOf } from "../../../adapters/conversation/citation.ts";
import type { Passage } from "../../../src/index.ts";
import { article, passage } from "../../fixtures/answers.ts";

const lineOf = (given: Partial<Passage>) => wordsOf(citeTogether([passage(given)]).own[0] ?? []);

describe("a source line", () => {
  it("says who is quoted, where and when", () => {
    expect(lineOf({ speaker: "Sergei Lavrov", article: article({ outlet: "CRBC News", title: "Talks" }) })).toBe(
      "Sergei Lavrov · CRBC News, 2 March 2025 · Talks · by Ina Holt",
    );
  });

  it("tells reported speech from a quotation, and owns up to an unclear speaker", () => {
    expect(lineOf({ speaker: "Moscow", speech: "reported" })).toMatch(/^Moscow \(reported\) · /);
    expect(lineOf({ speaker: null, speech: "direct" })).toMatch(/^speaker unclear · /);
    expect(lineOf({ speaker: null, speech: "reported" })).toMatch(/^speaker unclear \(reported\) · /);
    expect(lineOf({ speaker: null, speech: null })).toMatch(/^Port Gazette/);
  });

  it.each([
    [{ outlet: null }, "2 March 2025 · Talks"],
    [{ published: null }, "Gazette · Talks"],
    [{ outlet: null, published: null }, "Talks"],
    [{ title: null, opening: "It opens in" }, "Gazette, 2 March 2025 · “It opens in”"],
  ])("leaves out what the article does not say: %o", (given, line) => {
    const source = article({ outlet: "Gazette", title: "Talks", author: null, ...given });
    expect(lineOf({ speaker: null, speech: null, article: source })).toBe(line);
  });

  it("names every outlet once that prints the same text", () => {
    const copies = ["ArcaMax", "Gazette", "ArcaMax"].map((outlet, n) => article({ id: `copy-${n}`, outlet }));
    expect(lineOf({ alsoIn: copies })).toMatch(/ · also in ArcaMax, Gazette$/);
  });
});

describe("the source lines of passages of one article", () => {
  const linesOf = (passages: readonly Passage[]) => {
    const { own, shared } = citeTogether(passages);
    return [...own, shared].map(wordsOf);
  };

  it("say once what they share, and of each who speaks", () => {
    const narrated = passage({
      text: "It opens.",
      speaker: null,
      speech: null,
      alsoIn: [article({ outlet: "Coast" })],
    });
    expect(linesOf([passage(), narrated])).toEqual([
      "Clara Brandt",
      "in the article · also in Coast",
      "Both from Port Gazette, 2 March 2025 · Harbour bridge to open in spring, says mayor · by Ina Holt",
    ]);
    expect(linesOf([passage(), narrated, passage()]).at(-1)).toMatch(/^All 3 from Port Gazette/);
  });

  it("lead from each to its own sentence, and together to the article", () => {
    const { own, shared } = citeTogether(["One opens.", "Two open."].map((text) => passage({ text })));
    const { url } = article();
    expect(own.map(([speaker]) => speaker?.link)).toEqual([`${url}#:~:text=One%20opens`, `${url}#:~:text=Two%20open`]);
    expect(shared.find(({ kind }) => kind === "title")?.link).toBe(url);
  });
});

describe("a byline in a source line", () => {
  it.each([
    ["Ann Lee", "Ann Lee"],
    ["Ann Lee and Bo Kim", "Ann Lee and Bo Kim"],
    ["Ann Lee, Bloomberg News", "Ann Lee, Bloomberg News"],
    ["Ann Lee, Bo Kim and Cy Roe", "Ann Lee and 2 others"],
    ["Ann Lee, Bo Kim, and Cy Roe, Reuters", "Ann Lee and 2 others, Reuters"],
    ["Ann Lee, Bo Kim, Cy Roe, Reuters", "Ann Lee and others"],
    ["Ann Lee, Chief Correspondent, and Bo Kim, Editor", "Ann Lee, Chief Correspondent, and Bo Kim, Editor"],
    ["Ann Lee, Diplomatic Editor, Reuters", "Ann Lee, Diplomatic Editor, Reuters"],
  ])("%s: %s", (author, shown) => {
    expect(lineOf({ article: article({ author }) })).toContain(` · by ${shown}`);
    expect(lineOf({ article: article({ author }) }).endsWith(shown)).toBe(true);
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

describe("a date", () => {
  it("is written out, and left alone where it is none", () => {
    expect(formatDate("2025-12-02")).toBe("2 December 2025");
    expect(formatDate("spring")).toBe("spring");
  });
});
