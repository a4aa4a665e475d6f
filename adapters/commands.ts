import type { Engine } from "../src/index.ts";
import { cacheDir, corpusDir, historyFile, parseConfig, readingRoomUrl } from "./config.ts";
import { toAnswerJson, toArticleJson } from "./conversation/answer-json.ts";
import type { Check } from "./diagnosis.ts";
import { createQuestionEncoder } from "./encoder/question-encoder.ts";
import type { Environment } from "./env.ts";
import { createStderrLog } from "./log.ts";
import { OperatorError } from "./operator-error.ts";
import { withReadingRoom } from "./reading-room.ts";
import { findFaultsOnDisk } from "./settings-on-disk.ts";
import { limitPassages, readable, readQuestion } from "./terminal/ask.ts";
import type { BatchItem } from "./terminal/batch.ts";
import { type AskOptions, type Commands, type CorpusOptions, UsageError } from "./terminal/command-options.ts";
import { type EngineUse, openEngine } from "./terminal/open-engine.ts";
import { print, printInPages } from "./terminal/output.ts";
import { printableJson } from "./terminal/printable.ts";
import { detectStyle, type TerminalStyle } from "./terminal/terminal-style.ts";
import { type ColumnsOf, layOutInColumns } from "./terminal/wrap.ts";

const SUCCESS = 0;
const FAILURE = 1;
const NO_ANSWER = 3;

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
    ask: (words, options) => ask(words, options, readingRoomUrl(env), (use) => open(options, use)),
    async chat({ history, ...options }) {
      const { chat } = await import("./terminal/chat.ts");
      const engine = withReadingRoom(await open(options, "a conversation"), readingRoomUrl(env));
      await chat(engine, history ? historyFile(env) : null);
      return SUCCESS;
    },
    async sources({ json, ...options }) {
      const coverage = await (await open(options, "one question")).coverage();
      if (json) return printJson({ articles: coverage.articles.map(toArticleJson), speakers: coverage.speakers });
      const { renderCoverage } = await import("./terminal/coverage.ts");
      return show((style) => `${renderCoverage(coverage, style)}\n`);
    },
    start: (options) => start(env, options, () => open(options, "a conversation")),
    async check({ corpus, json }) {
      const { checkCorpus, describeCheck } = await import("./terminal/check.ts");
      const report = checkCorpus(corpus ?? corpusDir(env));
      await print(process.stdout, json ? `${printableJson(report)}\n` : `${describeCheck(report).join("\n")}\n`);
      return report.wrong === 0 ? SUCCESS : FAILURE;
    },
    async doctor({ corpus, json }) {
      const { diagnose, renderCheck, renderSum } = await import("./doctor.ts");
      const checks: Check[] = [];
      for await (const check of diagnose(corpus === undefined ? env : { ...env, CORPUS_DIR: corpus })) {
        checks.push(check);
        if (!json) await print(process.stdout, renderCheck(check));
      }
      const isWell = checks.every(({ status }) => status !== "failed");
      await print(process.stdout, json ? `${printableJson({ ok: isWell, checks })}\n` : renderSum(checks));
      return isWell ? SUCCESS : FAILURE;
    },
    statements: (options) => statements(options, () => open(options, "one question")),
    async add(sources, { corpus, ...flags }) {
      const { runAdd } = await import("./add/add-command.ts");
      const { stdout, stderr } = process;
      return runAdd(sources, corpus ?? corpusDir(env), flags, { out: stdout, err: stderr });
    },
    async index(from, { corpus, watch, vectors }) {
      if (from !== undefined && from !== INPUT)
        throw new UsageError("talks index reads the folder of articles, or with - JSON lines on standard input");
      const config = parseConfig(corpus === undefined ? env : { ...env, CORPUS_DIR: corpus });
      const { runIndex } = await import("./archive/index-command.ts");
      return runIndex({ ...config, fromInput: from === INPUT, watch: watch ?? false, vectors }, process.stderr);
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
      const { registerCommands } = await import("./discord/commands.ts");
      const names = await registerCommands(discord, options.guild);
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
  return openArchiveEngine(openArchive(archive, ASKING), createQuestionEncoder(createStderrLog()).encode);
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
  words: readonly string[],
  options: AskOptions,
  roomUrl: string | null,
  open: (use: EngineUse) => Promise<Engine>,
): Promise<number> {
  const { from, source, since, until, limit = null } = options;
  const filters = {
    ...{ ...(from && { speaker: from }), ...(source && { source }) },
    ...{ ...(since && { since }), ...(until && { until }) },
  };
  if (options.batch) {
    if (words.length > 0)
      throw new UsageError("--batch takes its questions from standard input, none from the command line");
    const { createBatchAnswerer } = await import("./terminal/batch.ts");
    return serveBatch(createBatchAnswerer(await open("a batch"), filters, limit, options.explain));
  }
  const text = await readQuestion(words, process.stdin);
  if (text === "") throw new UsageError('nothing was asked; write the question behind it: talks ask "who signed it?"');
  const opened = await open("one question");
  // Programs get what the articles say of themselves.
  const engine = options.json ? opened : withReadingRoom(opened, roomUrl);
  const answer = limitPassages(await engine.ask({ ...filters, text }, { explain: options.explain ?? false }), limit);
  if (options.json) await printJson(toAnswerJson(null, answer));
  else {
    const detail = { more: options.more ?? 0, context: options.context ?? false };
    await show(await readable(engine, answer, detail));
  }
  return options.exitStatus && answer.outcome !== "answered" ? NO_ANSWER : SUCCESS;
}

async function printJson(value: unknown): Promise<number> {
  await print(process.stdout, `${printableJson(value)}\n`);
  return SUCCESS;
}

/** Prints what a person is to read, in pages where it is longer than their terminal. */
async function show(render: (style: TerminalStyle) => string): Promise<number> {
  const styleFor = (columnsOf: ColumnsOf) => detectStyle(process.stdout, process.env, columnsOf);
  await printInPages(process.stdout, await layOutInColumns((columnsOf) => render(styleFor(columnsOf))), process.env);
  return SUCCESS;
}

async function statements(
  { batch, corpus }: Parameters<Commands["statements"]>[0],
  open: () => Promise<Engine>,
): Promise<number> {
  if (!batch) throw new UsageError("statements reads its texts from standard input: talks statements --batch");
  const { createStatementFinder } = await import("./terminal/batch.ts");
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
  if (slack === null && discord === null && readingRoom.port === null)
    return chatInstead(await open(), historyFile(env));
  const { servePlatforms } = await import("./platforms.ts");
  const served = await servePlatforms(config);
  // A request that a platform's library left behind would keep the process for minutes.
  process.exit(served ? SUCCESS : FAILURE);
}

async function chatInstead(engine: Engine, history: string | null): Promise<number> {
  const { chat } = await import("./terminal/chat.ts");
  const asked = await chat(engine, history);
  if (asked > 0 || process.stdin.isTTY) return SUCCESS;
  process.stderr.write(`talks: ${NOTHING_TO_DO}\n`);
  return FAILURE;
}
