import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createIndexKeeper } from "../../../adapters/live-corpus/index-keeper.ts";
import {
  type Article,
  buildCorpusIndex,
  type Corpus,
  createEngine,
  type Engine,
  packIndex,
} from "../../../src/index.ts";
import { readQuestionSets } from "../../evaluation/question-sets.ts";
import {
  harbourCorpus,
  mergerCorpus,
  outbreakCorpus,
  reservoirCorpus,
  withoutGlossary,
} from "../../fixtures/corpora.ts";
import { corpusOf } from "../../fixtures/stories.ts";
import { createRecordedLog } from "../state/recorded-log.ts";
import { emptyFolder } from "../terminal/run-program.ts";

const QUESTION = { text: "what does Velmark demand" };
const FROM_SNAPSHOT = "info: The index was read from its snapshot.";
const goingOn = new AbortController().signal;

/** Starts over corpora one after the other, as a bot does whose articles change, and stops. */
async function run(dir: string, ...corpora: readonly Corpus[]) {
  const log = createRecordedLog();
  const keeper = createIndexKeeper(dir, log);
  const engines: Engine[] = [];
  for (const corpus of corpora) engines.push(await keeper.build(corpus, goingOn, () => {}));
  await keeper.close();
  return { log: log.lines, answers: await Promise.all(engines.map((engine) => engine.ask(QUESTION))) };
}

const answerFromArticles = (corpus: Corpus) => createEngine(corpus).ask(QUESTION);

function snapshotIn(dir: string): string {
  return join(dir, "index.snapshot");
}

test("the index of a corpus that has not changed comes from the snapshot, and answers alike", async () => {
  const dir = emptyFolder();
  const corpus = harbourCorpus();
  const first = await run(dir, corpus);
  expect(first.log).toEqual([expect.stringMatching(/^info: The index was made anew .* is not there yet\.$/)]);
  const second = await run(dir, harbourCorpus());
  expect(second.log).toEqual([FROM_SNAPSHOT]);
  expect(second.answers).toEqual(first.answers);
  expect(second.answers).toEqual([await answerFromArticles(corpus)]);
});

test("the snapshot is renewed when the articles change while they are served", async () => {
  const dir = emptyFolder();
  await run(dir, reservoirCorpus(), harbourCorpus());
  expect((await run(dir, harbourCorpus())).log).toEqual([FROM_SNAPSHOT]);
});

test("what a crash left of a half-written snapshot is cleared away", async () => {
  const dir = emptyFolder();
  const leftover = join(dir, ".index.snapshot.0123456789ab.tmp");
  writeFileSync(leftover, "half a snap");
  await run(dir, reservoirCorpus());
  expect(readdirSync(dir)).toEqual(["index.snapshot"]);
});

