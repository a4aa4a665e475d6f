import type { Engine } from "../src/index.ts";
import { corpusDir, parseConfig } from "./config.ts";
import type { Environment } from "./env.ts";
import { createStderrLog } from "./log.ts";
import { servePlatforms } from "./platforms.ts";
import { askForJson, askForReading } from "./terminal/ask.ts";
import { createBatchAnswerer } from "./terminal/ask-batch.ts";
import { runBatch } from "./terminal/batch.ts";
import { chat } from "./terminal/chat.ts";
import { checkCorpus } from "./terminal/check.ts";
import { openEngine } from "./terminal/open-engine.ts";
import { print } from "./terminal/output.ts";
import type { AskOptions, Commands, CorpusOptions } from "./terminal/program.ts";
import { detectStyle } from "./terminal/terminal-style.ts";
import { UsageError } from "./terminal/usage-error.ts";

const SUCCESS = 0;
const FAILURE = 1;

const NOTHING_TO_DO = `No platform is set up and nothing was asked. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, or DISCORD_TOKEN for Discord (.env.example explains every variable), or ask: npm start -- "your question"`;

/** What the commands do, over the environment of this process. */
export function createCommands(env: Environment): Commands {
  const open = ({ corpus }: CorpusOptions): Engine => openEngine(corpus ?? corpusDir(env));
  return {
    ask: (words, options) => ask(words.join(" ").trim(), options, () => open(options)),
    async chat(options) {
      await chat(open(options));
      return SUCCESS;
    },
    async start(options) {
      const config = parseConfig(env);
      const engine = open(options);
      if (config.slack === null && config.discord === null) return chatInstead(engine);
      const served = await servePlatforms(config, () => engine, createStderrLog());
      // A request that a platform's library left behind would keep the process for minutes.
      process.exit(served ? SUCCESS : FAILURE);
    },
    async check({ corpus }) {
      const { lines, sound } = checkCorpus(corpus ?? corpusDir(env));
      await print(process.stdout, `${lines.join("\n")}\n`);
      return sound ? SUCCESS : FAILURE;
    },
  };
}

async function ask(text: string, options: AskOptions, open: () => Engine): Promise<number> {
  const { source, since, until } = options;
  const filters = { ...(source && { source }), ...(since && { since }), ...(until && { until }) };
  const show = (output: string) => print(process.stdout, output);
  if (options.batch) {
    if (text !== "")
      throw new UsageError("--batch takes its questions from standard input, none from the command line");
    await runBatch(process.stdin, show, createBatchAnswerer(open(), filters));
    return SUCCESS;
  }
  if (text === "") throw new UsageError('nothing was asked; write the question behind it: talks ask "who signed it?"');
  const question = { ...filters, text };
  const detail = { more: options.more ?? 0, context: options.context ?? false };
  const engine = open();
  const style = detectStyle(process.stdout, process.env);
  await show(options.json ? askForJson(engine, question) : askForReading(engine, question, detail, style));
  return SUCCESS;
}

async function chatInstead(engine: Engine): Promise<number> {
  const asked = await chat(engine);
  if (asked > 0 || process.stdin.isTTY) return SUCCESS;
  process.stderr.write(`talks: ${NOTHING_TO_DO}\n`);
  return FAILURE;
}
