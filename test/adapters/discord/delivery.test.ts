import { describe, expect, it } from "vitest";
import { BOT, DIRECT, GENERAL } from "./discord-data.ts";
import { wordsOf } from "./discord-people.ts";
import { refusal } from "./discord-rest.ts";
import { harbourEngine } from "./harbour-engine.ts";
import { answerIn, isAnswer, messageWith, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

const QUESTION = "what did Brandt say";
const LOST = { status: 0, isLost: true } as const;
const RATE_LIMITED = {
  status: 429,
  data: { message: "You are being rate limited.", retry_after: 0.2, global: false },
  headers: { "retry-after": "0.2", "x-ratelimit-scope": "user" },
} as const;

describe("a broken connection to the gateway", () => {
  it.each([
    ["is cut", undefined],
    ["is closed for a reconnect", 4000],
  ])("is resumed where it %s, and nothing is lost", (_how, code) =>
    withTalks({}, async ({ server }) => {
      server.gateway.drop(code);
      const message = server.write(`<@${BOT.id}> ${QUESTION}`);
      await answerIn(server, message);
      expect(server.gateway.resumed()).toBe(1);
      expect(server.said(message)).toHaveLength(1);
    }),
  );
});

describe("an event that is delivered twice", () => {
  it("is answered once", () =>
    withTalks({}, async ({ server }) => {
      const message = server.write(`<@${BOT.id}> ${QUESTION}`);
      server.repeat();
      await answerIn(server, message);
      const last = server.slash({ question: "help" });
      server.repeat();
      await server.until(replyTo(server, last));
      expect(server.said(message)).toHaveLength(1);
    }));
});

describe("a rate limit", () => {
  it.each([
    ["the thread", /\/threads$/],
    ["the message", /\/messages$/],
  ])("for %s is waited out", (_what, path) =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path, reply: RATE_LIMITED, times: 2 });
      server.slash({ question: QUESTION });
      const thread = await server.until(() => server.threads()[0]);
      await answerIn(server, thread);
      expect(server.said(thread)).toHaveLength(1);
    }),
  );
});

describe("a response that is lost on the way", () => {
  it.each([
    ["the acknowledgement", "POST", /\/callback$/],
    ["the anchor", "PATCH", /@original$/],
    ["the thread", "POST", /\/threads$/],
    ["the message", "POST", /\/messages$/],
  ])("is asked for again and doubles nothing (%s)", (_what, method, path) =>
    withTalks({}, async ({ server }) => {
      server.fail({ method, path, reply: LOST, isDone: true });
      server.slash({ question: QUESTION });
      const thread = await server.until(() => server.threads()[0]);
      await answerIn(server, thread);
      expect(server.threads()).toHaveLength(1);
      expect(server.said(thread)).toHaveLength(1);
    }),
  );
});

describe("a message that Discord refuses", () => {
  it.each([
    ["for its form", refusal(400, 50035)],
    ["for its bytes", refusal(500, 0)],
  ])("is sent as plain text (%s)", (_why, reply) =>
    withTalks({}, async ({ server }) => {
      // discord.js itself tries a 500 four times.
      server.fail({ method: "POST", path: /\/messages$/, reply, times: reply.status === 500 ? 4 : 1 });
      server.slash({ question: QUESTION });
      const answer = await answerIn(server, await server.until(() => server.threads()[0]));
      expect(answer.components).toEqual([]);
      expect(answer.content).toContain("Port Gazette");
    }),
  );

  it("in every form ends in a sentence", () =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path: /\/messages$/, reply: refusal(400, 50035), times: 2 });
      server.slash({ question: QUESTION });
      const thread = await server.until(() => server.threads()[0]);
      await messageWith(server, thread, "I found an answer but could not show it here.");
    }));
});

describe("an interaction that Discord no longer waits for", () => {
  it("is answered by an ordinary message and a thread, when the acknowledgement came too late", () =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path: /\/callback$/, reply: refusal(404, 10062) });
      server.slash({ question: QUESTION });
      const anchor = await messageWith(server, GENERAL, `asked: **${QUESTION}**`);
      await answerIn(server, anchor);
    }));

  it("is answered the same way, when its token has expired", () =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "PATCH", path: /@original$/, reply: refusal(401, 50027), times: 9 });
      server.slash({ question: QUESTION });
      await answerIn(server, await messageWith(server, GENERAL, `asked: **${QUESTION}**`));
    }));

  it("and that was private ends in a sentence that shows neither question nor answer", () =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path: /\/callback$/, reply: refusal(404, 10062) });
      server.slash({ question: QUESTION, private: true });
      await messageWith(server, GENERAL, "That took me too long");
      expect(server.said(GENERAL).map(wordsOf).join()).not.toContain(QUESTION);
    }));
});

describe("a fault of our own", () => {
  it("ends in a sentence, and the log names it without the question", () => {
    const engine = {
      ...harbourEngine(),
      ask() {
        throw new Error("The index is broken.");
      },
    };
    return withTalks({ engine }, async ({ server, log }) => {
      server.write(QUESTION, { channel: DIRECT });
      await messageWith(server, DIRECT, "Something went wrong on my side");
      expect(log.join("\n")).toContain("The index is broken.");
      expect(log.join("\n")).not.toContain("Brandt");
    });
  });
});

describe("many questions at once", () => {
  it("are answered once each", () =>
    withTalks({}, async ({ server }) => {
      for (let n = 1; n <= 20; n += 1) server.slash({ question: `question ${n}` });
      const threads = await server.until(() => server.threads().length === 20 && server.threads());
      await server.until(() => threads.every((thread) => server.said(thread).some(isAnswer)));
      expect(threads.map((thread) => server.said(thread).length)).toEqual(Array(20).fill(1));
      expect(new Set(threads.map(({ name }) => name)).size).toBe(20);
    }));
});

describe("a stop", () => {
  it("finishes what is in flight, and tells who asks meanwhile to come again", () =>
    withTalks({}, async ({ server, adapter }) => {
      server.fail({ method: "POST", path: /\/threads$/, reply: RATE_LIMITED, times: 2 });
      const before = server.slash({ question: QUESTION });
      await server.until(() => server.calls.some(({ path }) => path.endsWith("/threads")));
      const stopped = adapter.stop();
      const late = server.slash({ question: "too late?" });
      await stopped;
      expect(server.said({ id: before.messageId ?? "" }).some(isAnswer)).toBe(true);
      expect(replyTo(server, late)()?.content).toContain("restarting");
      expect(late.isEphemeral).toBe(true);
    }));
});

describe("whatever is sent", () => {
  it("forbids Discord to ping anybody", () =>
    withTalks({}, async ({ server }) => {
      server.slash({ question: `${QUESTION} @everyone <@300000000000000002>` });
      await answerIn(server, await server.until(() => server.threads()[0]));
      server.write("help @here", { channel: DIRECT });
      await server.until(() => server.said(DIRECT).length > 0);
      const written = server.calls.filter(({ body }) => "content" in body || "components" in body);
      expect(written.length).toBeGreaterThan(2);
      for (const { body } of written) expect(body.allowed_mentions).toEqual({ parse: [] });
    }));
});