describe("a snapshot that is not of these articles and this code", () => {
  const harbour = harbourCorpus();
  const withFirst = (change: Partial<Article>): Corpus => ({
    ...harbour,
    articles: harbour.articles.map((article, at) => (at === 0 ? { ...article, ...change } : article)),
  });
  const changed: readonly [string, Corpus][] = [
    ["an article less", { ...harbour, articles: harbour.articles.slice(1) }],
    ["another word", withFirst({ body: `${harbour.articles[0]?.body} More.` })],
    ["another date", withFirst({ published: "2031-01-01" })],
    ["another glossary", withoutGlossary(harbour)],
  ];

  test.each(changed)("is left alone: %s", async (_, corpus) => {
    const dir = emptyFolder();
    await run(dir, harbour);
    const { log, answers } = await run(dir, corpus);
    expect(log).toEqual([expect.stringMatching(/^info: .* is of other articles\.$/)]);
    expect(answers).toEqual([await answerFromArticles(corpus)]);
  });

  test("is left alone: another version of the code", async () => {
    const dir = emptyFolder();
    await run(dir, harbour);
    const content = readFileSync(snapshotIn(dir), "latin1");
    writeFileSync(snapshotIn(dir), content.replace(/"code":"\w{8}/, '"code":"00000000'), "latin1");
    expect((await run(dir, harbour)).log).toEqual([expect.stringMatching(/^info: .*another version of Talks or Node/)]);
  });
});

describe("a damaged snapshot", () => {
  const harbour = harbourCorpus();
  const damages: readonly [string, (content: Buffer) => Uint8Array][] = [
    ["empty", () => new Uint8Array()],
    ["of zeros", (content) => new Uint8Array(content.length)],
    ["cut off", (content) => content.subarray(0, content.length / 2)],
    ["longer than it was", (content) => Buffer.concat([content, content])],
    ["one line without an end", () => Buffer.from('{"code":"')],
    ...[0.1, 0.5, 0.999].map((share): [string, (content: Buffer) => Uint8Array] => [
      `with a bit turned at ${share} of it`,
      (content) => content.map((byte, at) => (at === Math.floor(share * content.length) ? byte ^ 4 : byte)),
    ]),
  ];

  test.each(damages)("costs nothing but time, and is replaced: %s", async (_, damage) => {
    const dir = emptyFolder();
    await run(dir, harbour);
    writeFileSync(snapshotIn(dir), damage(readFileSync(snapshotIn(dir))));
    const { log, answers } = await run(dir, harbour);
    expect(log).toEqual([
      `warn: The index was made anew of the articles: the snapshot in ${snapshotIn(dir)} is damaged.`,
    ]);
    expect(answers).toEqual([await answerFromArticles(harbour)]);
    expect((await run(dir, harbour)).log).toEqual([FROM_SNAPSHOT]);
  });
});

describe("a place that takes no snapshot", () => {
  test("is told once, and the articles are served", async () => {
    const dir = join(emptyFolder(), "state");
    writeFileSync(dir, "a file, not a folder");
    const { log, answers } = await run(dir, harbourCorpus(), reservoirCorpus());
    expect(answers).toEqual([await answerFromArticles(harbourCorpus()), await answerFromArticles(reservoirCorpus())]);
    expect(log).toEqual([
      expect.stringMatching(/^warn: The index was made anew .* cannot be read \(ENOTDIR/),
      expect.stringMatching(/^warn: The snapshot of the index cannot be written to .* the next start will read/),
    ]);
  });

  test("may be a folder that stands where the file should be", async () => {
    const dir = emptyFolder();
    mkdirSync(join(snapshotIn(dir), "inside"), { recursive: true });
    const { log } = await run(dir, reservoirCorpus());
    expect(log.every((line) => line.startsWith("warn: "))).toBe(true);
    expect(existsSync(join(snapshotIn(dir), "inside"))).toBe(true);
  });
});

describe("a large corpus that changes again and again", () => {
  const pool = [...mergerCorpus().articles, ...outbreakCorpus().articles, ...reservoirCorpus().articles];
  const byId = (a: Article, b: Article) => (a.id < b.id ? -1 : 1);
  const questions = readQuestionSets()
    .filter(({ name }) => ["merger", "outbreak", "reservoir"].includes(name))
    .flatMap((set) => set.questions.slice(0, 6).map(({ question }) => question));
  const answers = (engine: Engine) => Promise.all(questions.map((text) => engine.ask({ text })));
  const changes = fc.array(fc.record({ at: fc.nat(pool.length - 1), isIn: fc.boolean(), isLonger: fc.boolean() }), {
    minLength: 2,
    maxLength: 6,
  });

  test("answers like one that was read as a whole once it has settled, whatever changed meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const log = createRecordedLog();
        const pack = async (corpus: Corpus) => {
          await nextTurn();
          return packIndex(buildCorpusIndex(corpus));
        };
        const keeper = createIndexKeeper(emptyFolder(), log, { pack, much: 20_000 });
        let corpus: Corpus = corpusOf(...pool.slice(0, 9).sort(byId));
        let engine = await keeper.build(corpus, goingOn, () => {});
        for (const { at, isIn, isLonger } of all) {
          const article = pool[at];
          if (!article) continue;
          const come = isLonger
            ? { ...article, body: `${article.body}\n\nIt rained in Kelby, Ada Morrow said.\n` }
            : article;
          const others = corpus.articles.filter(({ id }) => id !== article.id);
          corpus = { ...corpus, articles: [...others, ...(isIn ? [come] : [])].sort(byId) };
          engine = await keeper.build(corpus, goingOn, (settled) => {
            engine = settled;
          });
        }
        await keeper.close();
        expect(log.lines).toContain("info: The index has settled.");
        expect(await answers(engine)).toEqual(await answers(createEngine(corpus)));
      }),
      { numRuns: 3 },
    );
  }, 60_000);
});
