import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { PACKAGE_ROOT } from "../../../adapters/package-root.ts";

/** The program as `npm run build` made it. */
export const PROGRAM = join(PACKAGE_ROOT, "dist/talks.cjs");

/** What a run of the program came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run is given; by default no variables, no standard input and a folder without `.env`. */
export interface Setting {
  readonly input?: string;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** Another copy of the program. */
  readonly program?: string;
  /** The user to run as, which only root may choose. */
  readonly uid?: number;
}

/** Starts the program; its streams are the caller's. */
export function startProgram(args: readonly string[], { env = {}, cwd, program = PROGRAM, uid }: Setting = {}) {
  const user = uid === undefined ? {} : { uid };
  return spawn(process.execPath, [program, ...args], { cwd: cwd ?? emptyFolder(), env, stdio: "pipe", ...user });
}

/** Runs the program to its end. */
export async function runProgram(args: readonly string[], setting: Setting = {}): Promise<Run> {
  const child = startProgram(args, setting);
  child.stdin.end(setting.input ?? "");
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr };
}

/** A new folder of its own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "talks-test-"));
}
