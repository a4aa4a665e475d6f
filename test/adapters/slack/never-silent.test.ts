import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { ALICES_DM, BEN, type Data } from "./slack-world.ts";
import { saidBy, seen, untilSaid, untilWhispered, whispered, withTalks } from "./talks-in-slack.ts";

const POST = "chat.postMessage";

describe("when Slack refuses a message", () => {
  it("with its blocks, the answer comes as plain text", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 1, how: { error: "invalid_blocks" } });
      await server.mention("what did Brandt say");
      const [reply] = await untilSaid(server, 1);
      expect(reply?.blocks).toEqual([]);
      expect(reply?.text).toContain("“The bridge is passage one,” she said.\n— Clara Brandt\n");
    }));

  it("with and without blocks, one plain sentence says so", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 2, how: { error: "msg_blocks_too_long" } });
      await server.mention("what did Brandt say");
      const [reply] = await untilSaid(server, 1);
      expect(reply?.text).toContain("could not show it here");
    }));

  it("without saying why, the answer comes all the same", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 1, how: { status: 200 } });
      await server.mention("what did Brandt say");
      expect(await untilSaid(server, 1)).toHaveLength(1);
    }));

  it("in the thread of the command, the anchor says so and is not deleted", () =>
    withTalks(async ({ server }) => {
      const when = ({ thread_ts }: Data) => thread_ts !== undefined;
      server.fail({ method: POST, times: 3, how: { error: "restricted_action_thread_locked" }, when });
      await server.command("what did Brandt say");
      const anchor = await server.until(() => saidBy(server).find(({ text }) => text.includes("did not let me")));
      expect(anchor.text).toContain("<@U0ALICE> asked: what did Brandt say");
      expect(server.calls.map(({ method }) => method)).not.toContain("chat.delete");
    }));

  it("where a mention stands, the answer comes as a direct message", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 3, how: { error: "restricted_action" } });
      await server.mention("what did Brandt say");
      const [reply] = await untilSaid(server, 1, { channel: ALICES_DM });
      expect(reply && seen(reply)).toContain("asked: what did Brandt say");
      expect(reply?.text).toContain("I cannot post in <#C0TOWN>");
    }));

  it("where Talks is no member any more, the direct message asks to be invited", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 3, how: { error: "not_in_channel" } });
      await server.mention("what did Brandt say");
      const [reply] = await untilSaid(server, 1, { channel: ALICES_DM });
      expect(reply?.text).toContain("I am not in <#C0TOWN>");
      expect(reply?.text).toContain("/invite @Talks");
    }));

  it("for one person, that comes as plain text too", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: "respond", times: 1, how: { status: 400 } });
      await server.command("private what did Brandt say");
      const whisper = await untilWhispered(server);
      expect(whisper.blocks).toEqual([]);
      expect(whisper.text).toContain("passage one");
    }));

  it("for one person in a channel that Talks has left, it comes as a direct message", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: "chat.postEphemeral", times: 3, how: { error: "not_in_channel" } });
      await server.mention("help");
      const [help] = await untilSaid(server, 1, { channel: ALICES_DM });
      expect(help && seen(help)).toContain("/talks what did Brandt say");
    }));
});

describe("when something breaks", () => {
  it("in the engine, whoever asked gets a sentence, and the operator the cause", () =>
    withTalks(async ({ server, log }) => {
      await server.mention("fail");
      const [reply] = await untilSaid(server, 1);
      expect(reply?.text).toContain("Something went wrong on my side");
      expect(log.join()).toContain("The engine broke.");
    }));

  it("in the state, the question is answered without its conversation", () => {
    const broken = async () => {
      throw new Error("The disk is full.");
    };
    return withTalks(
      async ({ server }) => {
        await server.mention("what did Brandt say");
        const [reply] = await untilSaid(server, 1);
        expect(reply && seen(reply)).toContain("passage one");
      },
      { state: { ...createMemoryState(), get: broken, claim: broken } },
    );
  });

  it("no question and no answer is logged", () =>
    withTalks(async ({ server, log }) => {
      server.fail({ method: POST, times: 1, how: { error: "invalid_blocks" } });
      await server.mention("what did Brandt say");
      await untilSaid(server, 1);
      expect(log).not.toEqual([]);
      expect(log.join()).not.toMatch(/Brandt|passage|xoxb|xapp/);
    }));
});

