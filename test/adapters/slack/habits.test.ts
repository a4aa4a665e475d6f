import { describe, expect, it } from "vitest";
import { ALICES_DM, BEN, FRIENDS, GROUP, OTHERS_DM, TOWN } from "./slack-world.ts";
import { saidBy, seen, untilSaid, untilWhispered, whispered, withTalks } from "./talks-in-slack.ts";

// What people do with a bot in the first week.

const QUESTION = "what did Brandt say";
const MENTION = "<@U0TALKS>";

describe("a message that is changed", () => {
  it("within a minute, to mention Talks, is answered, once", () =>
    withTalks(async ({ server, engine }) => {
      const message = await server.say(QUESTION);
      const changed = await server.edit(message, `${MENTION} ${QUESTION}`, 40);
      await untilSaid(server, 1, { threadTs: message.ts });
      await server.edit(changed, `${MENTION} ${QUESTION}`, 50);
      await server.mention("when does it open");
      await untilSaid(server, 2);
      expect(engine.asked.map(({ text }) => text)).toEqual([QUESTION, "when does it open"]);
    }));

  it("later than that is left alone, and so is one that Slack changes or that others still talk in", () =>
    withTalks(async ({ server, engine }) => {
      const [old, plain, noticed] = await Promise.all([QUESTION, QUESTION, QUESTION].map((text) => server.say(text)));
      if (old) await server.edit(old, `${MENTION} ${QUESTION}`, 70);
      if (plain) await server.edit(plain, "what did Brandt say?", 5);
      const preview = { type: "message", subtype: "message_changed", hidden: true, channel: TOWN.id, ts: "1.1" };
      const text = `${MENTION} ${QUESTION}`;
      await server.event({ ...preview, message: { type: "message", user: BEN, ts: noticed?.ts, text } });
      await server.mention("when does it open");
      await untilSaid(server, 1);
      expect(engine.asked.map(({ text }) => text)).toEqual(["when does it open"]);
    }));

  it("from a mention that was sent too early into a question is answered", () =>
    withTalks(async ({ server }) => {
      const message = await server.mention("");
      await untilWhispered(server);
      await server.edit(message, `${MENTION} ${QUESTION}`, 10);
      expect(await untilSaid(server, 1, { threadTs: message.ts })).toHaveLength(1);
    }));

  it("after its answer changes the answer, and what follow-ups lean on", () =>
    withTalks(async ({ server, engine }) => {
      const message = await server.mention("nothing");
      const [first] = await untilSaid(server, 1);
      expect(first && seen(first)).toContain("No article here answers that.");
      await server.edit(message, `${MENTION} ${QUESTION}`, 300);
      const answer = await server.until(() => saidBy(server).find((posted) => seen(posted).includes("passage one")));
      expect([answer.ts, saidBy(server).length]).toEqual([first?.ts, 1]);
      await server.mention("and the toll?", { threadTs: message.ts });
      await untilSaid(server, 2);
      expect(engine.asked.at(-1)).toMatchObject({ text: "and the toll?", earlier: [QUESTION] });
      await server.press(answer, /^More/);
      expect((await untilSaid(server, 3)).map(seen).at(-1)).toContain("passage three");
    }));
});

describe("an answer that may not be changed any more", () => {
  it("is followed by the one to what the question is now", () =>
    withTalks(async ({ server }) => {
      const message = await server.mention("nothing");
      await untilSaid(server, 1);
      server.fail({ method: "chat.update", times: 3, how: { error: "edit_window_closed" } });
      await server.edit(message, `${MENTION} ${QUESTION}`, 300);
      const said = await untilSaid(server, 2, { threadTs: message.ts });
      expect(said.map(seen).at(-1)).toContain("passage one");
    }));
});

describe("a question that is deleted after its answer", () => {
  it("leaves a thread in which others go on", () =>
    withTalks(async ({ server, engine }) => {
      const message = await server.mention(QUESTION);
      await untilSaid(server, 1);
      await server.erase(message);
      await server.mention("and why?", { threadTs: message.ts, user: BEN });
      await untilSaid(server, 2, { threadTs: message.ts });
      expect(engine.asked.at(-1)).toEqual({ text: "and why?", earlier: [QUESTION] });
    }));

  it("is nothing that a first question in its thread looks at", () =>
    withTalks(async ({ server, engine }) => {
      const message = await server.say("Brandt opened the bridge");
      await server.say("really?", { threadTs: message.ts });
      await server.erase(message);
      await server.mention("who was that?", { threadTs: message.ts });
      await untilSaid(server, 1);
      expect(engine.asked).toEqual([{ text: "who was that?", earlier: [] }]);
    }));
});

