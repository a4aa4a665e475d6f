import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createLocalEncoder, type EncoderOptions, type LocalEncoder } from "../../../adapters/encoder/encoder.ts";
import type { Log } from "../../../adapters/log.ts";
import type { PassageVectors } from "../../../src/index.ts";
import { emptyFolder } from "../terminal/run-program.ts";

const TEXTS = [
  "The ferry to Sandholm was cancelled on Monday because of the storm.",
  "The minister refused to give up the islands.",
  "Dredging the harbour cost 40 million crowns.",
  "The port authority published its yearly report.",
];
const COST = "how expensive was it to deepen the port";
const anything = () => true;

interface Opened {
  readonly encoder: LocalEncoder;
  readonly passages: PassageVectors;
  readonly log: readonly string[];
}

/** A log that keeps its lines: `level: message`, and of how many passages it speaks. */
function recordInto(lines: string[]): Log {
  const line =
    (level: string): Log["info"] =>
    (message, data) =>
      void lines.push(`${level}: ${message}${data?.passages === undefined ? "" : ` (${data.passages})`}`);
  return { info: line("info"), warn: line("warn"), error: line("error") };
}

/** Opens an encoder over some texts; what is made ahead is made. */
async function open(own: string | null, texts = TEXTS, options: Partial<EncoderOptions> = {}): Promise<Opened> {
  const log: string[] = [];
  const encoder = createLocalEncoder({
    files: { shipped: null, own },
    make: "ahead",
    log: recordInto(log),
    ...options,
  });
  onTestFinished(encoder.close);
  const passages = encoder.over(async () => ({ count: texts.length, textOf: (at) => texts[at] ?? "" }));
  await encoder.settled();
  return { encoder, passages, log };
}

/** How near all texts are to a question. */
async function ask({ passages }: Opened, question: string, texts = TEXTS) {
  const asked = (await passages.question(question)) ?? expect.fail("There is no encoder.");
  const all = [...texts.keys()];
  return {
    cosines: await passages.cosines(asked, all),
    nearest: await passages.nearest(asked, 2, Int32Array.from(all), anything),
  };
}

const begun = (passages: number) => `info: Passages are being encoded, to be compared in meaning. (${passages})`;

describe("an encoder", () => {
  test("finds what is meant in other words, the nearest first", async () => {
    const opened = await open(null);
    const { cosines, nearest } = await ask(opened, COST);
    expect(nearest).toEqual([2, 3].map((passage) => ({ passage, cosine: cosines[passage] })));
    expect((await ask(opened, "why is there no boat")).nearest[0]?.passage).toBe(0);
  });

  test("looks for the nearest among those that are asked for", async () => {
    const { passages } = await open(null);
    const asked = (await passages.question(COST)) ?? expect.fail("There is no encoder.");
    const nearest = await passages.nearest(asked, 4, Int32Array.of(1, 3), anything);
    expect(nearest.map(({ passage }) => passage)).toEqual([3, 1]);
  });

  test("leaves out of the nearest what may not answer", async () => {
    const { passages } = await open(null);
    const asked = (await passages.question(COST)) ?? expect.fail("There is no encoder.");
    const nearest = await passages.nearest(asked, 4, Int32Array.of(0, 1, 2, 3), (passage) => passage !== 2);
    expect(nearest.map(({ passage }) => passage).sort()).toEqual([0, 1, 3]);
  });

  test("gives the same text the same vector, whatever was encoded before it", async () => {
    const cosines = (await ask(await open(null), COST)).cosines;
    const backwards = TEXTS.toReversed();
    expect((await ask(await open(null, backwards), COST, backwards)).cosines.toReversed()).toEqual(cosines);
  });

  test("takes the first of what is equally near", async () => {
    const twice = [...TEXTS, ...TEXTS];
    const { nearest } = await ask(await open(null, twice), COST, twice);
    expect(nearest.map(({ passage }) => passage)).toEqual([2, 6]);
  });

  test("reads texts of any length and kind", async () => {
    const odd = ["", " ", "word ".repeat(5_000), "x".repeat(100_000), "\uD800 \u0000 🙂 [SEP]", "слово"];
    const { cosines } = await ask(await open(null, odd), "?", odd);
    for (const cosine of cosines) expect(cosine).toBeGreaterThan(0);
  });
});

describe("vectors that are made when a question needs them", () => {
  test("are all made before the first one is answered, so that it is answered as later ones are", async () => {
    const known = await ask(await open(null), COST);
    const opened = await open(null, TEXTS, { make: "asked" });
    expect(await ask(opened, COST)).toEqual(known);
    expect(await ask(opened, COST)).toEqual(known);
  });

  test("are done without where they are so many that nobody would wait", async () => {
    const many = Array.from({ length: 2_500 }, (_, at) => `Boat ${at} was painted.`);
    const { passages } = await open(null, many, { make: "asked" });
    expect(await passages.question(COST)).toBeNull();
  });
});

