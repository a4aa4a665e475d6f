import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { ALICES_DM, BEN, type Posted } from "./slack-world.ts";
import { saidBy, seen, type TalksInSlack, untilSaid, untilWhispered, withTalks } from "./talks-in-slack.ts";
import { visibleText } from "./visible-text.ts";

/** Asks in #town and gives the message with the answer. */
async function answerIn({ server }: TalksInSlack): Promise<Posted> {
  await server.command("what did Brandt say");
  const [, reply] = await untilSaid(server, 2);
  if (reply === undefined) throw new Error("There is no answer.");
  return reply;
}

describe("In context", () => {
  it("opens the paragraphs around each passage, the passage marked", () =>
    withTalks(async (talks) => {
      await talks.server.press(await answerIn(talks), "In context");
      const view = await talks.server.until(() => talks.server.shown.views[0]);
      const blocks = Array.isArray(view.blocks) ? view.blocks : [];
      expect(visibleText(blocks)).toContain("The paragraph before.");
      expect(blocks[2]).toMatchObject({
        type: "rich_text",
        elements: [
          {
            type: "rich_text_quote",
            elements: [
              { text: "So it was. " },
              { text: "“The bridge is passage one,” she said.", style: { bold: true } },
              { text: " And on." },
            ],
          },
        ],
      });
      expect(visibleText(blocks)).toContain("passage two");
      expect(visibleText(blocks)).not.toContain("passage three");
    }));
});

describe("More", () => {
  it("shows the next passages in the thread until there are no more", () =>
    withTalks(async (talks) => {
      const { server } = talks;
      const reply = await answerIn(talks);
      await server.press(reply, "More (4)", BEN);
      const [, second] = await untilSaid(server, 2, { threadTs: reply.threadTs });
      expect(second && seen(second)).toMatch(/three[\s\S]*four[\s\S]*five/);
      if (second) await server.press(second, "More (1)");
      const [, , third] = await untilSaid(server, 3, { threadTs: reply.threadTs });
      expect(third && seen(third)).toContain("passage six");
      expect(third && seen(third)).not.toContain("More");
    }));

  it("pressed twice posts once", () =>
    withTalks(async (talks) => {
      const { server } = talks;
      const reply = await answerIn(talks);
      await Promise.all([server.press(reply, "More (4)"), server.press(reply, "More (4)", BEN)]);
      expect(seen(await untilWhispered(server))).toContain("already below");
      await untilSaid(server, 2, { threadTs: reply.threadTs });
      expect(saidBy(server, { threadTs: reply.threadTs })).toHaveLength(2);
    }));

  it("of a private answer stays private", () =>
    withTalks(async ({ server }) => {
      await server.command("private what did Brandt say");
      await server.press(await untilWhispered(server), "More (4)");
      expect(seen(await untilWhispered(server, undefined, 2))).toContain("passage three");
      expect(saidBy(server)).toEqual([]);
    }));
});

describe("a vote", () => {
  it("up is thanked for, quietly", () => {
    const state = createMemoryState();
    return withTalks(
      async (talks) => {
        const reply = await answerIn(talks);
        await talks.server.press(reply, "👍", BEN);
        const thanks = await untilWhispered(talks.server);
        expect(thanks).toMatchObject({ seenBy: BEN, text: "Thanks, good to know." });
        expect(await state.get(`feedback:${answerId(reply)}:slack:U0BEN`)).toEqual({ vote: "up", reason: null });
      },
      { state },
    );
  });

  it("down asks for a reason, which may be left out", () => {
    const state = createMemoryState();
    return withTalks(
      async (talks) => {
        const { server } = talks;
        const reply = await answerIn(talks);
        await server.press(reply, "👎");
        const form = await server.until(() => server.shown.views[0]);
        const key = `feedback:${answerId(reply)}:slack:U0ALICE`;
        const sent = await server.submit(form, " wrong speaker ");
        expect(sent.payload).toMatchObject({ response_action: "update" });
        // The next call comes after the reason has been kept.
        await server.command("help");
        await untilWhispered(server);
        expect(await state.get(key)).toEqual({ vote: "down", reason: "wrong speaker" });
        expect((await server.submit(form, "  ")).acknowledged).toBe(true);
      },
      { state },
    );
  });
});

describe("a suggestion", () => {
  it("is answered in its thread with the question shown, and goes on from those before", () =>
    withTalks(async (talks) => {
      const { server, engine } = talks;
      const reply = await answerIn(talks);
      await server.press(reply, "who pays for the bridge", BEN);
      const [, next] = await untilSaid(server, 2, { threadTs: reply.threadTs });
      expect(next && seen(next)).toContain("@U0BEN asked: who pays for the bridge");
      expect(engine.asked.at(-1)).toMatchObject({ text: "who pays for the bridge", earlier: ["what did Brandt say"] });
    }));

  it("below a private answer is answered privately", () =>
    withTalks(async ({ server }) => {
      await server.command("private what did Brandt say");
      await server.press(await untilWhispered(server), "who pays for the bridge");
      expect(seen(await untilWhispered(server, undefined, 2))).toContain("asked: who pays for the bridge");
      expect(saidBy(server)).toEqual([]);
    }));

  it("in a direct message is answered there", () =>
    withTalks(async ({ server, engine }) => {
      await server.dm("what did Brandt say");
      const [reply] = await untilSaid(server, 1, { channel: ALICES_DM });
      if (reply) await server.press(reply, "who pays for the bridge");
      const [, next] = await untilSaid(server, 2, { channel: ALICES_DM });
      expect(next?.threadTs).toBeNull();
      expect(engine.asked.at(-1)?.earlier).toEqual(["what did Brandt say"]);
    }));
});

describe("a button that outlived its answer", () => {
  it.each(["In context", "More (4)", "👍", "👎"])("says so: %s", (label) => {
    let now = Date.now();
    return withTalks(
      async (talks) => {
        const reply = await answerIn(talks);
        now += 31 * 24 * 60 * 60_000;
        await talks.server.press(reply, label);
        expect(seen(await untilWhispered(talks.server))).toContain("too old");
      },
      { state: createMemoryState(() => now) },
    );
  });
});

function answerId({ blocks }: Posted): string {
  return /"value":"([\w-]{12})"/.exec(JSON.stringify(blocks))?.[1] ?? "";
}
