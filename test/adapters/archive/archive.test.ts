import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ArchiveAccess, ArchiveConfig } from "../../../adapters/archive/archive-config.ts";
import { type Archive, ASKING, openArchive, WRITING } from "../../../adapters/archive/client.ts";
import { diagnoseArchive } from "../../../adapters/archive/diagnose.ts";
import { followArchive, openArchiveEngine } from "../../../adapters/archive/live-archive.ts";
import { createStore } from "../../../adapters/archive/store.ts";
import { openWriter } from "../../../adapters/archive/writer.ts";
import { OUT_OF_REACH } from "../../../adapters/conversation/texts.ts";
import { createLocalEncoder } from "../../../adapters/encoder/encoder.ts";
import { createQuestionEncoder } from "../../../adapters/encoder/question-encoder.ts";
import { type Article, type Corpus, createEngine, type Engine, loadCorpus } from "../../../src/index.ts";
import { type QuestionSet, readQuestionSets } from "../../evaluation/question-sets.ts";
import { harbourCorpus, mergerCorpus } from "../../fixtures/corpora.ts";
import { story } from "../../fixtures/stories.ts";
import { storyPage } from "../add/pages.ts";
import { startWebServer } from "../add/web-server.ts";
import { openTown } from "../end-to-end/running-talks.ts";
import { seen, untilWhispered, whispered } from "../slack/talks-in-slack.ts";
import { createRecordedLog } from "../state/recorded-log.ts";
import { freePort } from "../state/redis-server.ts";
import { fileOf, folderOf } from "../terminal/corpus-folder.ts";
import { emptyFolder, runProgram, startProgram } from "../terminal/run-program.ts";
import { type Cluster, HAS_OPENSEARCH, OPENSEARCH_NOTE, startCluster } from "./opensearch-cluster.ts";
import { openTlsFront } from "./tls-front.ts";

/** The question sets, those of one corpus as one. */
function setsByCorpus(): readonly QuestionSet[] {
  const sets = new Map<string, QuestionSet>();
  for (const set of readQuestionSets()) {
    const key = JSON.stringify(set.corpus);
    const known = sets.get(key);
    sets.set(key, known ? { ...known, questions: [...known.questions, ...set.questions] } : set);
  }
  return [...sets.values()];
}

const byId = (a: Article, b: Article) => (a.id < b.id ? -1 : 1);
const START_MS = 180_000;
const TIMEOUT = { timeout: 60_000 };
const ALL_QUESTIONS = { timeout: 180_000 };
const SERVED_WITHIN_MS = 2_000;