describe("a file of vectors", () => {
  const filled = async () => {
    const own = join(emptyFolder(), "state", "passages.vectors");
    const opened = await open(own);
    const answer = await ask(opened, COST);
    await opened.encoder.close();
    return { own, answer };
  };

  test("spares encoding again what was encoded, and nothing else when an article changes", async () => {
    const { own, answer } = await filled();
    const again = await open(own);
    expect(again.log).toEqual([]);
    expect(await ask(again, COST)).toEqual(answer);
    await again.encoder.close();
    const changed = await open(own, [...TEXTS.slice(1), "The ferry sails again.", "So it does."]);
    expect(changed.log[0]).toBe(begun(2));
    await changed.encoder.close();
    // What no article has any more may come again.
    expect((await open(own)).log).toEqual([]);
  });

  test("is written anew where most of it is of no use any more", async () => {
    const { own } = await filled();
    const content = readFileSync(own);
    const head = content.indexOf(0x0a) + 1;
    const one = content.subarray(head, head + (content.length - head) / TEXTS.length);
    writeFileSync(own, Buffer.concat([content, ...Array.from({ length: 3_000 }, () => one)]));
    await (await open(own)).encoder.close();
    expect(statSync(own).size).toBe(content.length);
  });

  test.each<[string, number, (content: Buffer) => Uint8Array]>([
    ["empty", 4, () => new Uint8Array()],
    ["of zeros", 4, (content) => new Uint8Array(content.length)],
    ["cut off in a record, as a crash does", 1, (content) => content.subarray(0, -10)],
    ["with a bit turned in its head", 4, (content) => content.map((byte, at) => (at === 3 ? byte ^ 4 : byte))],
    ["with a bit turned in a vector", 1, (content) => content.map((byte, at) => (at === 500 ? byte ^ 4 : byte))],
  ])("costs only the time for what is lost where it is damaged: %s", async (_, lost, damage) => {
    const { own, answer } = await filled();
    writeFileSync(own, damage(readFileSync(own)));
    const opened = await open(own);
    expect(opened.log.slice(0, 2)).toEqual([
      `warn: The vectors of passages in ${own} are damaged; those that cannot be read are made anew.`,
      begun(lost),
    ]);
    expect(await ask(opened, COST)).toEqual(answer);
    await opened.encoder.close();
    expect((await open(own)).log).toEqual([]);
  });

  test("is made anew without a warning where another encoder made it", async () => {
    const { own } = await filled();
    writeFileSync(own, readFileSync(own, "latin1").replace(/e5-small-v2 \w{4}/, "e5-small-v2 0000"), "latin1");
    expect((await open(own)).log[0]).toBe(begun(4));
  });

  test("is done without where the disk takes none, which is told once", async () => {
    const own = join(emptyFolder(), "passages.vectors");
    mkdirSync(join(own, "inside"), { recursive: true });
    const opened = await open(own);
    expect((await ask(opened, COST)).nearest[0]?.passage).toBe(2);
    expect(opened.log.filter((line) => line.startsWith("warn: "))).toEqual([
      expect.stringMatching(/cannot be read\./),
      expect.stringMatching(/cannot be written to .*; the next start makes them again\./),
    ]);
  });
});

test("a question goes before the passages that nobody waits for", async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => `Boat ${at} was painted at mooring ${at + 7}, its crew said.`);
  const encoder = createLocalEncoder({ files: { shipped: null, own: null }, make: "ahead", log: recordInto([]) });
  onTestFinished(encoder.close);
  const passages = encoder.over(async () => ({ count: many.length, textOf: (at) => many[at] ?? "" }));
  await expect.poll(() => encoder.figures().encoded, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0);
  const before = encoder.figures().encoded;
  const question = (await passages.question(COST)) ?? expect.fail("There is no encoder.");
  expect(encoder.figures().encoded - before).toBeLessThan(10);
  // What has no vector yet is not waited for.
  expect((await passages.cosines(question, [999]))[0]).toBeUndefined();
});

test("an encoder that is closed while it loads or encodes ends at once, and what waits for it goes on by words", async () => {
  const many = Array.from({ length: 500 }, (_, at) => `Boat ${at} was painted at mooring ${at + 7}, its crew said.`);
  for (const pauseMs of [0, 100, 300, 600, 900]) {
    const encoder = createLocalEncoder({
      files: { shipped: null, own: null },
      make: "ahead",
      log: recordInto([]),
    });
    const passages = encoder.over(async () => ({ count: many.length, textOf: (at) => many[at] ?? "" }));
    const question = passages.question(COST);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await encoder.close();
    await question;
    expect(await passages.question("and later")).toBeNull();
  }
}, 30_000);
