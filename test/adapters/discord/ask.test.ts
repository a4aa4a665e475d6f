import { PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { ANNA, BORIS, DIRECT, ELSEWHERE, GENERAL, POST, VOICE } from "./discord-data.ts";
import { labelsOf, wordsOf } from "./discord-people.ts";
import { refusal } from "./discord-rest.ts";
import { FIRST_WORDS, harbourEngine } from "./harbour-engine.ts";
import { answerIn, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

const QUESTION = "what did Brandt say";

describe("/talks in a channel", () => {
  it("defers, says who asked what, and answers in a thread named after the question", () =>
    withTalks({}, async ({ server }) => {
      const asked = server.slash({ question: QUESTION });
      const [thread] = await server.until(() => server.threads().length > 0 && server.threads());
      await answerIn(server, { id: thread?.id ?? "" });
      expect(asked.callback).toBe(5);
      expect(thread?.name).toBe(QUESTION);
      expect(thread?.id).toBe(asked.messageId);
      expect(replyTo(server, asked)()?.content).toBe(`<@${ANNA.id}> asked: **${QUESTION}**`);
    }));

  it("cuts the thread's name at 100 characters", () =>
    withTalks({}, async ({ server }) => {
      server.slash({ question: `${QUESTION} ${"about the bridge ".repeat(20)}` });
      const [thread] = await server.until(() => server.threads().length > 0 && server.threads());
      expect(thread?.name.length).toBeLessThanOrEqual(100);
    }));

  it("hands the filters to the engine and shows them", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const filters = { speaker: "Brandt", source: "ArcaMax", since: "2025", until: "2025-12" };
      const interaction = server.slash({ question: QUESTION, ...filters });
      await server.until(() => server.threads().length > 0);
      await server.until(() => engine.asked.length > 0);
      expect(engine.asked[0]).toEqual({ text: QUESTION, earlier: [], ...filters });
      expect(replyTo(server, interaction)()?.content).toContain(
        "(from: Brandt, source: ArcaMax, since: 2025, until: 2025-12)",
      );
    });
  });

  it("answers the asker alone when asked to, without a thread", () =>
    withTalks({}, async ({ server }) => {
      const asked = server.slash({ question: QUESTION, private: true });
      const answer = await server.until(replyTo(server, asked));
      expect(asked.isEphemeral).toBe(true);
      expect(wordsOf(answer)).toContain(FIRST_WORDS);
      expect(labelsOf(answer)).toContain("Share");
      expect(server.threads()).toEqual([]);
    }));

  it("shows help where the question is the word help, to the asker alone", () =>
    withTalks({}, async ({ server }) => {
      const asked = server.slash({ question: "help" });
      const help = await server.until(replyTo(server, asked));
      expect(asked.isEphemeral).toBe(true);
      expect(help.content).toContain("Who pays for the bridge?");
    }));
});

describe("/talks where no thread can be", () => {
  it.each([
    ["a thread", { channel: POST }],
    ["direct messages", { channel: DIRECT }],
    ["a voice channel", { channel: VOICE }],
    ["a server that only the asker brought the app to", { channel: ELSEWHERE, installedBy: "person" as const }],
    ["a channel where the bot may not open threads", { permissions: PermissionFlagsBits.ViewChannel }],
  ])("answers in place in %s", (_place, acting) =>
    withTalks({}, async ({ server }) => {
      const asked = server.slash({ question: QUESTION }, acting);
      const answer = await server.until(replyTo(server, asked));
      expect(wordsOf(answer)).toContain(FIRST_WORDS);
      expect(wordsOf(answer)).toContain(QUESTION);
      expect(server.calls.filter(({ path }) => path.endsWith("/threads"))).toEqual([]);
    }),
  );

  it.each([50001, 50013, 160004, 50083, 160006, 50024])("answers in place when Discord says %i to the thread", (code) =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path: /\/threads$/, reply: refusal(403, code) });
      const asked = server.slash({ question: QUESTION });
      const answer = await server.until(() => {
        const reply = replyTo(server, asked)();
        return reply && wordsOf(reply).includes(FIRST_WORDS) && reply;
      });
      expect(wordsOf(answer)).toContain(`<@${ANNA.id}> asked: **${QUESTION}**`);
    }),
  );

  it.each([50001, 50013, 50083, 160005])("answers in place when Discord says %i to the message in the thread", (code) =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path: /\/messages$/, reply: refusal(403, code), times: 3 });
      const asked = server.slash({ question: QUESTION });
      await server.until(() => {
        const reply = replyTo(server, asked)();
        return reply && wordsOf(reply).includes(FIRST_WORDS);
      });
    }),
  );
});

