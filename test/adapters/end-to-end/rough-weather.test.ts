import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIRECT } from "../discord/discord-data.ts";
import { wordsOf } from "../discord/discord-people.ts";
import { saidBy, seen, untilSaid, whispered } from "../slack/talks-in-slack.ts";
import { freePort } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown } from "./running-talks.ts";

const QUESTION = "what did Brandt say";
const ANSWER = "We are ready to reopen the harbour";
const TIMEOUT = { timeout: 20_000 };

function articleOf(n: number, version: number): string {
  const front = `title: "Pier ${n}"\noutlet: "Coast Gazette"\nauthor: null\npublished: "2025-04-01"\nurl: null`;
  return `---\n${front}\n---\nPier ${n} of the harbour was repaired ${version} times, the port authority said on Friday.\n`;
}

describe("a broken article at the start", () => {
  it("is told to the operator with its line, and the others are served", TIMEOUT, async () => {
    const { slack, start } = await openTown();
    const talks = await start({ CORPUS_DIR: corpusFolder({ "broken.md": "---\ntitle: [\n---\nNothing.\n" }) });
    expect(await talks.untilLogged("The corpus has a fault")).toMatch(/broken\.md:\d+: /);
    await slack.mention(QUESTION);
    const [answer] = await untilSaid(slack, 1);
    expect(answer && seen(answer)).toContain(ANSWER);
  });
});

describe("a corpus that changes while hundreds ask", () => {
  it("costs nobody an answer, and is served in the end", TIMEOUT, async () => {
    const { slack, discord, start } = await openTown();
    const corpus = corpusFolder();
    const opsPort = await freePort();
    await start({ CORPUS_DIR: corpus, OPS_PORT: String(opsPort) });
    const write = (n: number, version: number) =>
      writeFileSync(join(corpus, "articles", `pier-${n}.md`), articleOf(n, version));
    const count = 150;
    for (let n = 1; n <= count; n += 1) {
      if (n % 3 === 0) write(n / 3, n);
      discord.write(QUESTION, { channel: DIRECT });
      await slack.command(`private ${QUESTION}`);
    }
    await slack.until(() => whispered(slack).length === count, 10_000);
    await discord.until(() => discord.said(DIRECT).length === count, 10_000);
    for (const message of whispered(slack)) expect(seen(message)).toContain(ANSWER);
    for (const message of discord.said(DIRECT)) expect(wordsOf(message)).toContain(ANSWER);

    const metrics = async () => (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text();
    await expect.poll(metrics, { timeout: 5_000 }).toContain("talks_corpus_articles 52");
    expect(await metrics()).toContain(`talks_questions_total{platform="slack",outcome="answered"} ${count}`);
    expect(await metrics()).not.toMatch(/outcome="failed"/);
    expect((await fetch(`http://127.0.0.1:${opsPort}/readyz`)).status).toBe(200);
  });
});

describe("a state folder that can no longer be written", () => {
  it("is told to the operator once; questions are answered and follow-ups understood", TIMEOUT, async () => {
    const { slack, stateDir, start } = await openTown();
    const talks = await start({ CORPUS_DIR: corpusFolder() });
    rmSync(stateDir, { recursive: true });
    writeFileSync(stateDir, "no folder any more");
    await slack.command(QUESTION);
    await untilSaid(slack, 2);
    const threadTs = saidBy(slack, { threadTs: null })[0]?.ts ?? "";
    await slack.say("when will the harbour reopen?", { threadTs });
    const [answer, followUp] = await untilSaid(slack, 2, { threadTs });
    expect(answer && seen(answer)).toContain(ANSWER);
    expect(followUp && seen(followUp)).toContain("will reopen in May");
    expect(await talks.end("SIGTERM")).toBe(0);
    expect(talks.log.filter((line) => line.includes("The state cannot be written to"))).toHaveLength(1);
  });
});