describe.skipIf(!HAS_OPENSEARCH)(`an archive in OpenSearch${OPENSEARCH_NOTE}`, () => {
  let cluster: Cluster;
  let archives = 0;

  beforeAll(async () => {
    cluster = await startCluster(1);
  }, START_MS);
  afterAll(() => cluster?.stop());

  /** Variables of an archive that nobody else has. */
  const freshArchive = () => {
    const INDEX_NAME = `archive-${++archives}`;
    const env = { INDEX_URL: cluster.urls.join(","), INDEX_NAME, STATE_DIR: emptyFolder() };
    const config: ArchiveConfig = { nodes: cluster.urls, access: { kind: "none" }, caFile: null, name: INDEX_NAME };
    return { env, config };
  };
  const opened = (config: ArchiveConfig): Archive => {
    const archive = openArchive(config, ASKING);
    onTestFinished(() => archive.close());
    return archive;
  };
  const line = (article: Article) => JSON.stringify(article);
  const fill = async (env: Record<string, string>, { articles }: Pick<Corpus, "articles">) => {
    const run = await runProgram(["index", "--no-vectors", "-"], { env, input: articles.map(line).join("\n") });
    expect(run).toMatchObject({ code: 0 });
  };
  const folderWith = ({ articles }: Pick<Corpus, "articles">) =>
    folderOf(Object.fromEntries(articles.map((article) => [`${article.id}.md`, fileOf(article)])));

  describe.each(setsByCorpus())("holds the corpus of “$name”", ({ corpus, questions }) => {
    test("and answers every question of it to the letter as an index in memory", ALL_QUESTIONS, async () => {
      const { env, config } = freshArchive();
      const dir = folderWith(corpus);
      const { names, synonyms } = corpus.glossary;
      const listOf = (kind: string) =>
        names.flatMap(({ kind: own, side, ...name }) => (own === kind ? { ...name, ...(side && { side }) } : []));
      const glossary = {
        people: listOf("person"),
        places: listOf("place"),
        organisations: listOf("organisation"),
        synonyms,
      };
      if (names.length > 0) writeFileSync(join(dir, "glossary.yaml"), JSON.stringify(glossary));
      expect(await runProgram(["index", "--no-vectors", "--corpus", dir], { env })).toMatchObject({ code: 0 });
      const [here, there] = [createEngine(loadCorpus(dir).corpus), await openArchiveEngine(opened(config))];
      expect(await there.coverage()).toEqual(await here.coverage());
      for (const { question, earlier } of questions) {
        const asked = { text: question, earlier };
        const [own, other] = [await here.ask(asked), await there.ask(asked)];
        expect(JSON.stringify(other)).toBe(JSON.stringify(own));
        const [passage] = own.passages;
        if (passage) expect(await there.context(passage)).toEqual(await here.context(passage));
      }
      const [{ question: text = "" } = {}] = questions;
      for (const filter of [
        { since: "2025-02" },
        { until: "2025-04-20" },
        { source: "press" },
        { speaker: "minister" },
      ])
        expect(await there.ask({ text, ...filter })).toEqual(await here.ask({ text, ...filter }));
    });
  });

  test("compares questions and passages in meaning, with the same answers as in memory", ALL_QUESTIONS, async () => {
    const { env, config } = freshArchive();
    const { corpus, questions } = readQuestionSets().find(({ name }) => name === "harbour") ?? expect.fail();
    const dir = folderWith({ articles: corpus.articles.slice(0, 4) });
    expect(await runProgram(["index", "--corpus", dir], { env })).toMatchObject({ code: 0 });
    const log = createRecordedLog();
    const [asking, encoder] = [
      createQuestionEncoder(log),
      createLocalEncoder({ files: { shipped: null, own: null }, make: "ahead", log }),
    ];
    onTestFinished(async () => void (await Promise.all([asking.close(), encoder.close()])));
    const here = createEngine(loadCorpus(dir).corpus, { encoder });
    await encoder.settled();
    const byWords = await openArchiveEngine(opened(config));
    const compare = async (texts: readonly string[]) => {
      const there = await openArchiveEngine(opened(config), asking.encode);
      const differing: string[] = [];
      for (const text of texts) {
        const answer = JSON.stringify(await there.ask({ text }));
        expect(answer).toBe(JSON.stringify(await here.ask({ text })));
        if (answer !== JSON.stringify(await byWords.ask({ text }))) differing.push(text);
      }
      return differing;
    };
    const byMeaning = await compare(questions.slice(0, 30).map(({ question }) => question));
    expect(byMeaning.length).toBeGreaterThan(2);
    // What has been encoded is kept where it is all written anew.
    const store = createStore(opened(config));
    const known = await store.current();
    if (known) await store.move({ ...known.current, isDirty: true }, known);
    expect(await runProgram(["index", "--no-vectors", "--corpus", dir], { env })).toMatchObject({ code: 0 });
    expect((await store.current())?.current.generation).toBe(2);
    expect(await compare(byMeaning)).toEqual(byMeaning);
    expect((await diagnoseArchive(config)).says).not.toContain("by words alone");
  });

  test("tells the doctor where nothing is encoded", TIMEOUT, async () => {
    const { env, config } = freshArchive();
    await fill(env, harbourCorpus());
    expect((await diagnoseArchive(config)).says).toMatch(
      /^\d+ in the archive at .+, found by words alone: none is encoded$/,
    );
  });

  test("keeps an article to the letter, whatever nobody sees in it", TIMEOUT, async () => {
    const { env, config } = freshArchive();
    const odd = story(
      "odd",
      "First it rained.\n\nThe har\u00ADbour of Nor\u200Bvik re\u0301opened on Friday.\n\nThen it rai\u00ADned again.",
    );
    await fill(env, { articles: [odd] });
    const [passage] = (await (await openArchiveEngine(opened(config))).ask({ text: "when did the harbour reopen" }))
      .passages;
    expect(passage?.text).toBe("The har\u00ADbour of Nor\u200Bvik re\u0301opened on Friday.");
    expect(odd.body.slice(passage?.start, passage?.end)).toBe(passage?.text);
  });

  describe("that is watched over", () => {
    const articles = mergerCorpus().articles.slice(0, 6);
    const come = story("zz-quay", "The quay of Ostrand will be closed in June, the harbour master said on Monday.");
    const ASKED = "when will the quay of Ostrand be closed";

    const watched = async (dir: string, { env, config }: ReturnType<typeof freshArchive>) => {
      const generations: number[] = [];
      const onServed = ({ generation }: { readonly generation: number }) => void generations.push(generation);
      const writer = startProgram(["index", "--watch", "--no-vectors", "--corpus", dir], { env });
      onTestFinished(() => void writer.kill("SIGKILL"));
      const live = await followArchive(openArchive(config, ASKING), { log: createRecordedLog(), onServed });
      onTestFinished(() => live.close());
      const until = (check: (engine: Engine) => Promise<boolean>) =>
        expect.poll(() => check(live.engine()), { timeout: 30_000, interval: 50 }).toBe(true);
      return { live, generations, writer, until };
    };

    test(
      "serves what comes, changes and leaves at once, and settles to what a whole reading gives",
      TIMEOUT,
      async () => {
        const archive = freshArchive();
        const dir = folderWith({ articles });
        const { live, generations, writer, until } = await watched(dir, archive);
        const file = join(dir, "articles", `${come.id}.md`);
        const answersWith = (words: string) => async (engine: Engine) =>
          (await engine.ask({ text: ASKED })).passages.some(({ text }) => text.includes(words));
        const hasSettled = (generation: number) =>
          expect.poll(() => Math.max(...generations), { timeout: 30_000 }).toBeGreaterThanOrEqual(generation);

        const began = performance.now();
        writeFileSync(file, fileOf(come));
        await until(answersWith("closed in June"));
        expect(performance.now() - began).toBeLessThan(10 * SERVED_WITHIN_MS);
        writeFileSync(file, fileOf({ ...come, body: come.body.replace("June", "July") }));
        await until(answersWith("closed in July"));
        rmSync(file);
        await until(async (engine) => !(await answersWith("quay")(engine)));
        const [print] = articles;
        if (print) writeFileSync(join(dir, "articles", "zz-print.md"), fileOf({ ...print, outlet: "Kelby Post" }));
        await until(async (engine) => (await engine.coverage()).articles.length === articles.length + 1);
        await hasSettled(2);
        writer.kill("SIGTERM");
        await once(writer, "close");
        expect(await runProgram(["index", "--no-vectors", "--corpus", dir], { env: archive.env })).toMatchObject({
          code: 0,
        });
        const store = createStore(opened(archive.config));
        const last = (await store.current())?.current.generation ?? 0;
        await hasSettled(last);
        const whole = createEngine(loadCorpus(dir).corpus);
        for (const { question: text } of readQuestionSets()
          .find(({ name }) => name === "merger")
          ?.questions.slice(0, 25) ?? [])
          expect(await live.engine().ask({ text })).toEqual(await whole.ask({ text }));
      },
    );

    test("never answers from two editions of an article, whoever asks while it changes", TIMEOUT, async () => {
      const archive = freshArchive();
      const edition = (n: number) =>
        story("zz-pier", `The pier of Ostrand was repaired again, edition ${n} reports.`, { title: `Edition ${n}` });
      const dir = folderWith({ articles: [...articles, edition(0)] });
      const { live, until } = await watched(dir, archive);
      const other = await followArchive(openArchive(archive.config, ASKING), { log: createRecordedLog() });
      const seenBy = [live, other].map(() => new Set<string>());
      const LAST = 4;
      let isOver = false;
      const asking = [live, other].map(async ({ engine }, at) => {
        while (!isOver) {
          const { passages } = await engine().ask({ text: "was the pier of Ostrand repaired" });
          for (const { article, text } of passages)
            if (article.id === "zz-pier") seenBy[at]?.add(`${article.title}: ${/edition \d/.exec(text)?.[0]}`);
          await pause(20);
        }
      });
      for (let n = 1; n <= LAST; n++) {
        writeFileSync(join(dir, "articles", "zz-pier.md"), fileOf(edition(n)));
        await until(async (engine) => (await engine.coverage()).articles.some(({ title }) => title === `Edition ${n}`));
      }
      isOver = true;
      await Promise.all(asking);
      await other.close();
      const whole = Array.from({ length: LAST + 1 }, (_, n) => `Edition ${n}: edition ${n}`);
      for (const seen of seenBy) expect([...seen].filter((one) => !whole.includes(one))).toEqual([]);
      expect(seenBy[0]?.size).toBeGreaterThan(2);
    });

    test("is written by one process at a time, and by another once the first was killed", TIMEOUT, async () => {
      const archive = freshArchive();
      const dir = folderWith({ articles });
      const { writer } = await watched(dir, archive);
      const second = await runProgram(["index", "--no-vectors", "--corpus", dir], { env: archive.env });
      expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining(`process ${writer.pid} on`) });
      writer.kill("SIGKILL");
      await once(writer, "close");
      expect(await runProgram(["index", "--no-vectors", "--corpus", dir], { env: archive.env })).toMatchObject({
        code: 0,
      });
    });
  });

  test("is whole after its writer was killed at any moment and started again", TIMEOUT, async () => {
    const { env, config } = freshArchive();
    const corpus = mergerCorpus();
    const dir = folderWith(corpus);
    for (const afterMs of [250, 500, 750, 1_000, 1_500]) {
      const writer = startProgram(["index", "--no-vectors", "--corpus", dir], { env });
      const gone = once(writer, "close");
      await Promise.race([pause(afterMs), gone]);
      writer.kill("SIGKILL");
      await gone;
    }
    expect(await runProgram(["index", "--no-vectors", "--corpus", dir], { env })).toMatchObject({ code: 0 });
    const [here, there] = [createEngine(loadCorpus(dir).corpus), await openArchiveEngine(opened(config))];
    for (const text of ["who wants to buy the airline", "what does the union say"])
      expect(await there.ask({ text })).toEqual(await here.ask({ text }));
  });

  test("takes lines, says which it refuses and why, and removes what is to be removed", TIMEOUT, async () => {
    const { env, config } = freshArchive();
    const [one, other] = [story("one", "A mill burned down in Kelby on Friday."), story("two", "It rained in Kelby.")];
    const input = [line(one), "{", JSON.stringify({ ...other, published: "yesterday" }), line(other)].join("\n");
    const run = await runProgram(["index", "--no-vectors", "-"], { env, input });
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("but for 2 articles") });
    const refused = readFileSync(join(env.STATE_DIR, "index-refused.jsonl"), "utf8").trim().split("\n");
    expect(refused.map((text) => JSON.parse(text))).toEqual([
      { reason: "is not JSON", line: "{" },
      { reason: expect.stringContaining("published must be a date"), line: expect.stringContaining("yesterday") },
    ]);
    await runProgram(["index", "--no-vectors", "-"], { env, input: JSON.stringify({ id: "two", deleted: true }) });
    expect((await (await openArchiveEngine(opened(config))).coverage()).articles).toHaveLength(1);
  });

  test("takes what is new in its feeds", TIMEOUT, async () => {
    const { env, config } = freshArchive();
    const web = await startWebServer({
      "/feed": (response) => {
        const link = `http://${response.req.headers.host}/n/1`;
        response.end(`<rss version="2.0"><channel><item><title>One</title><link>${link}</link></item></channel></rss>`);
      },
      "/n/1": { type: "text/html", body: storyPage("Eastport") },
    });
    const feeds = { FEEDS: `${web.url}/feed`, FEEDS_ALLOW_PRIVATE: "true", CORPUS_DIR: join(emptyFolder(), "new") };
    expect(await runProgram(["index", "--no-vectors"], { env: { ...env, ...feeds } })).toMatchObject({ code: 0 });
    const { passages } = await (await openArchiveEngine(opened(config))).ask({ text: "what did Eastport vote for" });
    expect(passages[0]?.text).toContain("Eastport");
  });

  test("answers from a small change at once, while a large one waits to be read as a whole", TIMEOUT, async () => {
    const { env, config } = freshArchive();
    const { articles } = mergerCorpus();
    const late = articles.at(-1) ?? expect.fail();
    await fill(env, { articles: articles.slice(0, -1) });
    const many = Array.from({ length: 30 }, (_, n) => story(`mill-${n}`, `Mill ${n} of Kelby burned down in May.`));
    const burned = { text: "what burned down in Kelby" };
    const count = async () => (await (await openArchiveEngine(opened(config))).coverage()).articles.length;
    const writer = await openWriter(openArchive(config, WRITING), () => {});
    try {
      await writer.take({ come: many, gone: [] });
      expect(await count()).toBe(articles.length - 1);
      await writer.take({ come: [late], gone: [] });
      expect(await count()).toBe(articles.length);
      await writer.take({ come: [], gone: ["mill-7"] });
      expect(writer.needsSettling()).toBe(true);
    } finally {
      await writer.close();
    }
    await fill(env, { articles: [] });
    const there = await openArchiveEngine(opened(config));
    const { glossary } = loadCorpus(folderWith({ articles: [late] })).corpus;
    const whole = createEngine({
      articles: [...articles, ...many].filter(({ id }) => id !== "mill-7").sort(byId),
      glossary,
    });
    expect(await there.ask(burned)).toEqual(await whole.ask(burned));
    expect(await there.coverage()).toEqual(await whole.coverage());
  });

  describe("behind TLS", () => {
    const [user, password, key] = ["talks", "open sesame", "aGFsbG8="];
    const basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
    const ways = [
      [
        "a user and a password",
        basic,
        { INDEX_USER: user, INDEX_PASSWORD: password },
        { kind: "password", user, password },
      ],
      ["an API key", `ApiKey ${key}`, { INDEX_API_KEY: key }, { kind: "key", key }],
    ] as const;
    const WRONG: readonly ArchiveAccess[] = [
      { kind: "none" },
      { kind: "key", key: "wrong" },
      { kind: "password", user, password: "wrong" },
    ];

    test.each(ways)(
      "is filled and asked with %s, and with nothing else",
      TIMEOUT,
      async (_, header, variables, access) => {
        const front = await openTlsFront(cluster.urls[0] ?? "", [header]);
        onTestFinished(front.close);
        const { env, config } = freshArchive();
        const { caFile } = front;
        const over = { ...env, ...variables, INDEX_URL: front.url, INDEX_CA_FILE: caFile };
        await fill(over, { articles: [story("one", "A mill burned down in Kelby on Friday.")] });
        const withAccess = (own: ArchiveAccess, trusted: string | null = caFile) =>
          openArchiveEngine(opened({ ...config, nodes: [front.url], access: own, caFile: trusted }));
        const { passages } = await (await withAccess(access)).ask({ text: "what burned down" });
        expect(passages[0]?.text).toContain("A mill burned down");
        for (const wrong of WRONG) await expect(withAccess(wrong)).rejects.toThrow("refuses Talks");
        await expect(withAccess(access, null)).rejects.toThrow("its certificate is not trusted");
      },
    );
  });

  test(
    "that is of another version is not read, and an older one is made anew out of its articles",
    TIMEOUT,
    async () => {
      const { env, config } = freshArchive();
      const one = story("one", "A mill burned down in Kelby on Friday.");
      await fill(env, { articles: [one] });
      const archive = opened(config);
      const store = createStore(archive);
      const ask = () => runProgram(["ask", "what burned down"], { env });
      const setLayout = async (layout: number) => {
        const known = await store.current();
        if (known) await store.move({ ...known.current, layout }, known);
      };
      await setLayout(99);
      expect(await ask()).toMatchObject({ code: 1, stderr: expect.stringContaining("made by a newer Talks") });
      expect((await runProgram(["index", "--no-vectors", "-"], { env })).stderr).toContain("made by a newer Talks");
      await setLayout(0);
      expect(await ask()).toMatchObject({ code: 1, stderr: expect.stringContaining("Run `talks index`") });
      expect(await runProgram(["index", "--no-vectors", "-"], { env })).toMatchObject({ code: 0 });
      expect((await ask()).stdout).toContain("A mill burned down");
    },
  );

  test("is made anew where its articles alone were restored", TIMEOUT, async () => {
    const { env, config } = freshArchive();
    await fill(env, { articles: [story("one", "A mill burned down in Kelby on Friday.")] });
    const archive = opened(config);
    await archive.client.indices.delete({ index: `${config.name}-paragraphs-1` });
    await fill(env, { articles: [] });
    const { passages } = await (await openArchiveEngine(archive)).ask({ text: "what burned down" });
    expect(passages[0]?.text).toContain("A mill burned down");
  });

  // The last one: it takes the nodes away from all.
  test("that is out of reach is told in a line to whoever asks, and to whoever watches the bot", TIMEOUT, async () => {
    const { env } = freshArchive();
    await fill(env, { articles: [story("one", "A mill burned down in Kelby on Friday.")] });
    const { slack, start } = await openTown();
    const opsPort = await freePort();
    const readiness = async () => (await fetch(`http://127.0.0.1:${opsPort}/readyz`)).json();
    const { INDEX_URL, INDEX_NAME } = env;
    const talks = await start({ INDEX_URL, INDEX_NAME, OPS_PORT: String(opsPort) });
    const ask = async () => {
      const before = whispered(slack).length;
      await slack.command("private what burned down");
      return seen(await untilWhispered(slack, undefined, before + 1));
    };
    expect(await ask()).toContain("A mill burned down in Kelby on Friday.");
    expect(await readiness()).toMatchObject({ ready: true, parts: { corpus: "ready" } });
    cluster.stop();
    expect(await ask()).toContain(OUT_OF_REACH);
    await talks.untilLogged("The archive cannot be read");
    expect(await readiness()).toMatchObject({ ready: false, parts: { corpus: "retrying" } });
  });
});

describe("an archive that cannot be reached", () => {
  const env = { INDEX_URL: "http://127.0.0.1:9", INDEX_USER: "talks", INDEX_PASSWORD: "hidden-word" };

  test("is told in a line, without its password", TIMEOUT, async () => {
    const { code, stderr } = await runProgram(["ask", "who signed it"], { env });
    expect(code).toBe(1);
    expect(stderr).toBe(
      "talks: The archive cannot be reached at 127.0.0.1:9: it refuses the connection (ECONNREFUSED).\n",
    );
  });
});