describe("/me", () => {
  it("is a message like others", () =>
    withTalks(async ({ server }) => {
      const raw = { subtype: "me_message" };
      const { ts } = await server.say(`asks ${MENTION} what did Brandt say`, { raw });
      await untilSaid(server, 1, { threadTs: ts });
      await server.dm(QUESTION, { raw });
      await untilSaid(server, 1, { channel: ALICES_DM });
    }));
});

describe("thanks", () => {
  it("get no passages: one sentence where Talks is addressed, nothing else", () =>
    withTalks(async ({ server, engine }) => {
      await server.command(QUESTION);
      const [anchor] = await untilSaid(server, 2);
      await server.say("thanks!", { threadTs: anchor?.ts ?? "" });
      await server.mention("thank you so much 🙏", { threadTs: anchor?.ts ?? "" });
      expect(seen(await untilWhispered(server))).toContain("Any time.");
      for (const text of [QUESTION, "cool!!", ":+1:"]) await server.dm(text);
      const said = await untilSaid(server, 3, { channel: ALICES_DM });
      expect(said.map(seen).slice(1)).toEqual(Array(2).fill(expect.stringContaining("Any time.")));
      expect(saidBy(server)).toHaveLength(2);
      expect(engine.asked).toHaveLength(2);
    }));

  it("hello gets help", () =>
    withTalks(async ({ server }) => {
      await server.mention("good morning!");
      expect(seen(await untilWhispered(server))).toContain("What would you like to know?");
    }));
});

describe("a mention in a thread of others", () => {
  const ROOT = "Brandt opened the bridge today, says the Gazette";

  it("looks at the message above, also for what follows, however long the thread is", () =>
    withTalks(async ({ server, engine }) => {
      const { ts: threadTs } = await server.say(ROOT, { user: BEN });
      for (let n = 0; n < 1_200; n += 1) {
        const user = BEN;
        server.world.add({ channel: TOWN.id, user, text: `reply ${n}`, threadTs, blocks: [], seenBy: null });
      }
      await server.mention("what did she say then?", { threadTs });
      await untilSaid(server, 1, { threadTs });
      await server.mention("and when?", { threadTs });
      await untilSaid(server, 2, { threadTs });
      expect(engine.asked).toEqual([
        { text: "what did she say then?", earlier: [], context: ROOT },
        { text: "and when?", earlier: [ROOT, "what did she say then?"] },
      ]);
      const looked = server.calls.filter(({ method }) => method === "conversations.replies");
      expect(looked.map(({ args }) => args.limit)).toEqual(["1"]);
    }));

  it("without words asks what stands above, and gets help where that has no words", () =>
    withTalks(async ({ server, engine }) => {
      const { ts: threadTs } = await server.say("what did Brandt say?", { user: BEN });
      await server.mention("", { threadTs });
      await untilSaid(server, 1, { threadTs });
      expect(engine.asked.map(({ text }) => text)).toEqual(["what did Brandt say?"]);
      await server.mention("", { threadTs: (await server.say("", { user: BEN })).ts });
      expect(seen(await untilWhispered(server))).toContain("What would you like to know?");
    }));

  it("is answered where Slack does not let Talks look", () =>
    withTalks(async ({ server, engine, log }) => {
      const { ts: threadTs } = await server.say(ROOT, { user: BEN });
      server.fail({ method: "conversations.replies", times: 1, how: { error: "missing_scope" } });
      await server.mention("what did she say then?", { threadTs });
      await untilSaid(server, 1, { threadTs });
      expect(engine.asked).toEqual([{ text: "what did she say then?", earlier: [] }]);
      expect(log.join()).not.toContain("Brandt");
    }));

  it("by a bot is left alone, so that two bots never talk to each other", () =>
    withTalks(async ({ server, engine }) => {
      const { ts: threadTs } = await server.mention(QUESTION);
      await untilSaid(server, 1);
      await server.mention("and why?", { threadTs, raw: { bot_id: "B0OTHER", user: "U0OTHER" } });
      await server.mention("and when?", { threadTs });
      await untilSaid(server, 2);
      expect(engine.asked.map(({ text }) => text)).toEqual([QUESTION, "and when?"]);
    }));
});

describe("a thread in direct messages", () => {
  it("below an answer goes on from it", () =>
    withTalks(async ({ server, engine }) => {
      await server.dm(QUESTION);
      const [answer] = await untilSaid(server, 1, { channel: ALICES_DM });
      await server.dm("and why?", { threadTs: answer?.ts ?? "" });
      await untilSaid(server, 1, { channel: ALICES_DM, threadTs: answer?.ts ?? "" });
      expect(engine.asked.at(-1)).toEqual({ text: "and why?", earlier: [QUESTION] });
    }));
});

