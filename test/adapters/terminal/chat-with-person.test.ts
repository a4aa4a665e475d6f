import { spawn, spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { corpusFolder } from "./corpus-folder.ts";
import { emptyFolder, PROGRAM } from "./run-program.ts";

/** `script` of util-linux gives a program a terminal of its own. */
const HAS_TERMINAL = spawnSync("script", ["--version"]).stdout?.toString().includes("util-linux") ?? false;
const NOTE = HAS_TERMINAL ? "" : " (skipped: there is no script of util-linux here)";

const CTRL_C = "\u0003";
const UP = "\u001B[A";
const corpus = corpusFolder();

/** A chat in a terminal of 80 columns, with somebody at its keys. */
function startChat({ home = emptyFolder(), args = "", rows = 50, env = {} } = {}) {
  const command = `stty cols 80 rows ${rows}; exec "${process.execPath}" "${PROGRAM}" chat --corpus "${corpus}" ${args}`;
  const child = spawn("script", ["-qfec", command, "/dev/null"], {
    env: { PATH: process.env.PATH, HOME: home, TERM: "xterm", NO_COLOR: "1", ...env },
    cwd: home,
  });
  const gone = new Promise<number | null>((resolve) => child.on("close", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  let shown = "";
  let look = () => {};
  child.stdout.on("data", (bytes) => {
    shown += bytes;
    look();
  });
  const untilShown = (words: string) =>
    new Promise<void>((resolve) => {
      look = () => {
        const at = shown.indexOf(words);
        if (at < 0) return;
        // Only what comes after it can be waited for next.
        shown = shown.slice(at + words.length);
        look = () => {};
        resolve();
      };
      look();
    });
  return {
    history: join(home, ".local/state/talks/history"),
    type: (keys: string) => void child.stdin.write(keys),
    untilShown,
    shown: () => shown,
    gone,
  };
}

describe.runIf(HAS_TERMINAL)(`a chat with a person${NOTE}`, { timeout: 20_000 }, () => {
  it("remembers what was typed the last time, where its owner alone can read it", async () => {
    const home = emptyFolder();
    const first = startChat({ home });
    await first.untilShown("› ");
    first.type("when will the harbour of Norrvik reopen\r");
    await first.untilShown("will reopen in May");
    first.type("quit\r");
    expect(await first.gone).toBe(0);
    expect(readFileSync(first.history, "utf8")).toBe("when will the harbour of Norrvik reopen\nquit\n");
    expect(statSync(first.history).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(first.history)).mode & 0o777).toBe(0o700);

    const second = startChat({ home });
    await second.untilShown("› ");
    second.type(`${UP}${UP}\r`);
    await second.untilShown("will reopen in May");
    second.type("quit\r");
    expect(await second.gone).toBe(0);
  });

  it.each([
    ["--no-history", {}],
    ["", { CHAT_HISTORY: "false" }],
  ])("keeps nothing with %j and %j", async (args, env) => {
    const home = emptyFolder();
    const path = join(home, ".local/state/talks/history");
    await mkdir(dirname(path), { recursive: true });
    writeFileSync(path, "an old question\n");
    const chat = startChat({ home, args, env });
    await chat.untilShown("› ");
    chat.type(`${UP}quit\r`);
    expect(await chat.gone).toBe(0);
    expect(chat.shown()).not.toContain("an old question");
    expect(readFileSync(path, "utf8")).toBe("an old question\n");
  });

  it("takes back a line on the first Ctrl-C, and ends on the second where nothing is typed", async () => {
    const chat = startChat();
    await chat.untilShown("› ");
    chat.type("what did the minister");
    await chat.untilShown("the minister");
    chat.type(CTRL_C);
    await chat.untilShown("^C");
    chat.type("sources\r");
    await chat.untilShown("2 articles from");
    chat.type(CTRL_C);
    await chat.untilShown("To leave, press Ctrl-C again");
    chat.type(CTRL_C);
    expect(await chat.gone).toBe(0);
  });

  it("shows what is longer than the window in pages, and answers on behind them", async () => {
    const env = { PAGER: "sed 's/^/paged: /'" };
    const chat = startChat({ rows: 5, env });
    await chat.untilShown("› ");
    chat.type("sources\r");
    await chat.untilShown("paged: 2 articles");
    await chat.untilShown("› ");
    chat.type("context 1\r");
    await chat.untilShown("There is no passage yet");
    expect(chat.shown()).not.toContain("paged");
    chat.type("quit\r");
    expect(await chat.gone).toBe(0);
  });

  it("shows it at once where there is no pager", async () => {
    const chat = startChat({ rows: 5, env: { PAGER: "no-such-pager" } });
    await chat.untilShown("› ");
    chat.type("sources\r");
    await chat.untilShown("2 articles from");
    chat.type("quit\r");
    expect(await chat.gone).toBe(0);
  });

  it("takes nonsense for a new question", async () => {
    const chat = startChat();
    await chat.untilShown("› ");
    chat.type("what did Brandt say\r");
    await chat.untilShown("ready to reopen");
    chat.type("asdf\r");
    await chat.untilShown("No article here mentions “asdf”");
    chat.type("quit\r");
    expect(await chat.gone).toBe(0);
  });
});
