import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { WriteStream } from "node:tty";
import { expect, test } from "vitest";
import { type AddFlags, runAdd } from "../../../adapters/add/add-command.ts";
import { articlesIn, temporaryDir } from "./corpus-dir.ts";
import { storyPage } from "./pages.ts";
import { startWebServer } from "./web-server.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Flags = AddFlags & { readonly corpusDir: string };

/** Runs the command; `isWatched` is whether standard error is a terminal. */
async function run(sources: readonly string[], { corpusDir, ...flags }: Flags, isWatched = false): Promise<Ran> {
  const out = new PassThrough();
  const err: NodeJS.WriteStream = Object.assign(Object.create(WriteStream.prototype), new PassThrough());
  const written: string[] = [];
  Object.assign(err, { isTTY: isWatched, columns: 80, write: (text: string) => written.push(text) > 0 });
  const code = await runAdd(sources, corpusDir, flags, { out, err });
  return { code, out: String(out.read() ?? ""), err: written.join("") };
}

function textFile(name: string, text: string): string {
  const path = join(temporaryDir(), name);
  writeFileSync(path, text);
  return path;
}

test("says what was added, what was there already and what failed, and exits 1 for the failure", async () => {
  const corpusDir = temporaryDir();
  const a = textFile("a.txt", "The bridge is open.");
  const { code, out } = await run([a, a, "no-such.txt"], { corpusDir, title: "" });
  const [article] = articlesIn(corpusDir);
  expect(code).toBe(1);
  expect(out).toBe(
    [
      `added ${join(corpusDir, "articles", `${article?.id}.md`)}`,
      `left out ${a}: the corpus has it as ${article?.id}`,
      "failed no-such.txt: there is no such file",
      "1 added, 1 left out because they are in the corpus, 1 failed.\n",
    ].join("\n"),
  );
});

test("shows the whole file in a dry run", async () => {
  const { code, out } = await run([textFile("a.txt", "The bridge is open.")], {
    corpusDir: temporaryDir(),
    dryRun: true,
    title: "Open",
  });
  expect(code).toBe(0);
  expect(out).toMatch(/^would add .*open\.md:\n\n---\ntitle: "Open"\n(?:\w+: null\n){4}---\nThe bridge is open\.\n\n$/);
});

test("reads addresses of private networks only when told to", async () => {
  const web = await startWebServer({ "/": { type: "text/html", body: storyPage("Eastport") } });
  const corpusDir = temporaryDir();
  const refused = await run([`${web.url}/`], { corpusDir });
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining("127.0.0.1 is in a private network") });
  expect(await run([`${web.url}/`], { corpusDir, allowPrivate: true })).toMatchObject({ code: 0 });
});

test("refuses metadata that cannot be, before anything is added", async () => {
  const corpusDir = temporaryDir();
  const a = textFile("a.txt", "The bridge is open.");
  expect(await run([a], { corpusDir, published: "yesterday" })).toEqual({
    code: 1,
    out: "",
    err: '--published must be a date as YYYY-MM-DD, but is "yesterday".\n',
  });
  expect((await run([a], { corpusDir, url: "x" })).err).toContain("--url must be an http(s) address");
  expect((await run([a, a], { corpusDir, title: "One" })).err).toContain("are of one article");
});

test("shows a progress bar to somebody who watches a long work, and to nobody else", async () => {
  const sources = ["1", "2", "3"].map((n) => textFile("a.txt", `Bridge ${n} is open.`));
  expect((await run(sources, { corpusDir: temporaryDir() }, true)).err).toContain("3 articles");
  expect((await run(sources, { corpusDir: temporaryDir() })).err).toBe("");
});
