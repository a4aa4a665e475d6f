import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import type { WriteStream } from "node:tty";

/** Writes and waits while the reader cannot keep up. */
export async function print(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** A reader that has seen enough (`| head`) is no error: the program ends without a word. */
export function endQuietlyOnClosedPipe(stream: Writable): void {
  stream.on("error", (error) => {
    if ("code" in error && error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/** As in git: what fits on the screen ends at once, colours come through, and the text stays there afterwards. */
const LESS = "FRX";
const DEFAULT_PAGER = "less";

/** Who else reads the keys of the terminal: they are the pager's as long as it runs. */
export interface KeyReader {
  lend(): void;
  takeBack(): void;
}

const NOBODY: KeyReader = { lend() {}, takeBack() {} };

/**
 * Prints a text; where it has more lines than the terminal, through `$PAGER`, else `less`. A pipe gets it as it is, and so does
 * a terminal whose PAGER is empty or cannot be started.
 */
export async function printInPages(
  stream: WriteStream,
  text: string,
  env: NodeJS.ProcessEnv,
  keys: KeyReader = NOBODY,
): Promise<void> {
  const pager = env.PAGER ?? DEFAULT_PAGER;
  const isLong = stream.isTTY && text.split("\n").length > stream.rows;
  if (!isLong || pager.trim() === "" || env.TERM === "dumb" || !(await page(text, pager, env, keys)))
    await print(stream, text);
}

const NOT_FOUND = 127;

/** Resolves with false where there is no such pager. The shell reads its name and options, never the text. */
async function page(text: string, pager: string, env: NodeJS.ProcessEnv, keys: KeyReader): Promise<boolean> {
  // Ctrl-C belongs to the pager.
  const ignore = () => {};
  process.on("SIGINT", ignore);
  keys.lend();
  const child = spawn(pager, {
    shell: true,
    stdio: ["pipe", "inherit", "ignore"],
    env: { ...env, LESS: env.LESS ?? LESS, LESSCHARSET: env.LESSCHARSET ?? "utf-8" },
  });
  // Whoever leaves it before its end has seen enough.
  child.stdin.on("error", () => {});
  child.stdin.end(text);
  try {
    const [code] = await once(child, "close");
    return code !== NOT_FOUND;
  } catch {
    return false;
  } finally {
    keys.takeBack();
    process.off("SIGINT", ignore);
  }
}
