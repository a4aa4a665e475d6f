import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../adapters/package-root.ts";
import { ANNA, BORIS, DIRECT, type Message } from "../discord/discord-data.ts";
import { replyTo } from "../discord/looking.ts";
import { ALICE, BEN } from "../slack/slack-world.ts";
import { saidBy, untilSaid, untilWhispered, whispered } from "../slack/talks-in-slack.ts";
import { HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { emptyFolder, runProgram } from "../terminal/run-program.ts";
import { openTown, rateLimit, type Town } from "./running-talks.ts";

const QUESTION = "what about the harbour";
const REASON = "It is about another harbour.";
const TIMEOUT = { timeout: 40_000 };

/** Everything that people do in Slack by which something may be kept. */
async function useSlack({ slack }: Town): Promise<void> {
  await slack.command(QUESTION);
  const [, reply] = await untilSaid(slack, 2);
  const answer = reply ?? expect.fail("There is no answer.");
  await slack.press(answer, "👎");
  await slack.submit(await slack.until(() => slack.shown.views[0]), REASON);
  await slack.press(answer, "👍", BEN);
  await slack.press(answer, /^More/);
  await slack.say("who said that?", { threadTs: answer.threadTs });
  await untilSaid(slack, 3, { threadTs: answer.threadTs });
  await slack.erase(await slack.mention("what did the dredging cost?"));
  await slack.dm("what did Brandt say");
  const before = whispered(slack).length;
  await slack.command("private when will the harbour reopen?");
  await slack.press(await untilWhispered(slack, undefined, before + 1), "Share");
  const roots = saidBy(slack, { threadTs: null }).length;
  await slack.until(() => saidBy(slack, { threadTs: null }).length > roots);
}

/** The same in Discord. */
async function useDiscord({ discord }: Town): Promise<void> {
  discord.slash({ question: QUESTION });
  const thread = await discord.until(() => discord.threads()[0]);
  const answer = await discord.until(() => discord.said(thread)[0]);
  const press = async (message: Message, label: string | RegExp, user = ANNA) =>
    discord.until(replyTo(discord, discord.press(message, label, { user })));
  const down = discord.press(answer, "👎");
  await discord.until(() => down.callback === 9);
  await discord.until(replyTo(discord, discord.submit(down, { reason: REASON })));
  await press(answer, "👍", BORIS);
  await press(answer, /^More/);
  discord.write("what did Brandt say", { channel: DIRECT });
  await discord.until(() => discord.said(DIRECT)[0]);
  const inPrivate = await discord.until(replyTo(discord, discord.slash({ question: QUESTION, private: true })));
  await press(inPrivate, "Share");
}

/** All files in the folder, by their paths in it, with what is in them. */
function filesIn(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => !statSync(join(dir, name)).isDirectory());
  return new Map(files.map((name) => [name, name.endsWith(".sock") ? "" : readFileSync(join(dir, name), "latin1")]));
}

const onDisk = (dir: string) => [...filesIn(dir).values()].join("\n");

/** The entries of the state that stand on the disk. */
function entriesIn(dir: string): readonly { readonly key: string; readonly ttlMs: number }[] {
  const lines = readFileSync(join(dir, "state.jsonl"), "latin1").split("\n");
  return lines
    .filter((line) => line.startsWith("["))
    .map((line) => {
      const [key, , expiresAt] = JSON.parse(line);
      return { key, ttlMs: expiresAt - Date.now() };
    });
}

const UNITS = new Map([
  ["minutes", 60_000],
  ["hour", 3_600_000],
  ["day", 86_400_000],
  ["days", 86_400_000],
]);

/** The rows of PRIVACY.md whose second column names keys: each beginning of a key with the longest time it is kept. */
function readPrivacy(): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  for (const row of readFileSync(join(PACKAGE_ROOT, "PRIVACY.md"), "utf8").split("\n")) {
    const [, , keys = "", , howLong = ""] = row.split("|");
    const times = [...howLong.matchAll(/(\d+) (minutes|hour|days?)/g)].map(
      ([, count, unit = ""]) => Number(count) * (UNITS.get(unit) ?? Number.NaN),
    );
    for (const [, key = ""] of keys.matchAll(/`([a-z:-]+:)`/g)) kept.set(key, Math.max(kept.get(key) ?? 0, ...times));
  }
  return kept;
}

/** What it takes a crash, a feed, OAuth or Redis to keep. */
const NOT_HERE = ["alive:", "adopted:", "feed:", "slack:installation:", "limit:"];

