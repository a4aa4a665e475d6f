import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { suggestCorpus } from "../src/index.ts";
import type { Config } from "./config.ts";

/** The folders of a configuration. */
type Folders = Pick<Config, "corpusDir" | "archive" | "stateDir" | "questionLogDays" | "feeds">;

/**
 * What is wrong with the folders that a configuration names, as far as a look at them tells: a sentence for each. A state
 * folder that takes nothing is no fault; the bot serves on from memory, and says so.
 */
export function findFaultsOnDisk({ corpusDir, archive, stateDir, questionLogDays, feeds }: Folders): readonly string[] {
  const ofState = [stateDir, ...(questionLogDays === null ? [] : [join(stateDir, "questions")])];
  // Feeds fill a folder that is new.
  const ofCorpus = archive ? [] : faultsOf("CORPUS_DIR", join(corpusDir, "articles"), feeds ? ["ENOENT"] : []);
  return [
    ...ofCorpus.map((fault) => fault + suggestCorpus(corpusDir)),
    // They are made where they are missing, and what is wrong with the one is wrong with the other.
    ...ofState.flatMap((dir) => faultsOf("STATE_DIR", dir, ["ENOENT"])).slice(0, 1),
  ];
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  ENOTDIR: "is no folder, or lies in none",
  EACCES: "may not be read by the user that Talks runs as",
  EPERM: "may not be read by the user that Talks runs as",
};

function faultsOf(variable: string, dir: string, harmless: readonly string[] = []): readonly string[] {
  const code = lookInto(dir);
  if (code === null || harmless.includes(code)) return [];
  return [`${variable}: the folder ${dir} ${WHY[code] ?? "cannot be read"} (${code}).`];
}

/** The system's code for why a folder cannot be read; `null` where it can. */
function lookInto(dir: string): string | null {
  try {
    if (!statSync(dir).isDirectory()) return "ENOTDIR";
    accessSync(dir, constants.X_OK);
    readdirSync(dir);
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
