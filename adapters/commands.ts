import type { Engine } from "../src/index.ts";
import { cacheDir, corpusDir, parseConfig, readingRoomUrl } from "./config.ts";
import type { Environment } from "./env.ts";
import { createStderrLog } from "./log.ts";
import { OperatorError } from "./operator-error.ts";
import { withReadingRoom } from "./reading-room.ts";
import { findFaultsOnDisk } from "./settings-on-disk.ts";
import { askForJson, askForReading } from "./terminal/ask.ts";
import type { BatchItem } from "./terminal/batch.ts";
import { type ColumnsOf, layOutInColumns } from "./terminal/columns.ts";
import type { AskOptions, Commands, CorpusOptions, StatementsOptions } from "./terminal/command-options.ts";
import { type EngineUse, openEngine } from "./terminal/open-engine.ts";
import { print } from "./terminal/output.ts";
import { detectStyle } from "./terminal/terminal-style.ts";
import { UsageError } from "./terminal/usage-error.ts";

const SUCCESS = 0;
const FAILURE = 1;

const NOTHING_TO_DO = `No platform is set up and nothing was asked. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, DISCORD_TOKEN for Discord, or READING_ROOM_PORT for pages to read and ask in (.env.example explains every variable), or ask: npm start -- "your question"`;

/**
 * What the commands do, over the environment of this process. A question in the terminal is answered at once; what the
 * other commands need is loaded when one of them runs.
 */
export function createCommands(env: Environment): Commands {
  const open = ({ corpus }: CorpusOptions, use: EngineUse) =>
    corpus === undefined && env.INDEX_URL !== undefined
      ? openArchived(env)
      : openEngine(corpus ?? corpusDir(env), cacheDir(env), use);
  return {
    ask: (words, options) => ask(words.join(" ").trim(), options, readingRoomUrl(env), (use) => open(options, use)),
    async chat(options) {
      const { chat } = await import("./terminal/chat.ts");
      await chat(withReadingRoom(await open(options, "a conversation"), readingRoomUrl(env)));
      return SUCCESS;
    },
    start: (options) => start(env, options, () => open(options, "a conversation")),
    async check({ corpus }) {
      const { checkCorpus } = await import("./terminal/check.ts");
      const { lines, sound } = checkCorpus(corpus ?? corpusDir(env));
      await print(process.stdout, `${lines.join("\n")}\n`);
      return sound ? SUCCESS : FAILURE;
    },
    statements: (options) => statements(options, () => open(options, "one question")),
    async add(sources, { corpus, ...flags }) {
      const { runAdd } = await import("./add/add-command.ts");
      const { stdout, stderr } = process;
      return runAdd(sources, { corpusDir: corpus ?? corpusDir(env), ...flags }, { out: stdout, err: stderr });
    },
    async index(from, { corpus, watch }) {
      if (from !== undefined && from !== INPUT)
        throw new UsageError("talks index reads the folder of articles, or with - JSON lines on standard input");
      const {
        archive,
        corpusDir: dir,
        stateDir,
      } = parseConfig(corpus === undefined ? env : { ...env, CORPUS_DIR: corpus });
      const { runIndex } = await import("./archive/index-command.ts");
      const options = { archive, corpusDir: dir, stateDir, fromInput: from === INPUT, watch: watch ?? false };
      return runIndex(options, process.stderr);
    },
    async report({ forget, ...options }) {
      if (forget !== undefined) return forgetPerson(env, forget);
      const { runReport } = await import("./ops/report-command.ts");
      return runReport(parseConfig(env), options, process.stdout, process.stderr);
    },
    forget: (person) => forgetPerson(env, person),
    async register(options) {
      const { discord } = parseConfig(env);
      if (discord === null) throw new OperatorError("Set DISCORD_TOKEN to register the commands in Discord.");
      const { registerCommands } = await import("./discord/register-commands.ts");
      const names = await registerCommands({ config: discord, ...options });
      const where = options.guild === undefined ? "in every server" : `in the server ${options.guild}`;
      await print(process.stdout, `Registered ${where}: ${names.join(", ")}\n`);
      return SUCCESS;
    },
  };
}

