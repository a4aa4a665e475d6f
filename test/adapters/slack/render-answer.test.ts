import { describe, expect, it } from "vitest";
import type { Block, Message } from "../../../adapters/slack/message.ts";
import { renderAnswer, renderMore } from "../../../adapters/slack/render-answer.ts";
import type { Answer } from "../../../src/index.ts";
import { answer, article, disagreement, NASTY, passage } from "../../fixtures/answers.ts";
import { testRenderer } from "../renderer-contract.ts";
import { blockFaults } from "./block-rules.ts";
import { pingsIn, visibleText } from "./visible-text.ts";

const render = (answer: Answer, askedBy: string | null = null): Message =>
  renderAnswer({ id: "abcdefghijkl", answer, audience: "everyone", askedBy });

const further = ["Two.", "Three."].map((text) => passage({ text }));

testRenderer({
  name: "Slack",
  render: (answer) => {
    const message = render(answer);
    return { visible: visibleText(message.blocks), faults: blockFaults(message), pings: pingsIn(message) };
  },
});

const labelsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.type === "actions" ? block.elements.map((element) => ("text" in element ? element.text?.text : "")) : [],
  );

describe("an answer in Slack", () => {
  it("is a quotation with matched words bold, and a source line that leads to the very sentence", () => {
    const text = "“We will open the bridge in May,” she said.";
    const { blocks } = render(answer({ passages: [passage({ text, matches: [{ start: 18, end: 24 }] })] }));
    expect(blocks.slice(0, 2)).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_quote",
            elements: [
              { type: "text", text: "“We will open the " },
              { type: "text", text: "bridge", style: { bold: true } },
              { type: "text", text: " in May,” she said." },
            ],
          },
        ],
      },
      {
        type: "context",
        elements: [
          {
            type: "mrkdwn",
            text: "*Clara Brandt* · Port Gazette, 2 March 2025 · <https://gazette.example/2025/harbour-bridge#:~:text=We%20will%20open%20the%20bridge%20in%20May%2C%E2%80%9D%20she%20said|Harbour bridge to open in spring, says mayor> · by Ina Holt",
          },
        ],
      },
    ]);
  });

  it("has buttons for context, for more, for a vote and for the next questions", () => {
    const { blocks } = render(answer({ more: further, suggestions: ["who pays"] }));
    expect(labelsOf(blocks)).toEqual(["In context", "More (2)", "👍", "👎", "who pays"]);
  });

  it("can be shared where only the asker sees it", () => {
    const { blocks } = renderAnswer({ id: "a", answer: answer(), audience: "asker", askedBy: null });
    expect(labelsOf(blocks)).toEqual(["In context", "👍", "👎", "Share"]);
  });

  it("shows who asked what where no message above does", () => {
    const { blocks } = render(answer({ question: "who pays & why" }), "U0ALICE");
    expect(blocks[0]).toEqual({
      type: "context",
      elements: [{ type: "mrkdwn", text: "<@U0ALICE> asked: who pays &amp; why" }],
    });
  });

  it("leaves out whole passages from the end where it would be too long, and offers them under More", () => {
    const passages = [1, 2, 3, 4, 5].map((n) => passage({ text: `${n} ${"слово ".repeat(420)}`.trim() }));
    const message = render(answer({ passages, more: [passage()] }));
    const shown = visibleText(message.blocks);
    expect(shown).toContain("1 слово");
    expect(shown).toContain("Shortened to fit");
    expect(shown).not.toContain("5 слово");
    const kept = passages.filter(({ text }) => shown.includes(text)).length;
    expect(kept).toBeGreaterThan(1);
    expect(labelsOf(message.blocks)).toContain(`More (${6 - kept})`);
  });

  it("cuts a passage only where it alone would be too long", () => {
    const shown = visibleText(render(answer({ passages: [passage({ text: "слово ".repeat(3_000).trim() })] })).blocks);
    expect(shown).toContain("слово…");
    expect(shown).toContain("Port Gazette");
  });

  it("shows the first passage alone where the sources disagree at too great length", () => {
    const sides = ["А", "Б", "В", "Г"].map((letter) => passage({ text: `${letter} ${"слово ".repeat(490)}`.trim() }));
    const passages = sides.slice(0, 1);
    const message = render(answer({ passages, disagreements: [disagreement({ passages: sides })] }));
    expect(visibleText(message.blocks)).toContain(passages[0]?.text);
    expect(labelsOf(message.blocks)).toContain("In context");
    expect(blockFaults(message)).toEqual([]);
  });

  it("tells a screen reader the whole answer", () => {
    expect(render(answer({ disagreements: [disagreement()] })).text).toBe(
      [
        "“We will open the bridge in May,” she said.",
        "— Clara Brandt · Port Gazette, 2 March 2025 · Harbour bridge to open in spring, says mayor · by Ina Holt",
        "The sources disagree: 14 million crowns / 12 million crowns",
        "The bridge has cost 14 million crowns so far.",
        "— Port Gazette, 2 March 2025 · Harbour bridge to open in spring, says mayor · by Ina Holt",
        "The bridge has cost 12 million crowns so far.",
        "— Evening Courier, 2 March 2025 · Harbour bridge to open in spring, says mayor · by Ina Holt",
      ].join("\n"),
    );
  });

  it("links no title to an address that is not of the web, or too long for a line", () => {
    for (const url of ["javascript:alert(1)", `https://x.example/${"a".repeat(3_000)}`, "not an address"]) {
      const { blocks } = render(answer({ passages: [passage({ article: article({ url }) })] }));
      expect(JSON.stringify(blocks)).not.toContain(`<${url.slice(0, 12)}`);
    }
  });

  it("lets no title end its link early", () => {
    const { blocks } = render(answer({ passages: [passage({ article: article({ title: "a|b>c <!here> & d" }) })] }));
    expect(JSON.stringify(blocks[1])).toContain("|a¦b&gt;c &lt;!here&gt; &amp; d>");
  });

  it("shows words of an article literally in the source line", () => {
    const { blocks } = render(answer({ passages: [passage({ article: article({ title: NASTY, url: null }) })] }));
    expect(JSON.stringify(blocks[1])).toContain("&lt;!channel&gt; &lt;@U0ANNA&gt; @everyone ∗bold* ＿it_ ∼no~ ˋcode`");
  });
});

