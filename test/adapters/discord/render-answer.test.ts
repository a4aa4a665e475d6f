import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingOrder } from "../../../adapters/conversation/arrange.ts";
import { BUTTONS } from "../../../adapters/conversation/texts.ts";
import { fits } from "../../../adapters/discord/fit.ts";
import { renderAnswer, renderMore } from "../../../adapters/discord/render-answer.ts";
import type { Answer, Passage } from "../../../src/index.ts";
import { answer, article, disagreement, NASTY, passage } from "../../fixtures/answers.ts";
import { testRenderer } from "../renderer-contract.ts";
import { labelsOf } from "./discord-people.ts";
import { refusalOf } from "./discord-refusal.ts";
import { readMarkdown, readMessage } from "./visible-text.ts";

const FRAME = { answerId: "abcdefghijkl", heading: null, audience: "everyone" } as const;

const render = (any: Answer) => renderAnswer(any, FRAME)[0];

const further = ["Two.", "Three."].map((text) => passage({ text }));

testRenderer({
  name: "Discord",
  render: (any) => {
    const message = render(any);
    const { visible, pings, strays } = readMessage(message);
    const refused = refusalOf({ ...message });
    return { visible, pings, faults: [...(refused ? [refused.reason] : []), ...strays] };
  },
});

describe("an answer in Discord", () => {
  it("is a block quotation with matched words bold, above its source with a link to the very sentence", () => {
    const text = "“We will open the bridge in May,” she said.";
    const message = render(answer({ passages: [passage({ text, matches: [{ start: 18, end: 24 }] })] }));
    expect(message.components[0]).toMatchObject({
      components: [
        { content: "> “We will open the **bridge** in May,” she said." },
        {
          components: [
            {
              content:
                "**Clara Brandt**\n-# Port Gazette, 2 March 2025 · [Harbour bridge to open in spring, says mayor](<https://gazette.example/2025/harbour-bridge#:~:text=We%20will%20open%20the%20bridge%20in%20May%2C%E2%80%9D%20she%20said>) · by Ina Holt",
            },
          ],
          accessory: { label: "In context", custom_id: "context:abcdefghijkl:0" },
        },
      ],
    });
  });

  it("has buttons for more, a follow-up, a vote and the next questions", () => {
    const message = render(answer({ more: further, suggestions: ["who pays"] }));
    expect(labels(message)).toEqual(["In context", "More (2)", "Follow up", "👍", "👎", "who pays"]);
  });

  it("shows what answers two questions below both, and its button once", () => {
    const part = (heading: string) => ({ heading, outcome: "answered", lead: null, passages: 1, more: 0 }) as const;
    const one = passage({ text: "It opens in May." });
    const several = answer({ passages: [one, one], parts: [part("when does it open"), part("what opens in May")] });
    const shown = JSON.stringify(render(several));
    expect(shown.split("It opens in May.")).toHaveLength(3);
    expect(shown.split(BUTTONS.context)).toHaveLength(2);
  });

  it("can be shared where only the asker sees it", () => {
    expect(labels(renderAnswer(answer(), { ...FRAME, audience: "asker" })[0])).toContain("Share");
    expect(labels(render(answer()))).not.toContain("Share");
  });

  it("is no larger than Discord takes in characters, bytes and components, in any script", () => {
    for (const word of ["слово ", "言葉", "word ", "*_~` ", "👩‍👩‍👧 "]) {
      const long = passage({ text: word.repeat(12_000 / word.length), article: article({ title: word.repeat(50) }) });
      const passages = [1, 2, 3, 4, 5].map((start) => ({ ...long, start }));
      const lead = word.repeat(500 / word.length);
      const part = { heading: lead, outcome: "none", lead, passages: 0, more: 0 } as const;
      const five = answer({
        ...{ passages, lead, parts: [part, part, part], notices: [lead, lead], missing: [lead] },
        disagreements: [disagreement(), disagreement()],
      });
      expect(fits(render(five)), word).toBe(true);
    }
  });

  it("cuts the other quotations before it drops one, and offers what is dropped under More", () => {
    const passages = [1, 2, 3, 4, 5].map((n) => passage({ text: `${n} ${"слово ".repeat(300)}` }));
    const { visible } = readMessage(render(answer({ passages })));
    for (const n of [1, 2, 3, 4, 5]) expect(visible).toContain(`${n} слово`);
  });

  it("tells a near miss and no answer by sign and colour", () => {
    const colours = (["answered", "related", "none"] as const).map((outcome) => {
      const [frame] = render(answer({ outcome, lead: "A lead." })).components;
      return frame && "accent_color" in frame ? frame.accent_color : null;
    });
    expect(new Set(colours).size).toBe(3);
  });

  it("links no title to an address that is too long for the room or not of the web", () => {
    for (const url of ["javascript:alert(1)", `https://x.example/${"a".repeat(3_000)}`, "not an address"]) {
      const message = render(answer({ passages: [passage({ article: article({ url }) })] }));
      expect(JSON.stringify(message)).not.toContain("](<");
    }
  });

  it("lets no title end its link early", () => {
    const url = "https://x.example/a)b>c";
    const message = render(answer({ passages: [passage({ article: article({ title: "a](b)>c", url }) })] }));
    expect(JSON.stringify(message)).toContain("[a\\\\](b)\\\\>c](<https://x.example/a%29b%3Ec");
    expect(readMessage(message).visible).toContain("a](b)>c");
  });
});

