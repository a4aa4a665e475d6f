import { Command } from "commander";
import type { Commands } from "./command-options.ts";
import { addAsk, addChat, addCheck, addStart, addStatements } from "./reading-commands.ts";
import { addAdd, addForget, addIndex, addRegister, addReport } from "./running-commands.ts";

const EXAMPLES = `
Examples:
  talks ask what did the minister say       answer a question with the very sentences of the articles
  talks chat                                ask on: "and his deputy?", "more", "context 2"
  talks check --corpus my-articles          find what is wrong in a folder of articles
  talks add https://example.org/story       add an article to the folder
  talks start                               answer in Slack and Discord, as .env.example explains`;

/**
 * Runs the command that `args` name and resolves with its exit code.
 * @throws CommanderError where they name none, or options it does not have; also, with exit code 0, after the help.
 */
export async function runCommandLine(args: readonly string[], version: string, commands: Commands): Promise<number> {
  const program = createProgram(version);
  let exitCode = 0;
  const run = async (work: Promise<number>) => {
    exitCode = await work;
  };
  addAsk(program, (words, options) => run(commands.ask(words, options)));
  addStart(program, (words, options) => {
    if (words.length === 0) return run(commands.start(options));
    return run(runCommandLine(namedByStart(program, words, options), version, commands));
  });
  addChat(program, (options) => run(commands.chat(options)));
  addCheck(program, (options) => run(commands.check(options)));
  addStatements(program, (options) => run(commands.statements(options)));
  addAdd(program, (sources, options) => run(commands.add(sources, options)));
  addIndex(program, (from, options) => run(commands.index(from, options)));
  addReport(program, (options) => run(commands.report(options)));
  addForget(program, (person) => run(commands.forget(person)));
  addRegister(program, (options) => run(commands.register(options)));
  await program.parseAsync(args.length > 0 ? args : ["--help"], { from: "user" });
  return exitCode;
}

function createProgram(version: string): Command {
  return new Command("talks")
    .description(
      "Answers questions about a folder of news articles with their exact sentences, who said them, and where.",
    )
    .version(version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .addHelpText("after", EXAMPLES)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: () => {} });
}

/** `npm start -- WORD…`: the command that the first word names, otherwise a question. */
function namedByStart(program: Command, words: readonly string[], { corpus }: { readonly corpus?: string }): string[] {
  const names = ["help", ...program.commands.map((command) => command.name())];
  const corpusArgs = corpus === undefined ? [] : ["--corpus", corpus];
  const [first = "", ...others] = words;
  return names.includes(first) ? [first, ...corpusArgs, ...others] : ["ask", ...corpusArgs, ...words];
}
