import { describe, expect, it } from "vitest";
import { ALICES_DM, BEN, TOWN } from "./slack-world.ts";
import { saidBy, seen, untilSaid, untilWhispered, whispered, withTalks } from "./talks-in-slack.ts";

const ONE_A_DAY = { perPerson: { questions: 1, seconds: 86_400 } };

describe("a question beyond the limit", () => {
  it("is told so to the asker alone, and counted as refused", () =>
    withTalks(
      async ({ server, engine, observer }) => {
        await server.command("what did Brandt say");
        await untilSaid(server, 2);
        await server.command("who pays for the bridge");
        expect(seen(await untilWhispered(server))).toMatch(/as many questions as one person may, 1 in a day/);
        await server.mention("who pays for the bridge");
        expect(seen(await untilWhispered(server, TOWN, 2))).toMatch(/Please ask again in/);
        expect(engine.asked).toHaveLength(1);
        expect(saidBy(server)).toHaveLength(2);
        expect(observer.seen).toEqual([
          'slack:U0ALICE asked "what did Brandt say": answered',
          'slack:U0ALICE asked "who pays for the bridge": refused',
          'slack:U0ALICE asked "who pays for the bridge": refused',
        ]);
      },
      { limits: ONE_A_DAY },
    ));

  it("is one of that person; others are answered", () =>
    withTalks(
      async ({ server }) => {
        const first = await server.mention("what did Brandt say");
        const [answer] = await untilSaid(server, 1, { threadTs: first.ts });
        if (answer) await server.press(answer, "who pays for the bridge");
        await untilWhispered(server);
        if (answer) await server.press(answer, "who pays for the bridge", BEN);
        await untilSaid(server, 2, { threadTs: first.ts });
      },
      { limits: ONE_A_DAY },
    ));
});

describe("a channel that is not on the list", () => {
  it("gets no answer, but whoever calls is told why; direct messages are answered", () =>
    withTalks(
      async ({ server, observer }) => {
        await server.mention("what did Brandt say");
        expect(seen(await untilWhispered(server))).toContain("I only answer in some channels");
        await server.dm("what did Brandt say");
        await untilSaid(server, 1, { channel: ALICES_DM });
        expect(saidBy(server)).toEqual([]);
        expect(observer.seen).toHaveLength(2);
      },
      { limits: { channels: ["C0OTHER"] } },
    ));
});

describe("the mention-only switch", () => {
  it("leaves plain questions in our threads alone", () =>
    withTalks(
      async ({ server, engine }) => {
        await server.command("what did Brandt say");
        const [anchor] = await untilSaid(server, 2);
        const threadTs = anchor?.ts ?? "";
        await server.say("who pays for the bridge?", { threadTs });
        await server.mention("when does it open", { threadTs });
        await untilSaid(server, 2, { threadTs });
        expect(engine.asked.map(({ text }) => text)).toEqual(["what did Brandt say", "when does it open"]);
      },
      { limits: { mentionOnly: true } },
    ));
});

describe("what people think of an answer", () => {
  it("is counted, and an answer that is shown in another place is not counted again", () =>
    withTalks(async ({ server, observer }) => {
      await server.command("private what did Brandt say");
      const whisper = await untilWhispered(server);
      await server.press(whisper, "Share");
      const [, answer] = await untilSaid(server, 2);
      if (answer) await server.press(answer, "👍", BEN);
      await server.until(() => observer.seen.length === 2);
      expect(observer.seen).toEqual(['slack:U0ALICE asked "what did Brandt say": answered', "slack:U0BEN votes up"]);
    }));
});

describe("a button beyond the limit", () => {
  const THREE = { perPerson: { questions: 3, seconds: 86_400 } };

  it("shows nothing more, and says so to whoever pressed", () =>
    withTalks(
      async ({ server, observer }) => {
        await server.command("what did Brandt say");
        const [, answer] = await untilSaid(server, 2);
        for (let n = 0; n < 5 && answer; n += 1) await server.press(answer, "In context");
        expect(seen(await untilWhispered(server, TOWN, 3))).toMatch(/as many questions as one person may, 3 in a day/);
        expect(server.shown.views).toHaveLength(2);
        if (answer) await server.press(answer, "More (4)");
        await untilWhispered(server, TOWN, 4);
        if (answer) await server.press(answer, "More (4)", BEN);
        await untilSaid(server, 3);
        expect(saidBy(server)).toHaveLength(3);
        expect(observer.seen).toHaveLength(1);
      },
      { limits: THREE },
    ));

  it("is a vote only after ten for each question that one may ask", () =>
    withTalks(
      async ({ server, observer }) => {
        await server.command("what did Brandt say");
        const [, answer] = await untilSaid(server, 2);
        for (let n = 0; n < 12 && answer; n += 1) await server.press(answer, "👍");
        await untilWhispered(server, TOWN, 12);
        const refused = whispered(server).filter((message) =>
          seen(message).includes("That was a lot in a short time."),
        );
        expect(refused).toHaveLength(2);
        expect(observer.seen.slice(1)).toEqual(["slack:U0ALICE votes up"]);
      },
      { limits: ONE_A_DAY },
    ));
});

describe("a vote that is changed", () => {
  it("takes the place of the one before", () =>
    withTalks(async ({ server, observer }) => {
      await server.command("what did Brandt say");
      const [, answer] = await untilSaid(server, 2);
      if (answer) await server.press(answer, "👎");
      const form = await server.until(() => server.shown.views[0]);
      await expect.poll(() => observer.seen).toHaveLength(2);
      if (answer) await server.press(answer, "👍");
      await untilWhispered(server);
      await server.submit(form, "wrong speaker");
      await expect
        .poll(() => observer.seen.slice(1))
        .toEqual([
          "slack:U0ALICE votes down",
          "slack:U0ALICE votes up instead of down",
          "slack:U0ALICE votes down instead of up: wrong speaker",
        ]);
    }));
});
