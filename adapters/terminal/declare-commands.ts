import { type Command, InvalidArgumentError, Option } from "commander";
import type { Commands, CorpusOptions } from "./command-options.ts";

/** Takes the exit code that a command comes to. */
export type Run = (work: Promise<number>) => Promise<void>;

const JSON_LINE = "print one line of JSON";

const ASK_EXAMPLES = `
Examples:
  talks ask who signed the agreement
  echo who signed it | talks ask                     the question from a pipe; so does: talks ask -
  talks ask --context when will the bridge open      each passage within its paragraphs
  talks ask --source Reuters --since 2025-03 what was agreed
  talks ask --from "Clara Brandt" what about the tariffs
                                                     only the words of one speaker; from: NAME in the question does the same
  talks ask --json how many ships | jq .passages     for programs
  talks ask -e will the bridge open || echo nothing  the exit code tells whether there is an answer
  talks ask --batch < questions.jsonl                lines of {"id", "question", "thread"?, "from"?, "source"?, "since"?,
                                                     "until"?}; one thread is one conversation`;

const ADD_EXAMPLES = `
Examples:
  talks add story.txt notes.md page.html         files
  talks add https://example.org/news/story       a web page
  talks add https://example.org/feed.xml         a feed: every entry that is not in the corpus yet
  talks add --dry-run --outlet "Coast Gazette" story.txt`;

const INDEX_EXAMPLES = `
Examples:
  talks index                      the folder of articles, once: what is new, what has changed, what is gone
  talks index --watch              and every change to it, until it is told to stop
  talks index - < articles.jsonl   lines of {"id", "title", "outlet", "author", "published", "url", "body"}, or {"id", "deleted": true}`;

const START_EXAMPLES = `
Examples:
  talks start                      every platform whose variables are set (.env.example); with none, talks chat
  talks start what was agreed      the same as talks ask what was agreed
  talks start check                the same as talks check`;

const REPORT_EXAMPLES = `
Examples:
  talks report           what is asked, what the corpus lacks, which answers did not help
  talks report --json    the same for programs`;

const FORGET_EXAMPLES = `
Examples:
  talks forget slack:U0123ABCD
  talks forget discord:1234567890`;

