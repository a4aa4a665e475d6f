import { Command } from "commander";
import type { Commands } from "./command-options.ts";
import { addCompletion } from "./completion.ts";
import { printable } from "./printable.ts";
import { addAsk, addChat, addCheck, addSources, addStart, addStatements } from "./reading-commands.ts";
import { addAdd, addDoctor, addForget, addIndex, addRegister, addReport } from "./running-commands.ts";

const EXAMPLES = `
Examples:
  talks ask what did the minister say       answer a question with the very sentences of the articles
  talks chat                                ask on: "and his deputy?", "more", "context 2"
  talks check --corpus my-articles          find what is wrong in a folder of articles
  talks add https://example.org/story       add an article to the folder
  talks start                               answer in Slack and Discord, as .env.example explains
  talks doctor                              look whether all is well, and what to do where it is not

Exit codes:
  0  done; also where nothing answers, unless --exit-status is given
  1  it failed, or there are faults (talks check, talks doctor)
  2  the command line is wrong
  3  nothing answers (talks ask --exit-status)`;

/**
 * Runs the command that `args` name and resolves with its exit code.
 * @throws CommanderError where they name none, or options it does not have, after saying so; also, with exit code 0, after
 * the help.
 */
export async function runCommandLine(args: readonly string[], version: string, commands: Commands): Promise<number> {
  const program = createProgram(version);
  let exitCode = 0;
  const run = async (work: Promise<number>) => {
    exitCode = await work;
  };
  program.commandsGroup("Ask:");
  addAsk(program, (words, options) => run(commands.ask(words, options)));
  addChat(program, (options) => run(commands.chat(options)));
  addSources(program, (options) => run(commands.sources(options)));
  addStatements(program, (options) => run(commands.statements(options)));
  program.commandsGroup("Articles:");
  addAdd(program, (sources, options) => run(commands.add(sources, options)));
  addCheck(program, (options) => run(commands.check(options)));
  addIndex(program, (from, options) => run(commands.index(from, options)));
  program.commandsGroup("The bot:");
  addStart(program, (words, options) => {
    if (words.length === 0) return run(commands.start(options));
    return run(runCommandLine(namedByStart(program, words, options), version, commands));
  });
  addDoctor(program, (options) => run(commands.doctor(options)));
  addReport(program, (options) => run(commands.report(options)));
  addForget(program, (person) => run(commands.forget(person)));
  addRegister(program, (options) => run(commands.register(options)));
  program.commandsGroup("Others:");
  program.helpCommand("help [command]", "print the help of a command");
  addCompletion(program);
  for (const command of [program, ...program.commands]) sayMisuse(command);
  await program.parseAsync(args.length > 0 ? args : ["--help"], { from: "user" });
  return exitCode;
}

function createProgram(version: string): Command {
  return new Command("talks")
    .description(
      "Answers questions about a folder of news articles with their exact sentences, who said them, and where.",
    )
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .enablePositionalOptions()
    .exitOverride();
}

/** On one line, whatever was typed, and with the way to the help that explains it. */
function sayMisuse(command: Command): void {
  const name = command.parent ? `${command.parent.name()} ${command.name()}` : command.name();
  command.configureOutput({
    outputError: (message, write) =>
      write(`talks: ${printable(message.trim()).replace(/^error: /, "")} (${name} --help shows what there is)\n`),
  });
}

/** `npm start -- WORD…`: the command that the first word names, otherwise a question. */
function namedByStart(program: Command, words: readonly string[], { corpus }: { readonly corpus?: string }): string[] {
  const names = ["help", ...program.commands.map((command) => command.name())];
  const corpusArgs = corpus === undefined ? [] : ["--corpus", corpus];
  const [first = "", ...others] = words;
  return names.includes(first) ? [first, ...corpusArgs, ...others] : ["ask", ...corpusArgs, ...words];
}