describe("a message that is shared with Talks", () => {
  const raw = { attachments: [{ is_share: true, text: "Brandt &amp; Lind opened the bridge", author_name: "ben" }] };

  it("is what is asked, or what the words with it are about", () =>
    withTalks(async ({ server, engine }) => {
      await server.dm("", { raw });
      await untilSaid(server, 1, { channel: ALICES_DM });
      await server.mention("when was that?", { raw });
      await untilSaid(server, 1);
      expect(engine.asked).toEqual([
        { text: "Brandt & Lind opened the bridge", earlier: [] },
        { text: "when was that?", earlier: [], context: "Brandt & Lind opened the bridge" },
      ]);
    }));
});

describe("the message shortcut", () => {
  it("takes what is shared with a message that has no words", () =>
    withTalks(async ({ server, engine }) => {
      const shared = { attachments: [{ is_share: true, text: "Brandt opened the bridge" }] };
      await server.shortcut(await server.say("", { user: BEN }), "ask_about_message", shared);
      await untilSaid(server, 1);
      expect(engine.asked[0]?.text).toBe("Brandt opened the bridge");
    }));
});

describe("people beside Talks in a message", () => {
  it.each([
    `<!here> ${MENTION} what did Brandt say`,
    `${MENTION} <@U0BEN|ben>, what did Brandt say`,
    `what did Brandt say ${MENTION} <@U0BEN>`,
  ])("are not asked about: %s", (text) =>
    withTalks(async ({ server, engine }) => {
      await server.say(text);
      await untilSaid(server, 1);
      expect(engine.asked.map((asked) => asked.text)).toEqual([QUESTION]);
    }),
  );

  it("and the lines that they quote reach the engine as lines", () =>
    withTalks(async ({ server, engine }) => {
      await server.mention("&gt; The bridge is open.\nwho said that?");
      await untilSaid(server, 1);
      expect(engine.asked[0]?.text).toBe("> The bridge is open.\nwho said that?");
    }));
});

describe("in a group direct message", () => {
  it("a mention is answered in its thread, and what people tell each other is not", () =>
    withTalks(async ({ server, engine }) => {
      await server.say("what did Brandt say?", { channel: GROUP });
      const { ts: threadTs } = await server.mention(QUESTION, { channel: GROUP });
      await untilSaid(server, 1, { channel: GROUP, threadTs });
      expect(engine.asked).toHaveLength(1);
    }));

  it.each([FRIENDS, OTHERS_DM])("the command is answered to its asker where Talks is not: $name", (channel) =>
    withTalks(async ({ server }) => {
      await server.command(QUESTION, { channel });
      const answer = seen(await untilWhispered(server, channel));
      expect(answer).toContain("passage one");
      expect(answer).toContain("Only you see this: I am not part of this conversation.");
    }),
  );
});

describe("in a channel that two workspaces share", () => {
  it("a question that comes through both is answered once, whoever asks", () =>
    withTalks(async ({ server, engine }) => {
      const text = `${MENTION} ${QUESTION}`;
      const event = { type: "app_mention", user: "U0GUEST", text, channel: TOWN.id, ts: "1700000000.000100" };
      server.world.add({ channel: TOWN.id, user: "U0GUEST", text, threadTs: null, blocks: [], seenBy: null });
      const { ts } = server.world.in(TOWN)[0] ?? event;
      await Promise.all(["T0TOWN", "T0OTHER"].map((team) => server.event({ ...event, ts, team: "T0OTHER" }, team)));
      await untilSaid(server, 1, { threadTs: ts });
      await server.mention("when does it open");
      await untilSaid(server, 2);
      expect(engine.asked).toHaveLength(2);
    }));
});

describe("the command in the direct messages with Talks", () => {
  it("is answered there, below its question, and plain questions go on from it", () =>
    withTalks(async ({ server, engine }) => {
      await server.command(QUESTION, { channel: ALICES_DM });
      const [answer] = await untilSaid(server, 1, { channel: ALICES_DM });
      expect([answer?.threadTs, answer && seen(answer).includes(`asked: ${QUESTION}`)]).toEqual([null, true]);
      await server.dm("and why?");
      await untilSaid(server, 2, { channel: ALICES_DM });
      expect(engine.asked.at(-1)).toEqual({ text: "and why?", earlier: [QUESTION] });
      expect(whispered(server, ALICES_DM)).toEqual([]);
    }));
});
