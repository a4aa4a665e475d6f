#!/usr/bin/env node
import { CommanderError } from "commander";
import { CorpusError } from "../src/index.ts";
import { createCommands } from "./commands.ts";
import { loadEnvironment } from "./env.ts";
import { OperatorError } from "./operator-error.ts";
import { readManifest } from "./package-root.ts";
import { UsageError } from "./terminal/command-options.ts";
import { endQuietlyOnClosedPipe } from "./terminal/output.ts";
import { printable } from "./terminal/printable.ts";
import { runCommandLine } from "./terminal/program.ts";

const FAILURE = 1;
const WRONG_USE = 2;

endQuietlyOnClosedPipe(process.stdout);
// Built as CommonJS, which waits for nothing at the top.
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const code = report(error);
    // What a command that failed left open would keep the process for ever.
    if (code !== 0) process.exit(code);
  },
);

async function run(args: readonly string[]): Promise<number> {
  const commands = createCommands(loadEnvironment(process.env, process.cwd()));
  return await runCommandLine(args, readManifest().version, commands);
}

function report(error: unknown): number {
  const say = (message: string) => process.stderr.write(`talks: ${message}\n`);
  // It was said where it was found.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  if (error instanceof UsageError) {
    say(error.message);
    return WRONG_USE;
  }
  const isExpected = error instanceof CorpusError || error instanceof OperatorError;
  say(isExpected ? error.message.split("\n").map(printable).join("\n") : printable(inspectFault(error)));
  return FAILURE;
}

/** A fault of the program itself comes with where it happened. */
function inspectFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [, where = ""] = /\n\s+(at .+)/.exec(error.stack ?? "") ?? [];
  return `${error.name}: ${error.message} (${where})`;
}