describe("more of an answer", () => {
  const long = answer({
    passages: [passage({ text: "1" })],
    more: ["2", "3", "4", "5"].map((text) => passage({ text })),
  });
  const view = { id: "abcdefghijkl", answer: long, audience: "everyone", askedBy: null } as const;

  it("shows the next three passages, and offers the rest", () => {
    const more = renderMore(view, 1);
    expect(visibleText(more?.blocks ?? [])).toMatch(/^2[\s\S]*3[\s\S]*4/);
    expect(labelsOf(more?.blocks ?? [])).toEqual(["In context", "More (1)"]);
  });

  it("stands below the questions that it belongs to, of several", () => {
    const part = (heading: string) => ({ heading, outcome: "answered", lead: null, passages: 1, more: 1 }) as const;
    const [opens, pays, noon, town] = ["May.", "The board.", "At noon.", "The town."].map((text, start) =>
      passage({ text, start }),
    );
    const several = answer({
      parts: [part("when does it open"), part("who pays")],
      passages: [opens, pays].flatMap((one) => one ?? []),
      more: [noon, town].flatMap((one) => one ?? []),
    });
    const shown = visibleText(renderMore({ ...view, answer: several }, 2)?.blocks ?? []);
    expect(shown).toMatch(/when does it open[\s\S]*At noon\.[\s\S]*who pays[\s\S]*The town\./);
  });

  it("ends", () => {
    expect(labelsOf(renderMore(view, 4)?.blocks ?? [])).toEqual(["In context"]);
    expect(renderMore(view, 5)).toBeNull();
  });
});