describe("a question that is deleted before its answer", () => {
  it("gets none", () =>
    withTalks(async ({ server }) => {
      const gone = server.mention("what did Brandt say");
      server.fail({
        method: POST,
        times: 1,
        how: { retryAfter: 1 },
        meanwhile: async () => {
          const [question] = server.world.in({ id: "C0TOWN" });
          if (question) await server.erase(question);
        },
      });
      await gone;
      await server.mention("when does it open", { user: BEN });
      const said = await untilSaid(server, 1);
      expect(said).toHaveLength(1);
      expect(said[0]?.threadTs).toBe(server.world.in({ id: "C0TOWN" }).find(({ user }) => user === BEN)?.ts);
    }));

  it("leaves nothing in the channel's root, even where Slack drops the answer there", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 1, how: "root" });
      await server.mention("what did Brandt say");
      await server.until(() => server.calls.some(({ method }) => method === "chat.delete"));
      expect(saidBy(server)).toEqual([]);
    }));

  it("gets no answer where Slack knows its thread no more", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 1, how: { error: "thread_not_found" } });
      await server.mention("what did Brandt say");
      await server.mention("when does it open");
      await untilSaid(server, 1);
      expect(saidBy(server)).toHaveLength(1);
      expect(whispered(server)).toEqual([]);
    }));
});

describe("when Slack is slow or away", () => {
  it("a rate limit is waited out, and holds up no other channel", () =>
    withTalks(
      async ({ server }) => {
        server.fail({ method: POST, times: 1, how: { retryAfter: 1 } });
        const start = performance.now();
        await server.mention("what did Brandt say");
        await server.until(() => server.calls.some(({ method }) => method === POST));
        const elsewhere = server.world.channel("C0EXTRA0") ?? undefined;
        if (elsewhere) await server.mention("when does it open", { channel: elsewhere });
        if (elsewhere) await untilSaid(server, 1, { channel: elsewhere });
        expect(performance.now() - start).toBeLessThan(900);
        await untilSaid(server, 1);
        expect(performance.now() - start).toBeGreaterThan(990);
      },
      { channels: 1 },
    ));

  it("a fault of the server is tried again", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 2, how: { status: 503 } });
      server.fail({ method: "respond", times: 1, how: { status: 503 } });
      await server.mention("what did Brandt say");
      await server.command("help");
      await untilWhispered(server);
      expect(await untilSaid(server, 1)).toHaveLength(1);
    }));

  it("a message whose confirmation was lost is not posted twice", () =>
    withTalks(async ({ server }) => {
      server.fail({ method: POST, times: 1, how: "lost" });
      await server.command("what did Brandt say");
      await untilSaid(server, 2);
      server.fail({ method: POST, times: 1, how: "lost" });
      await server.mention("when does it open");
      await server.until(() => server.calls.filter(({ method }) => method === "conversations.replies").length === 1);
      await server.command("and the toll");
      await untilSaid(server, 5);
      expect(saidBy(server)).toHaveLength(5);
    }));

  it("nor is one that Slack took as plain text only", () =>
    withTalks(async ({ server }) => {
      const hasBlocks = ({ blocks }: Data) => blocks !== undefined;
      server.fail({ method: POST, times: 2, how: { error: "invalid_blocks" }, when: hasBlocks });
      server.fail({ method: POST, times: 1, how: "lost", when: (args) => !hasBlocks(args) });
      const question = await server.mention("what did Brandt say");
      await server.until(() => server.calls.filter(({ method }) => method === "conversations.replies").length === 2);
      await server.mention("when does it open", { threadTs: question.ts });
      await untilSaid(server, 2);
      expect(saidBy(server).map(({ blocks }) => blocks.length > 0)).toEqual([false, true]);
    }));
});