describe("what is kept", () => {
  it("is what PRIVACY.md lists, no longer, and no word of what is gone", TIMEOUT, async () => {
    const town = await openTown();
    const { discord, stateDir, start } = town;
    const talks = await start({ CORPUS_DIR: corpusFolder(), QUESTION_LOG_DAYS: "7", LIMIT_PER_PERSON: "900/minute" });
    // One question waits long enough to be seen while it is being answered.
    discord.fail({ method: "POST", path: /\/messages$/, reply: rateLimit(1) });
    const slash = discord.slash({ question: QUESTION });
    await discord.until(() => discord.calls.some(({ status }) => status === 429));
    expect(readFileSync(join(stateDir, "state.jsonl"), "latin1")).toContain(slash.token);
    const whileAnswering = entriesIn(stateDir);
    await discord.until(() => discord.threads().some((thread) => discord.said(thread).length > 0));
    await Promise.all([useSlack(town), useDiscord(town)]);
    const privacy = readFileSync(join(PACKAGE_ROOT, "PRIVACY.md"), "utf8");
    const unnamed = [...filesIn(stateDir).keys()].filter(
      (name) => !privacy.includes(`\`${name.replace(/\/.*/, "/")}\``),
    );
    expect(unnamed).toEqual([]);
    expect(await talks.end("SIGTERM")).toBe(0);

    const listed = readPrivacy();
    const entries = [...whileAnswering, ...entriesIn(stateDir)];
    const prefixOf = (key: string) => [...listed.keys()].find((prefix) => key.startsWith(prefix));
    expect(entries.filter(({ key }) => prefixOf(key) === undefined)).toEqual([]);
    expect(entries.filter(({ key, ttlMs }) => ttlMs > (listed.get(prefixOf(key) ?? "") ?? 0))).toEqual([]);
    const seen = new Set(entries.map(({ key }) => prefixOf(key)));
    expect([...listed.keys()].filter((prefix) => !seen.has(prefix)).sort()).toEqual([...NOT_HERE].sort());

    expect(entriesIn(stateDir).filter(({ key }) => key.startsWith("pending:"))).toEqual([]);
    for (const { token } of discord.world.interactions.values()) expect(onDisk(stateDir)).not.toContain(`${token}"`);
    // Slack names a conversation of direct messages by its person, and a vote by its voter.
    const withPerson = entriesIn(stateDir).filter(({ key }) =>
      [ALICE, BEN, ANNA.id, BORIS.id].some((id) => key.includes(id)),
    );
    expect(new Set(withPerson.map(({ key }) => prefixOf(key)))).toEqual(new Set(["feedback:", "conversation:"]));
  });
});

const PEOPLE = [`slack:${ALICE}`, `discord:${ANNA.id}`];

describe("talks forget", () => {
  it("removes all that is kept of a person, while the bot runs and while it does not", TIMEOUT, async () => {
    const town = await openTown();
    const { slack, discord, stateDir, start } = town;
    const env = { STATE_DIR: stateDir };
    const talks = await start({ CORPUS_DIR: corpusFolder(), QUESTION_LOG_DAYS: "7", LIMIT_PER_PERSON: "900/minute" });
    await Promise.all([useSlack(town), useDiscord(town)]);
    expect(onDisk(stateDir)).toContain(REASON);
    const told = (await runProgram(["forget", `slack:${ALICE}`], { env })).stdout;
    expect(told).toMatch(new RegExp(`^Removed what was kept of slack:${ALICE}:\n +1  vote on an answer\n`));
    expect(told).toMatch(/ [3-5] {2}questions behind the buttons of answers\n +[3-5] {2}conversations\n/);
    expect(told).toMatch(
      / [4-7] {2}questions and votes in the question log\n +1 {2}count towards a limit\n +[12] {2}other entries\n$/,
    );
    expect(onDisk(stateDir)).not.toContain(ALICE);
    // What is not theirs stays, and the bot goes on.
    expect(onDisk(stateDir)).toContain(`:slack:${BEN}`);
    const { length } = whispered(slack);
    await slack.command("private what did Brandt say", { user: BEN });
    await untilWhispered(slack, undefined, length + 1);
    expect(await talks.end("SIGTERM")).toBe(0);

    // As it was spelt before.
    const { code, stdout } = await runProgram(["report", "--forget", `discord:${ANNA.id}`], { env });
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Removed what was kept of discord:${ANNA.id}:`)]);
    expect(onDisk(stateDir)).not.toContain(ANNA.id);
    expect(onDisk(stateDir)).not.toContain(REASON);
    expect(onDisk(stateDir)).toContain(`:discord:${BORIS.id}`);
    for (const person of PEOPLE)
      expect((await runProgram(["forget", person], { env })).stdout).toBe(`Nothing is kept of ${person}.\n`);
    expect(discord.said(DIRECT)).toHaveLength(1);
  });

  it.skipIf(!HAS_REDIS)(`does so in Redis, too${REDIS_NOTE}`, TIMEOUT, async () => {
    const redis = await startRedis();
    const town = await openTown();
    const env = { STATE_DIR: town.stateDir, STATE_URL: redis.url, LIMIT_PER_PERSON: "900/hour" };
    const talks = await town.start({ ...env, CORPUS_DIR: corpusFolder(), QUESTION_LOG_DAYS: "7" });
    await Promise.all([useSlack(town), useDiscord(town)]);
    const kept = async (id: string) => (await redis.keys()).filter((key) => key.includes(id));
    expect(await kept(ALICE)).toHaveLength(4);
    for (const person of PEOPLE) expect((await runProgram(["forget", person], { env })).stdout).toContain("Removed");
    expect([...(await kept(ALICE)), ...(await kept(ANNA.id))]).toEqual([]);
    expect(await kept(BEN)).not.toEqual([]);
    expect(onDisk(town.stateDir)).not.toContain(REASON);
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  it("says what a person is, and what it cannot do", async () => {
    const { code, stderr } = await runProgram(["forget", "Alice"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("such as slack:U0123ABCD or discord:1234567890")]);
    const { stdout } = await runProgram(["forget", "slack:U1"], { env: { STATE_DIR: "nowhere" } });
    expect(stdout).toBe("Nothing is kept in nowhere.\n");
    const dir = emptyFolder();
    mkdirSync(join(dir, "questions", "2025-03-01.jsonl"), { recursive: true });
    const blocked = await runProgram(["forget", "slack:U1"], { env: { STATE_DIR: dir } });
    expect([blocked.code, blocked.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^talks: Not everything could be removed: .*2025-03-01\.jsonl is a folder, not a regular file\.\n$/,
      ),
    ]);
  });
});
