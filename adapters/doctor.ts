import { loadCorpus } from "../src/index.ts";
import { type Config, readConfig } from "./config.ts";
import { joinWords } from "./conversation/citation.ts";
import { type Check, failed, passed, skipped } from "./diagnosis.ts";
import { tryEncoder } from "./encoder/in-thread.ts";
import type { Environment } from "./env.ts";
import { diagnoseFeeds } from "./feeds/diagnose.ts";
import { messageOf } from "./operator-error.ts";
import { diagnosePort, type OwnPort } from "./ops/diagnose-port.ts";
import { createRedaction, secretsOf } from "./ops/redaction.ts";
import { readManifest } from "./package-root.ts";
import { findFaultsOnDisk } from "./settings-on-disk.ts";
import { diagnoseState } from "./state/diagnose.ts";
import { countFaults } from "./terminal/check.ts";
import { printable } from "./terminal/printable.ts";

/**
 * Looks at everything that the bot stands on and hands out each part as soon as it and those before it are known. Nothing is
 * changed anywhere, a bot that runs is not disturbed, and no secret is in what it says.
 */
export async function* diagnose(env: Environment): AsyncGenerator<Check> {
  const { config, faults } = readConfig(env, findFaultsOnDisk);
  const redact = createRedaction(secretsOf(config));
  const clean = (text: string) => printable(redact(text));
  const parts: readonly Promise<readonly Check[]>[] = [
    found("Node.js", () => [checkNode()]),
    found("Settings", () => checkSettings(config, faults)),
    found("Articles", async () => [await checkArticles(config)]),
    found("Feeds", () => diagnoseFeeds(config.feeds, config.corpusDir)),
    found("State", async () => [await diagnoseState(config)]),
    found("Ports", () => Promise.all(portsOf(config).map(diagnosePort))),
    found("Slack", () => checkSlack(config)),
    found("Discord", () => checkDiscord(config)),
    found("Encoder", checkEncoder),
  ];
  for (const part of parts)
    for (const check of await part)
      yield { ...check, says: clean(check.says), todo: check.todo === null ? null : clean(check.todo) };
}

/** All parts are looked at together, and one that cannot be looked at hides no other. */
async function found(
  name: string,
  look: () => Promise<readonly Check[]> | readonly Check[],
): Promise<readonly Check[]> {
  try {
    return await look();
  } catch (error) {
    return [failed(name, messageOf(error), null)];
  }
}

const MARKS = { passed: "✔", failed: "✖", skipped: "–" };
const NAME_WIDTH = 20;

/** A check as it stands in a terminal: what to do is on a line of its own. */
export function renderCheck({ name, status, says, todo }: Check): string {
  const margin = " ".repeat(NAME_WIDTH + 3);
  const next = todo === null ? "" : `${margin}→ ${todo}\n`;
  return `${MARKS[status]} ${name.padEnd(NAME_WIDTH)} ${says}\n${next}`;
}

/** What the checks come to. */
export function renderSum(checks: readonly Check[]): string {
  const count = checks.filter(({ status }) => status === "failed").length;
  if (count === 0) return "\nAll is well.\n";
  return `\n${count} of ${checks.length} ${count === 1 ? "is not as it" : "are not as they"} should be: begin with the first ✖.\n`;
}

function checkNode(): Check {
  const { version, oldestNode } = readManifest();
  const [major = 0, minor = 0] = versionOf(process.versions.node);
  const [oldestMajor = 0, oldestMinor = 0] = versionOf(oldestNode);
  const says = `Talks ${version} on Node ${process.versions.node}`;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return passed("Node.js", says);
  return failed("Node.js", says, `Install Node ${oldestNode} or newer.`);
}

function versionOf(text: string): readonly number[] {
  return text.split(".").map(Number);
}

function checkSettings({ slack, discord, readingRoom, notices }: Config, faults: readonly string[]): readonly Check[] {
  const name = "Settings";
  const explained = ".env.example explains every variable.";
  const ways = {
    socket: "Slack by Socket Mode",
    http: "Slack by HTTP",
    "http-oauth": "Slack by HTTP, many workspaces",
  };
  const platforms = [
    ...(slack ? [ways[slack.mode]] : []),
    ...(discord ? ["Discord"] : []),
    ...(readingRoom.port === null ? [] : ["the reading room"]),
  ];
  const told = platforms.length > 0 ? joinWords(platforms) : "no platform: talks start opens the chat";
  return [
    ...(faults.length > 0 ? faults.map((fault) => failed(name, fault, explained)) : [passed(name, told)]),
    ...notices.map((notice) => skipped(name, notice)),
  ];
}

async function checkArticles({ corpusDir, archive }: Config): Promise<Check> {
  const name = "Articles";
  if (archive) return (await import("./archive/diagnose.ts")).diagnoseArchive(archive);
  try {
    const loaded = loadCorpus(corpusDir);
    const wrong = countFaults(loaded);
    const says = `${loaded.corpus.articles.length} in ${corpusDir}`;
    if (wrong === 0) return passed(name, says);
    return failed(name, `${says}, and ${wrong} ${wrong === 1 ? "fault" : "faults"}`, "talks check names each line.");
  } catch (error) {
    return failed(name, messageOf(error), "Set CORPUS_DIR to a folder that holds articles/, or add some: talks add.");
  }
}

function portsOf({ slack, opsPort, opsHost, readingRoom }: Config): readonly OwnPort[] {
  const slackPort = slack === null || slack.mode === "socket" ? null : slack.port;
  return [
    ...(slackPort === null ? [] : [{ variable: "PORT", port: slackPort } as const]),
    ...(readingRoom.port === null
      ? []
      : [{ variable: "READING_ROOM_PORT", port: readingRoom.port, host: readingRoom.host } as const]),
    ...(opsPort === null ? [] : [{ variable: "OPS_PORT", port: opsPort, host: opsHost } as const]),
  ];
}

/** Whether nearness of meaning can be measured here; answers come without it, too. */
async function checkEncoder(): Promise<readonly Check[]> {
  const whyNot = await tryEncoder();
  if (whyNot === null) return [passed("Encoder", "answers by words and by meaning")];
  return [
    skipped("Encoder", `answers by words alone: ${whyNot}`, "docs/operating.md says what to do: Words and meaning."),
  ];
}

async function checkSlack({ slack }: Config): Promise<readonly Check[]> {
  if (slack === null) return [skipped("Slack", "not set up")];
  const { diagnoseSlack } = await import("./slack/diagnose.ts");
  return diagnoseSlack(slack);
}

async function checkDiscord({ discord }: Config): Promise<readonly Check[]> {
  if (discord === null) return [skipped("Discord", "not set up")];
  const { diagnoseDiscord } = await import("./discord/diagnose.ts");
  return diagnoseDiscord(discord);
}
