import { describe, expect, it } from "vitest";
import { ALICES_DM, ARCHIVE, ATTIC, BEN, CELLAR, MARKET, TOWN } from "./slack-world.ts";
import { saidBy, seen, untilSaid, untilWhispered, whispered, withTalks } from "./talks-in-slack.ts";

describe("the command", () => {
  it("is acknowledged at once, shows the question to everyone, and answers in its thread", () =>
    withTalks(async ({ server }) => {
      const { acknowledged, ms } = await server.command("what did Brandt say & why?");
      expect(acknowledged).toBe(true);
      expect(ms).toBeLessThan(1_000);
      const [anchor, reply] = await untilSaid(server, 2);
      expect(anchor?.threadTs).toBeNull();
      expect(anchor?.text).toBe("<@U0ALICE> asked: what did Brandt say &amp; why?");
      expect(reply?.threadTs).toBe(anchor?.ts);
      expect(reply && seen(reply)).toContain("“The bridge is passage one,” she said.");
      expect(reply && seen(reply)).toContain("Both from Port Gazette, 2 March 2025");
    }));

  it("posts without previews, and with a text for notifications", () =>
    withTalks(async ({ server }) => {
      await server.command("what did Brandt say");
      await untilSaid(server, 2);
      const posts = server.calls.filter(({ method }) => method === "chat.postMessage");
      expect(posts.map(({ args }) => [args.unfurl_links, args.unfurl_media])).toEqual([
        ["false", "false"],
        ["false", "false"],
      ]);
      expect(posts.every(({ args }) => typeof args.text === "string" && args.text.length > 0)).toBe(true);
    }));

  it("works in a public channel without an invitation", () =>
    withTalks(async ({ server }) => {
      await server.command("what did Brandt say", { channel: MARKET });
      expect(await untilSaid(server, 2, { channel: MARKET })).toHaveLength(2);
    }));

  it.each(["", "help", "  Help "])("explains itself to the asker alone for %j", (text) =>
    withTalks(async ({ server }) => {
      await server.command(text);
      const help = await untilWhispered(server);
      for (const words of ["/talks what did Brandt say", "/talks who pays for the bridge", "2 articles", "since: DATE"])
        expect(seen(help)).toContain(words);
      expect(saidBy(server)).toEqual([]);
    }),
  );

  it("lists the articles to the asker alone", () =>
    withTalks(async ({ server }) => {
      await server.command("sources");
      const sources = seen(await untilWhispered(server));
      expect(sources).toContain("2 articles from Port Gazette and Evening Courier");
      expect(sources).toContain("Harbour bridge to open in spring, says mayor");
      expect(sources).toContain("“The harbour bridge will open in spring, the mayor said” · Evening Courier");
    }));

  it.each([
    [CELLAR, "/invite @Talks"],
    [ARCHIVE, "not allowed to post here"],
  ])("answers the asker alone where there is no place for a thread: $name", (channel, hint) =>
    withTalks(async ({ server }) => {
      await server.command("what did Brandt say", { channel });
      const answer = seen(await untilWhispered(server, channel));
      expect(answer).toContain("passage one");
      expect(answer).toContain(hint);
    }),
  );
});

describe("a private question", () => {
  it("is answered to the asker alone, and can be shared", () =>
    withTalks(async ({ server, engine }) => {
      await server.command("private what did Brandt say");
      const whisper = await untilWhispered(server);
      expect(seen(whisper)).toContain("passage one");
      expect(saidBy(server)).toEqual([]);

      await server.press(whisper, "Share");
      const [anchor, reply] = await untilSaid(server, 2);
      expect(anchor?.text).toBe("<@U0ALICE> asked: what did Brandt say");
      expect(reply?.threadTs).toBe(anchor?.ts);
      await server.until(() => whispered(server).length === 0);
      expect(engine.asked.map(({ text }) => text)).toEqual(Array(2).fill("what did Brandt say"));
    }));

  it("asked in a thread is shared there, once", () =>
    withTalks(async ({ server }) => {
      const root = await server.say("look at this");
      await server.mention("private: what did Brandt say", { threadTs: root.ts });
      const whisper = await untilWhispered(server);
      await server.press(whisper, "Share");
      const [shared] = await untilSaid(server, 1, { threadTs: root.ts });
      expect(shared && seen(shared)).toContain("@U0ALICE asked: what did Brandt say");
      await server.press(whisper, "Share");
      await server.until(() => whispered(server).some((message) => seen(message).includes("shared already")));
      expect(saidBy(server)).toHaveLength(1);
    }));

  it("cannot be shared where Talks may not post, and says how that is mended", () =>
    withTalks(async ({ server }) => {
      await server.command("private what did Brandt say", { channel: CELLAR });
      await server.press(await untilWhispered(server, CELLAR), "Share");
      expect(seen(await untilWhispered(server, CELLAR, 2))).toContain("/invite @Talks");
    }));
});

