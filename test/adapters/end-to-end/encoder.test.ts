import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { SHIPPED_VECTORS } from "../../../adapters/encoder/vector-file.ts";
import { PACKAGE_ROOT } from "../../../adapters/package-root.ts";
import { copyOfTalks } from "../encoder/other-copies.ts";
import { freePort } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { emptyFolder, runProgram } from "../terminal/run-program.ts";
import { openTown, type RunningTalks } from "./running-talks.ts";

const QUESTION = "who would give up land";
const UP = "Talks answers by words and by meaning.";
const DOWN = /^Talks answers by words alone: /;
/** The passages of the two articles in the test's folder, and their paragraphs where these say more. */
const ENCODED = 8;
const TIMEOUT = { timeout: 60_000 };
const FRONT = "---\ntitle: null\noutlet: null\nauthor: null\npublished: null\nurl: null\n---\n";
const MANY = Array.from({ length: 3_000 }, (_, n) => `Boat ${n} was painted at mooring ${n + 7}, its crew said.\n\n`);

/** What Prometheus would read: the value of a metric, asked again until it is as expected. */
function metric(port: number, name: string) {
  return expect.poll(
    async () => {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      return text.split("\n").flatMap((line) => (line.startsWith(`${name} `) ? [Number(line.split(" ")[1])] : []))[0];
    },
    { timeout: 10_000 },
  );
}

/** The number of passages that a line of the log names. */
async function passagesIn(line: Promise<string>): Promise<number> {
  return Number(/"passages":(\d+)/.exec(await line)?.[1]);
}