describe("an answer in plain text", () => {
  it("holds every passage with its source, within what Discord takes", () => {
    const long = passage({ text: NASTY.repeat(30), cautions: [NASTY.repeat(5)] });
    const passages = [1, 2, 3, 4, 5].map((start) => ({ ...long, start }));
    const five = answer({ passages, disagreements: [disagreement()], notices: [NASTY.repeat(9)] });
    const [, { content }] = renderAnswer(five, { ...FRAME, heading: "**who pays**" });
    expect(content.length).toBeLessThanOrEqual(2_000);
    expect(readMarkdown(content).visible.match(/Clara Brandt/g)?.length).toBeGreaterThan(1);
    expect(readMarkdown(content).pings).toEqual([]);
    expect(readMarkdown(content).strays).toEqual([]);
    expect(content.startsWith("**who pays**\n")).toBe(true);
  });
});

describe("more passages", () => {
  it("come three at a time and are counted over all", () => {
    const more = [2, 3, 4, 5, 6].map((n) => passage({ text: `Passage ${n}.` }));
    const [page, plain] = renderMore(answer({ more }), FRAME, 1);
    expect(readMessage(page).visible).toContain("Passage 2.");
    expect(readMessage(page).visible).not.toContain("Passage 5.");
    expect(labels(page)).toEqual(["In context", "In context", "In context", "More (2)"]);
    expect(JSON.stringify(page)).toContain("context:abcdefghijkl:3");
    expect(readMessage(plain).visible).toContain("Passage 4.");
  });

  it("begin with the first that was not shown, where a disagreement found no room", () => {
    const [one, two, three, four, five, six, seven] = [1, 2, 3, 4, 5, 6, 7].map((start) =>
      passage({ text: `Number ${start}. ${"слово ".repeat(300)}`, start }),
    );
    const all = (...some: readonly (Passage | undefined)[]) => some.flatMap((each) => each ?? []);
    const points = [all(one, two), all(three, six), all(four, seven)].map((passages) => disagreement({ passages }));
    const crowded = answer({ passages: all(one, three, four, five), disagreements: points });
    const message = render(crowded);
    const { visible } = readMessage(message);
    expect(visible).not.toContain("Number 6.");
    expect(readingOrder(crowded)[3]).toBe(six);
    expect(JSON.stringify(message)).toContain("more:abcdefghijkl:3");
  });

  it("stand below the questions that they belong to, of several", () => {
    const part = (heading: string, more: number) =>
      ({ heading, outcome: "answered", lead: null, passages: 1, more }) as const;
    const texts = ["Opens in May.", "The board pays.", "Opens at noon.", "The town pays."];
    const [opens, pays, noon, town] = texts.map((text, start) => passage({ text, start }));
    const several = answer({
      parts: [part("when does it open", 1), part("who pays", 1)],
      passages: [opens, pays].flatMap((one) => one ?? []),
      more: [noon, town].flatMap((one) => one ?? []),
    });
    const [page] = renderMore(several, FRAME, 2);
    const shown = readMessage(page).visible;
    const words = ["when does it open", "Opens at noon.", "who pays", "The town pays."];
    expect(words.map((one) => shown.indexOf(one))).toEqual(
      words.map((one) => shown.indexOf(one)).sort((a, b) => a - b),
    );
    expect(words.every((one) => shown.includes(one))).toBe(true);
  });
});

describe("text from outside", () => {
  it("stays as it is whatever it holds, on every line", () => {
    const lines = [
      "# no heading",
      "> no quote",
      "- no list",
      "1. no list",
      "-# no small print",
      "||no spoiler||",
      NASTY,
    ];
    const text = [...lines, "https://x.example discord.gg/abc <t:0> <id:home> </talks:1>"].join("\n");
    const { visible, pings, strays } = readMessage(render(answer({ passages: [passage({ text })] })));
    expect(visible).toContain(text);
    expect([pings, strays]).toEqual([[], []]);
  });

  it("keeps bold where the matches are, for any matches", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (text, edges) => {
          const sorted = [...new Set(edges)].sort((a, b) => a - b);
          const matches = sorted.flatMap((start, n) => {
            const end = sorted[n + 1];
            return end === undefined || n % 2 === 1 ? [] : [{ start, end }];
          });
          const { visible, strays } = readMessage(render(answer({ passages: [passage({ text, matches })] })));
          expect(visible.replace(/[\s\p{Cc}]/gu, "")).toContain(text.replace(/[\s\p{Cc}]/gu, ""));
          expect(strays).toEqual([]);
        },
      ),
    );
  });
});

function labels(message: { readonly components: readonly unknown[] }): readonly string[] {
  return labelsOf({ components: message.components });
}