describe("a mention", () => {
  it("is answered once in its thread, although it comes as two events", () =>
    withTalks(async ({ server, engine }) => {
      const question = await server.mention("what did Brandt say", { user: BEN });
      const said = await untilSaid(server, 1);
      expect(said.map(({ threadTs }) => threadTs)).toEqual([question.ts]);
      expect(engine.asked.map(({ text }) => text)).toEqual(["what did Brandt say"]);
    }));

  it("within a thread is answered there", () =>
    withTalks(async ({ server }) => {
      const root = await server.say("look at this");
      await server.mention("what did Brandt say", { threadTs: root.ts });
      expect(await untilSaid(server, 1, { threadTs: root.ts })).toHaveLength(1);
    }));

  it("without words gets help for the one who wrote it", () =>
    withTalks(async ({ server }) => {
      await server.mention("");
      expect(seen(await untilWhispered(server))).toContain("What would you like to know?");
    }));

  it("is read without Slack's notation", () =>
    withTalks(async ({ server, engine }) => {
      await server.mention("what of <https://x.example|the bridge> &amp; <@U0BEN|ben> in <#C0TOWN|town> &lt;now&gt;");
      await untilSaid(server, 1);
      expect(engine.asked[0]?.text).toBe("what of the bridge & @ben in #town <now>");
    }));
});

describe("a direct message", () => {
  it("is answered below it, and goes on from the question before", () =>
    withTalks(async ({ server, engine }) => {
      await server.dm("what did Brandt say");
      await untilSaid(server, 1, { channel: ALICES_DM });
      await server.dm("and the toll?");
      const said = await untilSaid(server, 2, { channel: ALICES_DM });
      expect(said.map(({ threadTs }) => threadTs)).toEqual([null, null]);
      expect(engine.asked[1]).toMatchObject({ text: "and the toll?", earlier: ["what did Brandt say"] });
    }));

  it("shows help and sources as it shows answers", () =>
    withTalks(async ({ server }) => {
      await server.dm("help");
      await server.dm("sources");
      const said = await untilSaid(server, 2, { channel: ALICES_DM });
      expect(said.map(seen).join()).toContain("/talks what did Brandt say");
    }));
});

describe("the message shortcut", () => {
  it("takes somebody's message as the question, and answers in its thread", () =>
    withTalks(async ({ server, engine }) => {
      const message = await server.say("what did Brandt say", { user: BEN });
      await server.shortcut(message, "ask_about_message");
      const [reply] = await untilSaid(server, 1, { threadTs: message.ts });
      expect(reply && seen(reply)).toContain("@U0ALICE asked: what did Brandt say");
      expect(engine.asked).toHaveLength(1);
    }));

  it("answers the asker alone where Talks may not post", () =>
    withTalks(async ({ server }) => {
      const message = await server.say("what did Brandt say", { channel: CELLAR, user: BEN });
      await server.shortcut(message, "ask_about_message");
      expect(seen(await untilWhispered(server, CELLAR))).toContain("/invite @Talks");
    }));

  it("explains itself where the message has no words", () =>
    withTalks(async ({ server }) => {
      await server.shortcut(await server.say("", { user: BEN }), "ask_about_message");
      expect(seen(await untilWhispered(server))).toContain("What would you like to know?");
    }));
});

describe("in a private channel that Talks was invited to", () => {
  it("answers as anywhere", () =>
    withTalks(async ({ server }) => {
      await server.command("what did Brandt say", { channel: ATTIC });
      expect(await untilSaid(server, 2, { channel: ATTIC })).toHaveLength(2);
      expect(saidBy(server, { channel: TOWN })).toEqual([]);
    }));
});
