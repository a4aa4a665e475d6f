import type { Command } from "commander";
import { parseCountArgument } from "./arguments.ts";
import type { AddOptions, IndexOptions, LookOptions, RegisterOptions, ReportOptions } from "./command-options.ts";
import { corpusOption } from "./reading-commands.ts";

const ADD_EXAMPLES = `
Examples:
  talks add story.txt notes.md page.html         files
  talks add https://example.org/news/story       a web page
  talks add https://example.org/feed.xml         a feed: every entry that is not in the corpus yet
  talks add --dry-run --outlet "Coast Gazette" story.txt`;

const REPORT_EXAMPLES = `
Examples:
  talks report           what is asked, what the corpus lacks, which answers did not help
  talks report --json    the same for programs`;

const FORGET_EXAMPLES = `
Examples:
  talks forget slack:U0123ABCD
  talks forget discord:1234567890`;

/** Adds `talks add`. */
export function addAdd(
  program: Command,
  act: (sources: readonly string[], options: AddOptions) => Promise<void>,
): void {
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
    .action(act);
}

const INDEX_EXAMPLES = `
Examples:
  talks index                      the folder of articles, once: what is new, what has changed, what is gone
  talks index --watch              and every change to it, until it is told to stop
  talks index - < articles.jsonl   lines of {"id", "title", "outlet", "author", "published", "url", "body"}, or {"id", "deleted": true}`;

/** Adds `talks index`. */
export function addIndex(
  program: Command,
  act: (from: string | undefined, options: IndexOptions) => Promise<void>,
): void {
  program
    .command("index")
    .summary("fill the archive in OpenSearch")
    .description("fill the archive in OpenSearch that INDEX_URL names; exit code 1 where an article was refused")
    .argument("[-]", "read JSON lines on standard input")
    .addOption(corpusOption("index"))
    .option("--watch", "go on with every change, until it is told to stop")
    .option("--no-vectors", "encode no passages: questions are answered by words alone")
    .addHelpText("after", INDEX_EXAMPLES)
    .action(act);
}

/** Adds `talks doctor`. */
export function addDoctor(program: Command, act: (options: LookOptions) => Promise<void>): void {
  program
    .command("doctor")
    .summary("look whether the bot has all that it needs")
    .description("look whether the bot has all that it needs, and say what to do; exit code 1 where it has not")
    .addOption(corpusOption("look at"))
    .option("--json", "print one line of JSON")
    .action(act);
}

/** Adds `talks report`. */
export function addReport(program: Command, act: (options: ReportOptions) => Promise<void>): void {
  program
    .command("report")
    .description("what people ask, where QUESTION_LOG_DAYS stores it")
    .option("--json", "print the report as one line of JSON")
    .option("--forget <person>", "the same as talks forget")
    .addHelpText("after", REPORT_EXAMPLES)
    .action(act);
}

/** Adds `talks forget`. */
export function addForget(program: Command, act: (person: string) => Promise<void>): void {
  program
    .command("forget")
    .description("remove all that is kept under a person's id, also while the bot runs")
    .argument("<person>", "PLATFORM:ID")
    .addHelpText("after", FORGET_EXAMPLES)
    .action(act);
}

/** Adds `talks register`. */
export function addRegister(program: Command, act: (options: RegisterOptions) => Promise<void>): void {
  program
    .command("register")
    .description("register the commands in Discord; talks start does so, too")
    .option("--guild <id>", "only in this server, where they can be tried at once")
    .action(act);
}
