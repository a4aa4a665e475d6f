import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { type DiscordServer, startDiscordServer } from "../discord/discord-server.ts";
import { type SlackServer, startSlackServer } from "../slack/slack-server.ts";
import { emptyFolder, type Setting, startProgram } from "../terminal/run-program.ts";

/** The built program as a process of its own, connected to a Slack and a Discord on loopback. */
export interface RunningTalks {
  readonly pid: number;
  /** The messages of its log so far, and the lines on standard error. */
  readonly log: readonly string[];
  /** Waits for a message of the log that contains these words. */
  untilLogged(words: string): Promise<string>;
  /** Sends a signal; resolves with the exit code, or with the signal that ended it, when the process is gone. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | string>;
  /** The same of a process that ends by itself. */
  readonly gone: Promise<number | string>;
}

/** A Slack, a Discord and a folder for the state, which outlast the processes of a test. */
export interface Town {
  readonly slack: SlackServer;
  readonly discord: DiscordServer;
  readonly stateDir: string;
  /** Starts a process and waits until it is connected to both. */
  start(env: Readonly<Record<string, string>>, options?: Pick<Setting, "program">): Promise<RunningTalks>;
}

/** Opens the servers; they are closed, and processes ended, with the test. */
export async function openTown({ channels = 1 } = {}): Promise<Town> {
  const slack = await startSlackServer({ channels });
  onTestFinished(slack.close);
  const discord = await startDiscordServer();
  onTestFinished(discord.close);
  const stateDir = emptyFolder();
  const common = {
    SLACK_BOT_TOKEN: "xoxb-town",
    SLACK_APP_TOKEN: "xapp-town",
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: "a.discord.token",
    DISCORD_API_URL: discord.apiUrl,
    STATE_DIR: stateDir,
  };
  return { slack, discord, stateDir, start: (env, options) => startConnected({ ...common, ...env }, options) };
}

async function startConnected(
  env: Record<string, string>,
  options: Pick<Setting, "program"> = {},
): Promise<RunningTalks> {
  const talks = startTalks(env, options);
  await Promise.all(["slack is connected.", "discord is connected."].map(talks.untilLogged));
  return talks;
}

/** Starts `talks start` and waits for nothing; it is ended with the test. */
export function startTalks(
  env: Record<string, string>,
  options: Pick<Setting, "uid" | "cwd" | "program"> = {},
): RunningTalks {
  const child = startProgram(["start"], { env, ...options });
  child.stdin.end();
  const gone = once(child, "close").then(([code, endedBy]) => code ?? endedBy);
  const log: string[] = [];
  const output = createInterface(child.stdout).on("line", (line) => void log.push(messageIn(line)));
  createInterface(child.stderr).on("line", (line) => void log.push(line));
  onTestFinished(() => void child.kill("SIGKILL"));

  const untilLogged = async (words: string): Promise<string> => {
    for (;;) {
      const found = log.find((message) => message.includes(words));
      if (found !== undefined) return found;
      const [event] = await Promise.race([once(output, "line"), gone.then(() => [null])]);
      if (event === null) throw new Error(`It ended without “${words}”:\n${log.join("\n")}`);
    }
  };
  return {
    pid: child.pid ?? 0,
    log,
    untilLogged,
    end(signal) {
      child.kill(signal);
      return gone;
    },
    gone,
  };
}

/** How Discord turns down a request for so long. */
export function rateLimit(seconds: number) {
  return {
    status: 429,
    data: { message: "You are being rate limited.", retry_after: seconds, global: false },
    headers: { "retry-after": String(seconds), "x-ratelimit-scope": "user" },
  };
}

function messageIn(line: string): string {
  const { msg, ...data } = JSON.parse(line);
  return `${msg} ${JSON.stringify(data)}`;
}
