import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { BOT } from "./discord-data.ts";
import { wordsOf } from "./discord-people.ts";
import type { Reply } from "./discord-rest.ts";
import { refusal } from "./discord-rest.ts";
import { FIRST_WORDS } from "./harbour-engine.ts";
import { withTalks } from "./talks-in-discord.ts";

const QUESTION = "what did Brandt say";
const PAGE = "<html><body>502 Bad Gateway</body></html>";
const QUESTIONS = 12;
const PATIENCE_MS = 25_000;
const TIMEOUT = { timeout: 30_000 };
/** discord.js itself tries a fault of Discord's four times, and Talks a form with components and a plain one. */
const TRIES = 8;

const TROUBLE: readonly (readonly [string, Reply, number])[] = [
  ["answers 500", refusal(500, 0), TRIES],
  ["answers with a page of a proxy", { status: 502, page: PAGE }, TRIES],
  ["answers with a page that claims to be well", { status: 200, page: PAGE }, 2],
  ["breaks the connection", { status: 0, isLost: true }, 2],
  [
    "asks to wait",
    {
      status: 429,
      data: { message: "Slow down.", retry_after: 0.5, global: false },
      headers: { "retry-after": "0.5" },
    },
    1,
  ],
];

describe("some seconds in which Discord posts nothing", () => {
  it.each(TROUBLE)("cost no answer and none comes twice: it %s", TIMEOUT, (_how, reply, tries) => {
    const state = createMemoryState();
    return withTalks({ state }, async ({ server }) => {
      server.fail({ method: "POST", path: /\/messages$/, reply, times: tries * QUESTIONS });
      server.fail({ method: "POST", path: /\/threads$/, reply, times: tries });
      server.fail({ method: "PATCH", path: /@original$/, reply, times: tries });
      for (let n = 0; n < QUESTIONS; n += 1)
        if (n % 2 === 0) server.slash({ question: `${QUESTION} ${n}` });
        else server.write(`<@${BOT.id}> ${QUESTION} ${n}`);
      const said = () => server.threads().map((thread) => server.said(thread).map(wordsOf));
      await server.until(
        () => said().length === QUESTIONS && said().every((messages) => messages.length > 0),
        PATIENCE_MS,
      );
      await expect.poll(() => state.keys("pending:")).toEqual([]);
      expect(said()).toEqual(Array(QUESTIONS).fill([expect.stringContaining(FIRST_WORDS)]));
    });
  });
});

describe("a question that can never be answered", () => {
  it("is kept no longer", () => {
    const state = createMemoryState();
    return withTalks({ state }, async ({ server, log }) => {
      server.fail({ method: "POST", path: /\/threads$/, reply: refusal(403, 50013) });
      server.fail({ method: "POST", path: /\/messages$/, reply: refusal(403, 50001), times: 6 });
      server.write(`<@${BOT.id}> ${QUESTION}`);
      await expect.poll(() => log.join("\n")).toContain("refused everywhere");
      await expect.poll(() => state.keys("pending:")).toEqual([]);
    });
  });
});
