import { Command } from "commander";
import type { Commands } from "./command-options.ts";
import { addCompletion } from "./completion.ts";
import { addArticleCommands, addAskingCommands, addBotCommands, type Run } from "./declare-commands.ts";
import { printable } from "./printable.ts";

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
  const run: Run = async (work) => {
    exitCode = await work;
  };
  addAskingCommands(program, commands, run);
  addArticleCommands(program, commands, run);
  addBotCommands(program, commands, run, (words, options) =>
    runCommandLine(namedByStart(program, words, options), version, commands),
  );
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
