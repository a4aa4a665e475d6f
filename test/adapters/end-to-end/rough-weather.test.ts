import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIRECT } from "../discord/discord-data.ts";
import { wordsOf } from "../discord/discord-people.ts";
import { saidBy, seen, untilSaid, whispered } from "../slack/talks-in-slack.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { emptyFolder } from "../terminal/run-program.ts";
import { openTown } from "./running-talks.ts";

const QUESTION = "what did Brandt say";
const ANSWER = "We are ready to reopen the harbour";
const TIMEOUT = { timeout: 20_000 };

describe("a broken article at the start", () => {
  it("is told to the operator with its line, and the others are served", TIMEOUT, async () => {
    const { slack, discord, start } = await openTown();
    const talks = await start({ CORPUS_DIR: corpusFolder({ "broken.md": "---\ntitle: [\n---\nNothing.\n" }) });
    expect(await talks.untilLogged("The corpus has a fault")).toMatch(/broken\.md:\d+: /);
    await slack.mention(QUESTION);
    const [answer] = await untilSaid(slack, 1);
    expect(answer && seen(answer)).toContain(ANSWER);
    discord.write(QUESTION, { channel: DIRECT });
    await discord.until(() => discord.said(DIRECT).some((message) => wordsOf(message).includes(ANSWER)));
  });
});

describe("a snapshot of the index", () => {
  it(
    "is what the next start reads; where it is damaged, the articles are read and it is made anew",
    TIMEOUT,
    async () => {
      const { slack, stateDir, start } = await openTown();
      const env = { CORPUS_DIR: corpusFolder() };
      const snapshot = join(stateDir, "index.snapshot");
      const runOnce = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM") => {
        const talks = await start(env);
        const told = await talks.untilLogged("The index was");
        const { length } = whispered(slack);
        await slack.command(`private ${QUESTION}`);
        await slack.until(() => whispered(slack).length > length);
        await talks.end(signal);
        return told;
      };
      expect(await runOnce()).toContain("is not there yet");
      expect(await runOnce("SIGKILL")).toContain("was read from its snapshot");
      const content = readFileSync(snapshot);
      writeFileSync(snapshot, content.fill(0, Math.floor(content.length / 2)));
      expect(await runOnce()).toContain("is damaged");
      expect(await runOnce()).toContain("was read from its snapshot");
      const texts = whispered(slack).map(seen);
      expect(texts[0]).toContain(ANSWER);
      expect(new Set(texts).size).toBe(1);
    },
  );
});

describe("a state folder that can no longer be written", () => {
  it("is told to the operator once; questions are answered and follow-ups understood", TIMEOUT, async () => {
    const { slack, discord, stateDir, start } = await openTown();
    const talks = await start({ CORPUS_DIR: corpusFolder() });
    // At once: the program may write into it in the same moment.
    renameSync(stateDir, join(emptyFolder(), "state"));
    writeFileSync(stateDir, "no folder any more");
    await slack.command(QUESTION);
    await untilSaid(slack, 2);
    const threadTs = saidBy(slack, { threadTs: null })[0]?.ts ?? "";
    await slack.say("when will the harbour reopen?", { threadTs });
    const [answer, followUp] = await untilSaid(slack, 2, { threadTs });
    expect(answer && seen(answer)).toContain(ANSWER);
    expect(followUp && seen(followUp)).toContain("will reopen in May");
    discord.write(QUESTION, { channel: DIRECT });
    await discord.until(() => discord.said(DIRECT).some((message) => wordsOf(message).includes(ANSWER)));
    expect(await talks.end("SIGTERM")).toBe(0);
    expect(talks.log.filter((line) => line.includes("The state cannot be written to"))).toHaveLength(1);
  });
});