/** The option that names the folder of the articles, in the words of the command that does something with them. */
function corpusOption(does: string): Option {
  return new Option(
    "--corpus <folder>",
    `${does} this folder of articles (else CORPUS_DIR, else the one that comes with Talks)`,
  );
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date of the command line: YYYY, YYYY-MM or YYYY-MM-DD, and one that the calendar has. */
function parseDateArgument(text: string): string {
  const [, year, month = "01", day = "01"] = DATE.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // A day that the month does not have is carried over into the next one.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  if (!exists) throw new InvalidArgumentError("A date is YYYY, YYYY-MM or YYYY-MM-DD.");
  return text;
}

/** A number of passages. */
function parseCountArgument(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

/** The commands that ask. */
export function addAskingCommands(program: Command, commands: Commands, run: Run): void {
  program.commandsGroup("Ask:");
  program
    .command("ask")
    .description("answer one question, or many with --batch")
    .argument("[question...]", "the question, in your own words; - or none reads it from standard input")
    .addOption(corpusOption("ask"))
    .option("--from <name>", "only the words of this speaker")
    .option("--source <outlet>", "only articles of this outlet or agency")
    .option("--since <date>", "only articles of this date or later: YYYY, YYYY-MM or YYYY-MM-DD", parseDateArgument)
    .option("--until <date>", "only articles of this date or earlier, inclusive", parseDateArgument)
    .option("--more <n>", "show this many further passages", parseCountArgument)
    .addOption(
      new Option("--limit <n>", "show this many passages at most").argParser(parseCountArgument).conflicts("more"),
    )
    .option("--context", "show the paragraphs around each passage")
    .option("--explain", "tell why each passage stands where it does")
    .option("--json", JSON_LINE)
    .addOption(new Option("-e, --exit-status", "end with exit code 3 where nothing answers").conflicts("batch"))
    .option("--batch", "answer JSON lines on standard input with JSON lines")
    .addHelpText("after", ASK_EXAMPLES)
    .action((words, options) => run(commands.ask(words, options)));
  program
    .command("chat")
    .description("a conversation in the terminal")
    .addOption(corpusOption("talk about"))
    .option("--no-history", "neither read nor write the lines of earlier conversations (CHAT_HISTORY=false for good)")
    .action((options) => run(commands.chat(options)));
  program
    .command("sources")
    .description("list the articles that are asked, and whose words they report")
    .addOption(corpusOption("list"))
    .option("--json", JSON_LINE)
    .action((options) => run(commands.sources(options)));
  program
    .command("statements")
    .description("find who says what in texts")
    .option("--batch", 'read lines of {"id", "text"} on standard input, write lines of {"id", "statements"}')
    .option("--corpus <folder>", "name the speakers as the articles of this folder do")
    .action((options) => run(commands.statements(options)));
}

/** The commands that look after articles. */
export function addArticleCommands(program: Command, commands: Commands, run: Run): void {
  program.commandsGroup("Articles:");
  program
    .command("add")
    .summary("add articles from files, web pages and feeds")
    .description("add articles to the corpus; exit code 1 where one could not be added (an entry of a feed fails once)")
    .argument("<source...>", "files, addresses of web pages, or addresses of feeds")
    .addOption(corpusOption("add to"))
    .option("--dry-run", "show the files, write none")
    .option("--allow-private", "also read addresses of your own network")
    .option("--title <title>", "the headline, where the article does not say it")
    .option("--outlet <outlet>", "who published it")
    .option("--author <author>", "the byline")
    .option("--published <date>", "when it was published: YYYY-MM-DD")
    .option("--url <address>", "where it was published")
    .option("--limit <number>", "most entries of a feed, the newest first (else 500)", parseCountArgument)
    .addHelpText("after", ADD_EXAMPLES)
    .action((sources, options) => run(commands.add(sources, options)));
  program
    .command("check")
    .summary("find the faults of a folder of articles")
    .description("find the faults of a folder of articles; exit code 1 where there are any")
    .addOption(corpusOption("check"))
    .option("--json", JSON_LINE)
    .action((options) => run(commands.check(options)));
  program
    .command("index")
    .summary("fill the archive in OpenSearch")
    .description("fill the archive in OpenSearch that INDEX_URL names; exit code 1 where an article was refused")
    .argument("[-]", "read JSON lines on standard input")
    .addOption(corpusOption("index"))
    .option("--watch", "go on with every change, until it is told to stop")
    .option("--no-vectors", "encode no passages: questions are answered by words alone")
    .addHelpText("after", INDEX_EXAMPLES)
    .action((from, options) => run(commands.index(from, options)));
}

/**
 * The commands around the bot.
 * @param rerun runs the command line that stands behind `start`.
 */
export function addBotCommands(
  program: Command,
  commands: Commands,
  run: Run,
  rerun: (words: readonly string[], options: CorpusOptions) => Promise<number>,
): void {
  program.commandsGroup("The bot:");
  program
    .command("start")
    .description("the bot, on every platform whose variables are set; with none, the chat")
    .argument("[words...]", "a command, or a question to answer at once")
    .addOption(corpusOption("answer from"))
    .passThroughOptions()
    .addHelpText("after", START_EXAMPLES)
    .action((words, options) => run(words.length === 0 ? commands.start(options) : rerun(words, options)));
  program
    .command("doctor")
    .summary("look whether the bot has all that it needs")
    .description("look whether the bot has all that it needs, and say what to do; exit code 1 where it has not")
    .addOption(corpusOption("look at"))
    .option("--json", JSON_LINE)
    .action((options) => run(commands.doctor(options)));
  program
    .command("report")
    .description("what people ask, where QUESTION_LOG_DAYS stores it")
    .option("--json", "print the report as one line of JSON")
    .option("--forget <person>", "the same as talks forget")
    .addHelpText("after", REPORT_EXAMPLES)
    .action((options) => run(commands.report(options)));
  program
    .command("forget")
    .description("remove all that is kept under a person's id, also while the bot runs")
    .argument("<person>", "PLATFORM:ID")
    .addHelpText("after", FORGET_EXAMPLES)
    .action((person) => run(commands.forget(person)));
  program
    .command("register")
    .description("register the commands in Discord; talks start does so, too")
    .option("--guild <id>", "only in this server, where they can be tried at once")
    .action((options) => run(commands.register(options)));
}
