import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIRECT } from "../discord/discord-data.ts";
import { wordsOf } from "../discord/discord-people.ts";
import { seen, untilWhispered, whispered } from "../slack/talks-in-slack.ts";
import { freePort } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown } from "./running-talks.ts";

const TIMEOUT = { timeout: 60_000 };
const PATIENCE_MS = 30_000;
const PIERS = 50;

/** An article that says in its title and in each of its sentences which edition it is of. */
function pier(n: number, edition: number): string {
  const front = `title: "Pier ${n} in edition ${edition}"\noutlet: "Coast Gazette"\nauthor: null\npublished: "2025-04-01"\nurl: null`;
  const repaired = `Pier ${n} of the harbour was repaired again, edition ${edition} reports.`;
  return `---\n${front}\n---\n${repaired}\n\nThe repair made pier ${n} of the harbour safe, says edition ${edition}.\n`;
}

/** The editions of each pier's article that a message shows, as often as it names them. */
function editionsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const editions = new Map<string, string[]>();
  for (const [, n = "", edition = ""] of text.replaceAll("*", "").matchAll(/pier (\d+)\b[^\d]*edition (\d+)/gi))
    editions.set(n, [...(editions.get(n) ?? []), edition]);
  return editions;
}

describe("a thousand questions while fifty articles change", () => {
  it(
    "are all answered, none of them from two corpora, and the new articles are served in the end",
    TIMEOUT,
    async () => {
      const { slack, discord, start } = await openTown();
      const pierFile = (n: number) => `pier-${n}.md`;
      const numbers = Array.from({ length: PIERS }, (_, n) => n + 1);
      const corpus = corpusFolder(Object.fromEntries(numbers.map((n) => [pierFile(n), pier(n, 1)])));
      const opsPort = await freePort();
      const talks = await start({ CORPUS_DIR: corpus, OPS_PORT: String(opsPort) });
      const count = 500;
      for (let asked = 1; asked <= count; asked += 1) {
        const n = 1 + (asked % PIERS);
        if (asked % (count / PIERS) === 0)
          writeFileSync(join(corpus, "articles", pierFile(asked / (count / PIERS))), pier(asked / (count / PIERS), 2));
        const question = `was pier ${n} of the harbour repaired?`;
        discord.write(question, { channel: DIRECT });
        await slack.command(`private ${question}`);
      }
      await slack.until(() => whispered(slack).length === count, PATIENCE_MS);
      await discord.until(() => discord.said(DIRECT).length === count, PATIENCE_MS);

      const texts = [...whispered(slack).map(seen), ...discord.said(DIRECT).map(wordsOf)];
      const shown = texts.map((text) => [...editionsIn(text).values()]);
      // A passage and the title below it, at least: otherwise nothing could be seen to differ.
      expect(shown.filter((articles) => (articles[0]?.length ?? 0) < 2)).toEqual([]);
      expect(shown.filter((articles) => articles.some((editions) => new Set(editions).size > 1))).toEqual([]);
      const metrics = async () => (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text();
      for (const platform of ["slack", "discord"])
        expect(await metrics()).toContain(`talks_questions_total{platform="${platform}",outcome="answered"} ${count}`);
      expect(await metrics()).not.toMatch(/outcome="failed"/);

      await expect
        .poll(
          async () => {
            const before = whispered(slack).length;
            await slack.command(`private was pier ${PIERS} of the harbour repaired?`);
            return seen(await untilWhispered(slack, undefined, before + 1));
          },
          { timeout: 5_000 },
        )
        .toContain(`Pier ${PIERS} in edition 2`);
      expect(talks.log.filter((line) => line.includes("The corpus was read anew")).length).toBeGreaterThan(1);
    },
  );
});

describe("a large corpus that changes", () => {
  it("serves a change at once, and settles while people are answered", TIMEOUT, async () => {
    const { slack, start } = await openTown();
    const many = Array.from({ length: 80 }, (_, n) => [`piers-${n}.md`, pier(n, 1) + paragraphs(n)]);
    const corpus = corpusFolder(Object.fromEntries(many));
    const talks = await start({ CORPUS_DIR: corpus });
    const isTold = (what: string) => () => talks.log.some((line) => line.includes(what));
    const [isServed, hasSettled] = [isTold("The corpus was read anew"), isTold("The index has settled")];
    const began = performance.now();
    writeFileSync(join(corpus, "articles", "piers-7.md"), pier(7, 2));
    await expect.poll(isServed, { timeout: PATIENCE_MS, interval: 20 }).toBe(true);
    expect(hasSettled()).toBe(false);
    const askForPier = async () => {
      const before = whispered(slack).length;
      await slack.command("private was pier 7 of the harbour repaired?");
      return seen(await untilWhispered(slack, undefined, before + 1));
    };
    let longestMs = 0;
    while (!hasSettled()) {
      const askedAt = performance.now();
      expect(await askForPier()).toContain("Pier 7 in edition 2");
      longestMs = Math.max(longestMs, performance.now() - askedAt);
    }
    expect(longestMs).toBeLessThan((performance.now() - began) / 2);
    expect(await askForPier()).toContain("Pier 7 in edition 2");
  });
});

/** Some thousand words about a pier, so that reading many such articles takes a while. */
function paragraphs(n: number): string {
  const sentence = (at: number) =>
    `The crew ${n * 40 + at} of Sandholm painted ${at + 2} boats near mooring ${n + at}, the harbour master Oda Lind said.`;
  return Array.from({ length: 55 }, (_, at) => `\n${sentence(at)}\n`).join("");
}