describe("a mention", () => {
  it("is answered in a thread that starts from it", () =>
    withTalks({}, async ({ server }) => {
      const message = server.write(`<@100000000000000001> ${QUESTION}`);
      await answerIn(server, message);
      expect(server.threads()).toMatchObject([{ id: message.id, name: QUESTION }]);
      expect(server.said(GENERAL)).toEqual([]);
    }));

  it("may be of the bot's role", () =>
    withTalks({}, async ({ server }) => {
      const message = server.write(`<@&200000000000000002> ${QUESTION}`);
      await answerIn(server, message);
    }));

  it("is answered by a reply where no thread can be", () =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path: /\/threads$/, reply: refusal(403, 50013) });
      const message = server.write(`<@100000000000000001> ${QUESTION}`);
      const answer = await answerIn(server, GENERAL);
      expect(answer.replyTo).toBe(message.id);
    }));

  it("is answered by direct message where the bot may not write at all", () =>
    withTalks({}, async ({ server }) => {
      server.fail({ method: "POST", path: /\/threads$/, reply: refusal(403, 50001) });
      server.fail({ method: "POST", path: /\/messages$/, reply: refusal(403, 50013), times: 3 });
      server.write(`<@100000000000000001> ${QUESTION}`);
      await answerIn(server, DIRECT);
    }));

  it("without a question is answered with help", () =>
    withTalks({}, async ({ server }) => {
      server.write("<@100000000000000001>");
      const [help] = await server.until(() => server.said(GENERAL).length > 0 && server.said(GENERAL));
      expect(help?.content).toContain("What would you like to know?");
    }));

  it("that is deleted meanwhile is not answered", () =>
    withTalks({}, async ({ server, log }) => {
      server.fail({ method: "POST", path: /\/threads$/, reply: refusal(404, 10008) });
      server.write(`<@100000000000000001> ${QUESTION}`);
      await server.until(() => server.calls.some(({ path }) => path.endsWith("/threads")));
      server.slash({ question: "help" });
      await server.until(() => log.some((line) => line.startsWith("The question was deleted")));
      // The help names Brandt, too, in an example.
      expect(server.said(GENERAL).filter((message) => wordsOf(message).includes(FIRST_WORDS))).toEqual([]);
    }));

  it("of a bot, or of nobody, gets nothing", () =>
    withTalks({ messageContent: true }, async ({ server }) => {
      server.write(`<@100000000000000001> ${QUESTION}`, { user: { ...BORIS, bot: true } });
      server.write(`${QUESTION}?`);
      const last = server.write(`<@100000000000000001> sources`);
      await server.until(() => server.said(GENERAL).some(({ replyTo: to }) => to === last.id));
      expect(server.said(GENERAL)).toHaveLength(1);
      expect(server.threads()).toEqual([]);
    }));
});

describe("a direct message", () => {
  it("is answered where it is written", () =>
    withTalks({}, async ({ server }) => {
      const message = server.write(QUESTION, { channel: DIRECT });
      const answer = await answerIn(server, DIRECT);
      expect(answer.replyTo).toBe(message.id);
    }));
});

describe("Ask Talks about this", () => {
  it("asks what the message says", () =>
    withTalks({}, async ({ server }) => {
      const message = server.write("What did Brandt say?", { user: BORIS });
      const asked = server.askAbout(message);
      await server.until(() => server.threads().length > 0);
      expect(replyTo(server, asked)()?.content).toBe(`<@${ANNA.id}> asked: **What did Brandt say?**`);
    }));

  it("says so where the message has no text", () =>
    withTalks({}, async ({ server }) => {
      const asked = server.askAbout(server.write("", { user: BORIS }));
      const reply = await server.until(replyTo(server, asked));
      expect(asked.isEphemeral).toBe(true);
      expect(reply.content).toBe("That message has no text that I can read.");
    }));
});

describe("the other commands", () => {
  it("list the articles and explain themselves, to the asker alone", () =>
    withTalks({}, async ({ server }) => {
      const sources = server.slash({}, {}, "talks-sources");
      const list = await server.until(replyTo(server, sources));
      expect(list.content).toContain("Harbour bridge to open in spring");
      const help = server.slash({}, {}, "talks-help");
      expect((await server.until(replyTo(server, help))).content).toContain("/talks");
      expect([sources.isEphemeral, help.isEphemeral]).toEqual([true, true]);
    }));
});

describe("typing a command", () => {
  it.each([
    ["question", "who", ["Who pays for the bridge?"]],
    ["speaker", "cl", ["Clara Brandt"]],
    ["source", "p", ["Port Gazette"]],
  ])("offers what the corpus has for %s", (option, typed, choices) =>
    withTalks({}, async ({ server }) => {
      const asked = server.autocomplete(option, typed);
      await server.until(() => asked.callback !== null);
      expect(asked.callback).toBe(8);
      expect(asked.data.choices).toEqual(choices.map((choice) => ({ name: choice, value: choice })));
    }),
  );
});
