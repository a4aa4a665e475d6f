import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { renderPage } from "../../../adapters/web/page.ts";
import { renderAnswer } from "../../../adapters/web/render-answer.ts";
import type { Answer } from "../../../src/index.ts";
import { answer, article, passage } from "../../fixtures/answers.ts";
import { testRenderer } from "../renderer-contract.ts";

type Page = ReturnType<typeof parseHTML>["document"];

function documentOf(any: Answer, earlier: readonly string[] = []): Page {
  const main = renderAnswer(any, earlier, "");
  return parseHTML(renderPage({ title: any.question, asked: any.question, earlier, main }, { base: "", seenBy: "" }))
    .document;
}

/** Every element and attribute that the pages have; anything else came from an article or a question. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "rel", "class"],
  blockquote: ["dir"],
  details: ["class"],
  div: ["class"],
  h2: ["id", "class"],
  nav: ["class", "aria-labelledby"],
  p: ["class"],
  section: ["class"],
  ...Object.fromEntries(
    ["b", "bdi", "figure", "figcaption", "h1", "li", "q", "summary", "ul"].map((name) => [name, []]),
  ),
};

function strangersIn(page: Page): readonly string[] {
  return [...page.querySelectorAll("main *")].flatMap((element) => {
    const name = element.localName;
    const odd = element.getAttributeNames().filter((attribute: string) => !OURS[name]?.includes(attribute));
    const href = element.getAttribute("href") ?? "/";
    const leadsAway = /^(?:\/(?!\/)|https?:\/\/)/.test(href) ? [] : [`href ${href}`];
    return [...(name in OURS ? [] : [name]), ...odd, ...leadsAway];
  });
}

testRenderer({
  name: "the web",
  render: (any) => {
    const page = documentOf(any);
    return { visible: page.querySelector("main")?.textContent ?? "", faults: strangersIn(page), pings: [] };
  },
});

describe("an answer on the web", () => {
  const linksIn = (any: Answer) =>
    [...documentOf(any).querySelectorAll("main .group a")].map((link) => link.getAttribute("href"));

  it("leads to the very sentence in the reading room, and to the original where there is one", () => {
    const opens = passage({ text: "It opens in May.", start: 12 });
    expect(linksIn(answer({ passages: [opens] }))).toEqual([
      "/articles/harbour-gazette#at-12:~:text=It%20opens%20in%20May",
      "https://gazette.example/2025/harbour-bridge#:~:text=It%20opens%20in%20May",
    ]);
    expect(
      linksIn(answer({ passages: [{ ...opens, article: article({ url: "javascript:alert(1)" }) }] })),
    ).toHaveLength(1);
  });

  it("shows under More what was not shown, and how many there are", () => {
    const more = ["Two.", "Three."].map((text) => passage({ text }));
    const page = documentOf(answer({ more: [passage(), ...more] }));
    expect(page.querySelector("summary")?.textContent).toBe("More: 2 further passages");
    expect([...page.querySelectorAll("details blockquote")].map((one) => one.textContent)).toEqual(["Two.", "Three."]);
    expect(documentOf(answer()).querySelector("details")).toBeNull();
  });

  it("carries the last three questions along, for a follow-up", () => {
    const page = documentOf(answer({ question: "d" }), ["a", "b", "c"]);
    const carried = [...page.querySelectorAll("input[name=after]")].map((input) => input.getAttribute("value"));
    expect(carried).toEqual(["b", "c", "d"]);
  });
});
