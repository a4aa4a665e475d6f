import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ODD_FILES } from "../../../bench/odd-files.ts";
import { corpusFolder } from "./corpus-folder.ts";
import { emptyFolder, runProgram } from "./run-program.ts";

const HAS_PIPES = process.platform !== "win32";
const STORY = "---\ntitle: A pier\n---\nThe pier of Lind was mended, the mayor said.\n";
// Whatever is opened that never ends holds the program up for ever.
const TIMEOUT = 20_000;

/** What `talks check` prints of a folder, with the names of its files alone. */
async function check(dir: string) {
  const { code, stdout } = await runProgram(["check", "--corpus", dir]);
  return { code, lines: stdout.replaceAll(`${dir}/`, "").trimEnd().split("\n") };
}

describe.runIf(HAS_PIPES)("a folder with pipes, devices, sockets and links to nothing in place of articles", () => {
  async function oddFolder(): Promise<string> {
    const dir = corpusFolder();
    const at = (name: string) => join(dir, "articles", name);
    for (const path of [at("pipe.md"), join(dir, "glossary.yaml")]) execFileSync("mkfifo", [path]);
    symlinkSync("/dev/zero", at("zeros.md"));
    symlinkSync("/dev/stdin", at("input.md"));
    symlinkSync(join(dir, "gone"), at("gone.md"));
    mkdirSync(at("folder.md"));
    const server = createServer().listen(at("socket.md"));
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    return dir;
  }

  test("is checked to its end, and each of them is named with what it is", { timeout: TIMEOUT }, async () => {
    const { code, lines } = await check(await oddFolder());
    expect(code).toBe(1);
    expect(lines).toEqual([
      "articles/folder.md:1: cannot be read: it is a folder, no regular file",
      "articles/gone.md:1: cannot be read: it is a link that leads to no file",
      expect.stringMatching(
        /^articles\/input\.md:1: cannot be read: it is a (?:device|named pipe \(FIFO\)|socket), no/,
      ),
      "articles/pipe.md:1: cannot be read: it is a named pipe (FIFO), no regular file",
      "articles/socket.md:1: cannot be read: it is a socket, no regular file",
      "articles/zeros.md:1: cannot be read: it is a device, no regular file",
      "glossary.yaml:1: cannot be read: it is a named pipe (FIFO), no regular file",
      "7 faults; 2 articles can be asked.",
    ]);
  });

  test("answers from the articles that it has", { timeout: TIMEOUT }, async () => {
    const { code, stdout } = await runProgram(["ask", "--corpus", await oddFolder(), "when does the harbour reopen"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("will reopen in May")]);
  });

  test("is told from a folder where a pipe or a device is named as one", { timeout: TIMEOUT }, async () => {
    const pipe = join(emptyFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const path of [pipe, "/dev/zero"]) {
      const { code, stderr } = await runProgram(["check", "--corpus", path]);
      expect([code, stderr]).toEqual([1, expect.stringContaining("Cannot read the articles folder")]);
    }
  });
});

test("a transcript without line breaks is read within little memory", { timeout: TIMEOUT }, async () => {
  const dir = corpusFolder({ "odd.md": ODD_FILES["a transcript without line breaks"]?.(400_000) ?? "" });
  const env = { NODE_OPTIONS: "--max-old-space-size=300", XDG_CACHE_HOME: emptyFolder() };
  const { code, stdout } = await runProgram(["ask", "--corpus", dir, "when does the harbour reopen"], { env });
  expect([code, stdout]).toEqual([0, expect.stringContaining("will reopen in May")]);
});

describe("talks check", () => {
  test("names what it passes over, which is no fault", async () => {
    const dir = corpusFolder({ "notes.txt": STORY, ".draft.md": STORY, ".DS_Store": "", "PIER.MD": STORY });
    expect(await check(dir)).toEqual({
      code: 0,
      lines: [
        "passed over: articles/.draft.md: it is hidden: its name begins with a full stop",
        "passed over: articles/notes.txt: its name does not end in .md",
        "3 articles, no faults.",
      ],
    });
    const { stdout } = await runProgram(["ask", "--corpus", dir, "who mended the pier of Lind"]);
    expect(stdout).toContain("The pier of Lind was mended");
  });

  test("names an article that is too large, its size and the limit", { timeout: TIMEOUT }, async () => {
    const dir = corpusFolder();
    const file = join(dir, "articles", "large.md");
    writeFileSync(file, STORY);
    truncateSync(file, 2 ** 30);
    expect((await check(dir)).lines).toEqual([
      "articles/large.md:1: cannot be read: it has 1024 MB, and may have 4 MB at most",
      "1 fault; 2 articles can be asked.",
    ]);
  });
});