describe("a bot with its encoder", () => {
  it("says so, and encodes what is new in the folder while it serves", TIMEOUT, async () => {
    const { start } = await openTown();
    const [corpus, port] = [corpusFolder(), await freePort()];
    const talks = await start({ CORPUS_DIR: corpus, OPS_PORT: String(port) });
    await talks.untilLogged(UP);
    await metric(port, "talks_encoder_up").toBe(1);
    await metric(port, 'talks_passages{encoded="no"}').toBe(0);
    await metric(port, 'talks_passages{encoded="yes"}').toBe(ENCODED);
    writeFileSync(join(corpus, "articles", "ship.md"), `${FRONT}The ship Aurora was sold to a yard in Velde.\n`);
    await metric(port, 'talks_passages{encoded="yes"}').toBeGreaterThan(ENCODED);
    await metric(port, 'talks_passages{encoded="no"}').toBe(0);
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  it("has the vectors of the articles that come with it", TIMEOUT, async () => {
    const { start, stateDir } = await openTown();
    const port = await freePort();
    const talks = await start({ OPS_PORT: String(port) });
    await metric(port, 'talks_passages{encoded="yes"}').toBeGreaterThan(100);
    expect(talks.log.filter((line) => line.startsWith("Passages are being encoded"))).toEqual([]);
    await talks.end("SIGTERM");
    expect(existsSync(join(stateDir, "passages.vectors"))).toBe(false);
  });

  it("ends when it is told to in the middle of encoding, and the next one goes on from there", TIMEOUT, async () => {
    const { start } = await openTown();
    const env = { CORPUS_DIR: corpusFolder({ "boats.md": FRONT + MANY.join("") }) };
    const begin = async (): Promise<[RunningTalks, number]> => {
      const talks = await start(env);
      return [talks, await passagesIn(talks.untilLogged("Passages are being encoded"))];
    };
    const [first, all] = await begin();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const told = performance.now();
    expect(await first.end("SIGTERM")).toBe(0);
    expect(performance.now() - told).toBeLessThan(3_000);
    const [second, left] = await begin();
    expect(left).toBeLessThan(all);
    expect(await second.end("SIGKILL")).toBe("SIGKILL");
    const [third, after] = await begin();
    expect(after).toBeLessThanOrEqual(left);
    expect(await third.end("SIGTERM")).toBe(0);
    expect(third.log.join("\n")).not.toContain("did not stop in time");
  });
});

describe("the built program without its encoder", () => {
  const reasons: readonly [string, RegExp, () => ReturnType<typeof copyOfTalks>][] = [
    [
      "the runtime is not installed",
      /the optional package onnxruntime-node is not installed/,
      () => copyOfTalks({ hasRuntime: false }),
    ],
    [
      "the runtime does not run here",
      /onnxruntime-node does not run here/,
      () => {
        const copy = copyOfTalks({ hasRuntime: false });
        const dir = join(copy.dir, "node_modules", "onnxruntime-node");
        mkdirSync(dir);
        writeFileSync(join(dir, "index.js"), 'throw new Error("no binary of this system");');
        return copy;
      },
    ],
    [
      "the weights are damaged",
      /weights\.bin is damaged/,
      () => changed("weights.bin", (file) => truncateSync(file, 1_000_000)),
    ],
    [
      "a bit of the weights is turned",
      /weights\.bin is damaged/,
      () =>
        changed("weights.bin", (file) => {
          const content = readFileSync(file);
          content[20_000_000] = (content[20_000_000] ?? 0) ^ 1;
          writeFileSync(file, content);
        }),
    ],
    [
      "the tokenizer is not there",
      /tokenizer\.json cannot be read/,
      () => changed("tokenizer.json", (file) => rmSync(file)),
    ],
  ];

  function changed(name: string, change: (file: string) => void) {
    const copy = copyOfTalks();
    change(join(copy.dir, "dist", "encoder", name));
    return copy;
  }

  it.each(reasons)("answers by words alone, and says why: %s", TIMEOUT, async (_, why, prepare) => {
    const { program, dir } = prepare();
    const batch = await runProgram(["ask", "--batch", "--corpus", corpusFolder()], {
      program,
      input: `${JSON.stringify({ id: 1, question: "when will the harbour reopen" })}\n`,
    });
    expect(batch.stderr).toMatch(why);
    expect(JSON.parse(batch.stdout).outcome).toBe("answered");
    const { code, stdout, stderr } = await runProgram(["ask", QUESTION], { program });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("surrendering land");
    rmSync(dir, { recursive: true });
  });

  it("says so in the log and the metrics of a bot, which serves all the same", TIMEOUT, async () => {
    const { program, dir } = copyOfTalks({ hasRuntime: false });
    const { start } = await openTown();
    const port = await freePort();
    const talks = await start({ OPS_PORT: String(port), CORPUS_DIR: corpusFolder() }, { program });
    expect(await talks.untilLogged("by words alone")).toMatch(DOWN);
    await metric(port, "talks_encoder_up").toBe(0);
    await metric(port, 'talks_passages{encoded="no"}').toBe(ENCODED);
    expect(await talks.end("SIGTERM")).toBe(0);
    rmSync(dir, { recursive: true });
  });
});

describe("a question in the terminal", () => {
  it("keeps the vectors that it made, so that the next one finds them", TIMEOUT, async () => {
    const [cache, corpus] = [emptyFolder(), corpusFolder()];
    const ask = () =>
      runProgram(["ask", "--json", "--corpus", corpus, "how dear was deepening it"], {
        env: { XDG_CACHE_HOME: cache },
      });
    const first = await ask();
    expect(first.code).toBe(0);
    const kept = readdirSync(join(cache, "talks")).filter((name) => name.endsWith(".vectors"));
    expect(kept).toHaveLength(1);
    expect(await ask()).toEqual(first);
  });

  it("is answered alike where the vectors that come with Talks are damaged", TIMEOUT, async () => {
    const { program, dir } = copyOfTalks();
    const sound = await runProgram(["ask", "--json", QUESTION], { program });
    truncateSync(join(dir, relative(PACKAGE_ROOT, SHIPPED_VECTORS)), 10_000);
    const { code, stdout } = await runProgram(["ask", "--json", QUESTION], { program });
    expect({ code, stdout }).toEqual({ code: sound.code, stdout: sound.stdout });
    rmSync(dir, { recursive: true });
  });
});
