import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { withReadingRoom } from "../adapters/reading-room.ts";
import { createEngine, type Engine, loadCorpus } from "../src/index.ts";
import { startBrowser, type Tab, type View } from "../test/browser/browser.ts";
import { drawDiscord } from "./discord.ts";
import { drawSlack } from "./slack.ts";

// npm run pictures: makes the pictures of the README anew. What stands in them is asked of the engine now and put together by
// the renderers; only the look of Slack and Discord is drawn. The reading room is the built program itself.
// It needs a Chromium, and fonts: apt-get install chromium fonts-noto-core fonts-noto-color-emoji

const INVENTED = "test/fixtures/harbour";
/** What two of the invented articles tell differently. */
const DISPUTED = "How many crew of the Grey Annika died?";

const FOLDER = "docs/images";
/** Twice the pixels, for screens that have them. */
const CHAT: View = { width: 760, height: 300, scheme: "light", scale: 2 };
const PAGE: View = { width: 960, height: 300, scheme: "light", scale: 1.5 };

async function make(): Promise<void> {
  const over = (dir: string) => withReadingRoom(createEngine(loadCorpus(dir).corpus), "https://talks.example.org");
  const talks = over("corpus");
  const invented = over(INVENTED);
  const browser = await startBrowser();
  try {
    const { tab } = browser;
    await draw(tab, "slack-answer", drawSlack(await converse(talks, ["what did Lavrov say", "and Zelenskyy?"])));
    const careful = [...(await converse(talks, ["what did the citizens say about Witkoff"]))];
    const missing = [...(await converse(talks, ["what did Macron say about the talks"]))];
    await draw(tab, "slack-careful", drawSlack([...careful, ...missing]));
    await draw(tab, "discord-answer", drawDiscord(await converse(invented, [DISPUTED])));
    await photographReadingRoom(tab);
  } finally {
    await browser.close();
  }
}

/** The answers to questions of one conversation. */
async function converse(engine: Engine, questions: readonly string[]) {
  return Promise.all(questions.map((text, at) => engine.ask({ text, earlier: questions.slice(0, at) })));
}

async function draw(tab: Tab, name: string, markup: string): Promise<void> {
  await tab.look(CHAT);
  await tab.open(`data:text/html;charset=utf-8,${encodeURIComponent(markup)}`);
  await keep(tab, name);
}

async function photographReadingRoom(tab: Tab): Promise<void> {
  const stateDir = mkdtempSync(join(tmpdir(), "talks-pictures-"));
  const env = { ...process.env, CORPUS_DIR: INVENTED, READING_ROOM_PORT: "0", STATE_DIR: stateDir };
  const child = spawn(process.execPath, ["dist/talks.cjs", "start"], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    for await (const line of createInterface(child.stdout)) {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (address === undefined) continue;
      await tab.look(PAGE);
      await tab.open(`${address}/?q=${encodeURIComponent(DISPUTED)}`);
      await keep(tab, "reading-room");
      break;
    }
  } finally {
    const gone = once(child, "exit");
    child.kill();
    await gone;
    rmSync(stateDir, { recursive: true, force: true });
  }
}

async function keep(tab: Tab, name: string): Promise<void> {
  const file = join(FOLDER, `${name}.png`);
  writeFileSync(file, await tab.picture());
  process.stdout.write(`${file}\n`);
}

// Built as CommonJS, which waits for nothing at the top.
void make();
