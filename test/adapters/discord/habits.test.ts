import { describe, expect, it } from "vitest";
import { ANNA, BORIS, BOT, DIRECT, ELSEWHERE, FORUM, GENERAL, GROUP, POST } from "./discord-data.ts";
import { wordsOf } from "./discord-people.ts";
import { refusal } from "./discord-rest.ts";
import type { DiscordServer } from "./discord-server.ts";
import { harbourEngine } from "./harbour-engine.ts";
import { answerIn, messageWith, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

// What people do with a bot in the first week.

const QUESTION = "what did Brandt say";
const MENTION = `<@${BOT.id}>`;
const TOLD = "Brandt opened the bridge today";

/** An engine that tells what it is asked, and a server where all messages may be read. */
async function withEngine(work: (server: DiscordServer, asked: () => readonly object[]) => Promise<void>) {
  const engine = harbourEngine();
  await withTalks({ engine, messageContent: true }, ({ server }) => work(server, () => engine.asked));
}

describe("a message that is changed", () => {
  it("within a minute, to mention Talks, is answered, and later is left alone", () =>
    withEngine(async (server, asked) => {
      const [soon, late] = [server.write(QUESTION), server.write("when does it open")];
      server.edit(late, `${MENTION} when does it open`, 70);
      server.edit(soon, `${MENTION} ${QUESTION}`, 40);
      await answerIn(server, soon);
      server.edit(soon, `${MENTION} ${QUESTION}`, 50);
      const last = server.write(`${MENTION} sources`);
      await server.until(() => server.said(GENERAL).find(({ replyTo: to }) => to === last.id));
      expect(asked()).toEqual([{ text: QUESTION, earlier: [] }]);
    }));

  it("after its answer changes the answer, and what follow-ups lean on", () =>
    withEngine(async (server, asked) => {
      const message = server.write(`${MENTION} what did Brnadt say`);
      const answer = await answerIn(server, message);
      server.edit(message, `${MENTION} ${QUESTION}`, 300);
      await server.until(() => server.calls.some(({ method, path }) => method === "PATCH" && path.endsWith(answer.id)));
      server.write(`${MENTION} and the toll?`, { channel: { ...POST, id: message.id } });
      await server.until(() => server.said(message).length === 2);
      expect(asked().slice(1)).toEqual([
        { text: QUESTION, earlier: [] },
        { text: "and the toll?", earlier: [QUESTION] },
      ]);
    }));
});

describe("an answer in a thread that is archived meanwhile", () => {
  it("is followed by the one to what the question is now, which opens the thread again", () =>
    withEngine(async (server) => {
      const message = server.write(`${MENTION} what did Brnadt say`);
      await answerIn(server, message);
      server.fail({ method: "PATCH", path: /\/messages\/\d+$/, reply: refusal(400, 50083), times: 3 });
      server.edit(message, `${MENTION} ${QUESTION}`, 300);
      await server.until(() => server.said(message).length === 2);
    }));
});

describe("thanks", () => {
  it("get no passages", () =>
    withEngine(async (server, asked) => {
      server.write(QUESTION, { channel: DIRECT });
      await answerIn(server, DIRECT);
      server.write("nice, thanks!", { channel: DIRECT });
      await messageWith(server, DIRECT, "Any time.");
      server.write(`${MENTION} 👍`);
      await messageWith(server, GENERAL, "Any time.");
      expect(asked()).toHaveLength(1);
      expect(server.threads()).toEqual([]);
    }));
});

describe("a reply with a mention", () => {
  it("is asked about the message that it replies to", () =>
    withEngine(async (server, asked) => {
      const told = server.write(TOLD, { user: BORIS });
      await answerIn(server, server.write(`${MENTION} when did she say that?`, {}, told.id));
      expect(asked()).toEqual([{ text: "when did she say that?", earlier: [], context: TOLD }]);
    }));

  it("without words asks what that message asks", () =>
    withEngine(async (server, asked) => {
      const told = server.write("<@300000000000000001> what did Brandt say?", { user: BORIS });
      const message = server.write(MENTION, {}, told.id);
      await answerIn(server, message);
      expect(asked()).toEqual([{ text: "what did Brandt say?", earlier: [] }]);
      expect(server.threads()).toMatchObject([{ id: message.id, name: "what did Brandt say?" }]);
    }));

  it("to an answer of Talks goes on from that answer, where there is no thread, too", () =>
    withEngine(async (server, asked) => {
      server.fail({ method: "POST", path: /\/threads$/, reply: refusal(403, 50013), times: 2 });
      server.write(`${MENTION} ${QUESTION}`);
      const answer = await answerIn(server, GENERAL);
      server.write("and who pays for it?", {}, answer.id);
      await server.until(() => server.said(GENERAL).length === 2);
      expect(asked().at(-1)).toEqual({ text: "and who pays for it?", earlier: [QUESTION] });
    }));

  it.each([
    ["is deleted", 404, 10008],
    ["may not be read", 403, 50001],
  ])("is answered where that message %s", (_why, status, code) =>
    withEngine(async (server, asked) => {
      server.fail({ method: "GET", path: /\/messages\/\d+$/, reply: refusal(status, code) });
      const told = server.write(TOLD, { user: BORIS });
      await answerIn(server, server.write(`${MENTION} ${QUESTION}`, {}, told.id));
      expect(asked()).toEqual([{ text: QUESTION, earlier: [] }]);
    }),
  );
});

describe("a reply to a message that Discord keeps back without the Message Content intent", () => {
  it("is answered with the way to show it", () =>
    withTalks({}, async ({ server }) => {
      const told = server.write("", { user: BORIS });
      const answer = await answerIn(server, server.write(`${MENTION} ${QUESTION}`, {}, told.id));
      expect(wordsOf(answer)).toContain("“Ask Talks about this”, in its menu under Apps");
      server.write(MENTION, {}, told.id);
      expect((await messageWith(server, GENERAL, "I cannot read")).content).toContain("“Ask Talks about this”");
    }));
});

describe("a forwarded message", () => {
  it("to Talks is what is asked", () =>
    withEngine(async (server, asked) => {
      server.forward(TOLD, { channel: DIRECT });
      await answerIn(server, DIRECT);
      expect(asked()).toEqual([{ text: TOLD, earlier: [] }]);
    }));

  it("can be asked about", () =>
    withEngine(async (server, asked) => {
      server.askAbout(server.forward(TOLD, { user: BORIS }));
      await server.until(() => asked().length > 0);
      expect(asked()).toEqual([{ text: TOLD, earlier: [] }]);
    }));
});

describe("a mention in what others began", () => {
  it("in a forum's post is answered there, about the post and its title", () =>
    withEngine(async (server, asked) => {
      server.world.messages.set(POST.id, { ...server.write(TOLD, { channel: POST }), id: POST.id });
      const message = server.write(`${MENTION} is that so?`, { channel: POST });
      const answer = await answerIn(server, POST);
      expect([answer.replyTo, POST.parent_id]).toEqual([message.id, FORUM.id]);
      expect(asked()).toEqual([{ text: "is that so?", earlier: [], context: `a post\n${TOLD}` }]);
    }));

  it("in a thread is about the message that the thread hangs on", () =>
    withEngine(async (server, asked) => {
      const thread = server.openThread(server.write(TOLD, { user: BORIS }), TOLD);
      server.write(`${MENTION} is that so?`, { channel: thread });
      await answerIn(server, thread);
      server.write(`${MENTION} and why?`, { channel: thread });
      await server.until(() => server.said(thread).length === 2);
      expect(asked()).toEqual([
        { text: "is that so?", earlier: [], context: TOLD },
        { text: "and why?", earlier: [TOLD, "is that so?"] },
      ]);
    }));

  it.each([
    ["locked", 160005, /so here is my answer\.(?! Add me)/],
    ["closed to Talks", 50001, /so here is my answer\. Add me to it/],
  ])("in a thread that is %s meanwhile is answered by direct message, which says why", (_, code, why) =>
    withEngine(async (server) => {
      server.fail({ method: "POST", path: new RegExp(`${POST.id}/messages$`), reply: refusal(403, code), times: 3 });
      server.write(`${MENTION} ${QUESTION}`, { channel: POST });
      const said = wordsOf(await answerIn(server, DIRECT));
      expect(said).toContain(`I cannot write in <#${POST.id}>`);
      expect(said).toMatch(why);
    }),
  );
});

describe("people beside Talks in a message", () => {
  it.each([
    `@here ${MENTION} ${QUESTION}`,
    `${MENTION} <@${BORIS.id}>, ${QUESTION}`,
    `${QUESTION} <@${ANNA.id}> ${MENTION}`,
  ])("are not asked about: %s", (text) =>
    withEngine(async (server, asked) => {
      await answerIn(server, server.write(text));
      expect(asked()).toEqual([{ text: QUESTION, earlier: [] }]);
    }),
  );
});

describe("/talks among people without Talks", () => {
  it.each([GROUP, ELSEWHERE])("names who asked, for the others to see: $id", (channel) =>
    withEngine(async (server) => {
      const asked = server.slash({ question: QUESTION }, { channel, installedBy: "person" });
      const reply = await server.until(replyTo(server, asked));
      expect(wordsOf(reply)).toContain(`<@${ANNA.id}> asked: **${QUESTION}**`);
    }),
  );

  it("is bound to the allowed channels, as only a conversation with Talks alone is not", async () => {
    const engine = harbourEngine();
    const limits = { channels: [GENERAL.id] };
    await withTalks({ engine, limits }, async ({ server }) => {
      const refused = server.slash({ question: QUESTION }, { channel: GROUP, installedBy: "person" });
      expect(wordsOf(await server.until(replyTo(server, refused)))).toContain("only answer in some channels");
      const taken = server.slash({ question: QUESTION }, { channel: DIRECT });
      await server.until(replyTo(server, taken));
    });
    expect(engine.asked).toHaveLength(1);
  });
});
