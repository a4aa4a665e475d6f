import { describe, expect, it } from "vitest";
import { BEN } from "./slack-world.ts";
import { saidBy, type TalksInSlack, untilSaid, withTalks } from "./talks-in-slack.ts";

/** A thread that the command opened, with its answer. */
async function openThread({ server }: TalksInSlack): Promise<string> {
  await server.command("what did Brandt say");
  const [anchor] = await untilSaid(server, 2);
  return anchor?.ts ?? "";
}

describe("in a thread that the command opened", () => {
  it("a plain question is answered, whoever asks, and goes on from those before", () =>
    withTalks(async (talks) => {
      const threadTs = await openThread(talks);
      await talks.server.say("and who pays?", { threadTs, user: BEN });
      await untilSaid(talks.server, 2, { threadTs });
      expect(talks.engine.asked[1]).toMatchObject({ text: "and who pays?", earlier: ["what did Brandt say"] });
    }));

  it("a mention is answered", () =>
    withTalks(async (talks) => {
      const threadTs = await openThread(talks);
      await talks.server.mention("tolls", { threadTs });
      await untilSaid(talks.server, 2, { threadTs });
      expect(talks.engine.asked[1]).toMatchObject({ text: "tolls", earlier: ["what did Brandt say"] });
    }));

  it("chatter, words for others, edits and bots get no reply", () =>
    withTalks(async (talks) => {
      const { server } = talks;
      const threadTs = await openThread(talks);
      await server.say("thanks, good to know", { threadTs });
      await server.say("<@U0BEN> what did Brandt say?", { threadTs });
      await server.say("what did Brandt say?", { threadTs, raw: { edited: { user: BEN, ts: "1.0" } } });
      await server.say("what did Brandt say?", { threadTs, raw: { bot_id: "B0OTHER" } });
      await server.say("what did Brandt say?", { threadTs, raw: { subtype: "channel_topic" } });
      await server.say("and who pays?", { threadTs });
      await untilSaid(server, 2, { threadTs });
      expect(saidBy(server, { threadTs })).toHaveLength(2);
      expect(talks.engine.asked.map(({ text }) => text)).toEqual(["what did Brandt say", "and who pays?"]);
    }));

  it("questions take turns, so that each knows those before it", () =>
    withTalks(async (talks) => {
      const threadTs = await openThread(talks);
      await Promise.all(["and who pays?", "and when?", "and why?"].map((text) => talks.server.say(text, { threadTs })));
      await untilSaid(talks.server, 4, { threadTs });
      expect(talks.engine.asked.map(({ earlier = [] }) => earlier.length)).toEqual([0, 1, 2, 3]);
    }));
});

describe("in a thread that a mention opened", () => {
  it("only mentions are answered", () =>
    withTalks(async ({ server, engine }) => {
      const { ts: threadTs } = await server.mention("what did Brandt say");
      await untilSaid(server, 1, { threadTs });
      await server.say("and who pays?", { threadTs });
      await server.mention("and when?", { threadTs });
      await untilSaid(server, 2, { threadTs });
      expect(engine.asked.map(({ text }) => text)).toEqual(["what did Brandt say", "and when?"]);
      expect(engine.asked[1]?.earlier).toEqual(["what did Brandt say"]);
    }));
});

describe("in a thread of others", () => {
  it("a plain question is left alone", () =>
    withTalks(async ({ server, engine }) => {
      const root = await server.say("what did Brandt say?");
      await server.say("yes, what did Brandt say?", { threadTs: root.ts });
      await server.mention("when does it open", { threadTs: root.ts });
      await untilSaid(server, 1);
      expect(engine.asked.map(({ text }) => text)).toEqual(["when does it open"]);
    }));
});
