import { describe, expect, it } from "vitest";
import { createEngine } from "../../../src/index.ts";
import { FERRY_CORPUS, FILTERS, INTENTS } from "../../fixtures/filter-table.ts";
import { ALICES_DM } from "./slack-world.ts";
import { saidBy, seen, untilSaid, untilWhispered, withTalks } from "./talks-in-slack.ts";

const answering = createEngine(FERRY_CORPUS);
/** What people see of the passages, without the questions below them. */
const passagesIn = (text: string) => text.split("You could also ask")[0]?.replace(/\s+/g, " ") ?? "";

describe.each(FILTERS)("limited to $name,", ({ options, typed: [first = "", second = ""], leavesOut }) => {
  it("whatever the command asks is answered by nothing else, as if it had been asked with options", () =>
    withTalks(
      async ({ server }) => {
        for (const [at, { text }] of INTENTS.entries()) {
          await server.command(`private ${first} ${text}`);
          const shown = passagesIn(seen(await untilWhispered(server, undefined, at + 1)));
          expect(shown).not.toMatch(leavesOut);
          for (const passage of (await answering.ask({ text, ...options })).passages)
            expect(shown).toContain(passage.text);
        }
      },
      { answering },
    ));

  it("so is a mention, and a follow-up in its thread keeps to it", () =>
    withTalks(
      async ({ server }) => {
        const asked = await server.mention(`what does Norrvik want, ${second}`);
        await untilSaid(server, 1, { threadTs: asked.ts });
        await server.mention("and Sandholm?", { threadTs: asked.ts });
        const replies = await untilSaid(server, 2, { threadTs: asked.ts });
        for (const reply of replies) expect(passagesIn(seen(reply))).not.toMatch(leavesOut);
        expect(replies.map(seen).join()).toContain("Still only");
      },
      { answering },
    ));

  it("so is a direct message", () =>
    withTalks(
      async ({ server }) => {
        await server.dm(`${second} how many boats were lost`);
        const [reply] = await untilSaid(server, 1, { channel: ALICES_DM });
        expect(passagesIn(reply ? seen(reply) : "")).not.toMatch(leavesOut);
        expect(saidBy(server, { channel: ALICES_DM })).toHaveLength(1);
      },
      { answering },
    ));
});