/** The name of standard input, as many programs have it. */
const INPUT = "-";

async function openArchived(env: Environment): Promise<Engine> {
  const { archive } = parseConfig(env);
  const [{ ASKING, openArchive }, { openArchiveEngine }] = await Promise.all([
    import("./archive/client.ts"),
    import("./archive/live-archive.ts"),
  ]);
  if (archive === null) throw new OperatorError("INDEX_URL is not set.");
  return openArchiveEngine(openArchive(archive, ASKING));
}

async function forgetPerson(env: Environment, person: string): Promise<number> {
  const { parsePerson, runForget } = await import("./ops/forget-command.ts");
  const who = parsePerson(person);
  if (who === null)
    throw new UsageError("a person is a platform and their id there, such as slack:U0123ABCD or discord:1234567890");
  await print(process.stdout, await runForget(who, parseConfig(env), createStderrLog()));
  return SUCCESS;
}

async function ask(
  text: string,
  options: AskOptions,
  roomUrl: string | null,
  open: (use: EngineUse) => Promise<Engine>,
): Promise<number> {
  const { from, source, since, until } = options;
  const filters = {
    ...{ ...(from && { speaker: from }), ...(source && { source }) },
    ...{ ...(since && { since }), ...(until && { until }) },
  };
  if (options.batch) {
    if (text !== "")
      throw new UsageError("--batch takes its questions from standard input, none from the command line");
    const { createBatchAnswerer } = await import("./terminal/ask-batch.ts");
    return serveBatch(createBatchAnswerer(await open("a batch"), filters));
  }
  if (text === "") throw new UsageError('nothing was asked; write the question behind it: talks ask "who signed it?"');
  const question = { ...filters, text };
  const detail = { more: options.more ?? 0, context: options.context ?? false };
  const engine = await open("one question");
  if (options.json) {
    await print(process.stdout, await askForJson(engine, question));
    return SUCCESS;
  }
  const render = await askForReading(withReadingRoom(engine, roomUrl), question, detail);
  const styleFor = (columnsOf: ColumnsOf) => detectStyle(process.stdout, process.env, columnsOf);
  await print(process.stdout, await layOutInColumns((columnsOf) => render(styleFor(columnsOf))));
  return SUCCESS;
}

async function statements({ batch, corpus }: StatementsOptions, open: () => Promise<Engine>): Promise<number> {
  if (!batch) throw new UsageError("statements reads its texts from standard input: talks statements --batch");
  const { createStatementFinder } = await import("./terminal/statements.ts");
  const known = corpus === undefined ? [] : (await (await open()).coverage()).speakers;
  return serveBatch(createStatementFinder(known));
}

async function serveBatch(serve: (item: BatchItem) => object | Promise<object>): Promise<number> {
  const { runBatch } = await import("./terminal/batch.ts");
  await runBatch(process.stdin, (line) => print(process.stdout, line), serve);
  return SUCCESS;
}

async function start(env: Environment, { corpus }: CorpusOptions, open: () => Promise<Engine>): Promise<number> {
  const parsed = parseConfig(corpus === undefined ? env : { ...env, CORPUS_DIR: corpus }, findFaultsOnDisk);
  const config = corpus === undefined ? parsed : { ...parsed, archive: null };
  const { slack, discord, readingRoom } = config;
  if (slack === null && discord === null && readingRoom.port === null) return chatInstead(await open());
  const { servePlatforms } = await import("./platforms.ts");
  const served = await servePlatforms(config);
  // A request that a platform's library left behind would keep the process for minutes.
  process.exit(served ? SUCCESS : FAILURE);
}

async function chatInstead(engine: Engine): Promise<number> {
  const { chat } = await import("./terminal/chat.ts");
  const asked = await chat(engine);
  if (asked > 0 || process.stdin.isTTY) return SUCCESS;
  process.stderr.write(`talks: ${NOTHING_TO_DO}\n`);
  return FAILURE;
}
