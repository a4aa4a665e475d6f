import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { ASKING, openArchive } from "../../../adapters/archive/client.ts";
import { followArchive } from "../../../adapters/archive/live-archive.ts";
import { readQuestionSets } from "../../evaluation/question-sets.ts";
import { createRecordedLog } from "../state/recorded-log.ts";
import { emptyFolder, runProgram } from "../terminal/run-program.ts";
import { HAS_OPENSEARCH, OPENSEARCH_NOTE, startCluster } from "./opensearch-cluster.ts";

const TIMEOUT = { timeout: 240_000 };
const NODES = 3;
/** 20 questions a second. */
const EVERY_MS = 50;
const QUESTIONS = 160;
const KILLED_AT = 40;

describe.skipIf(!HAS_OPENSEARCH)(`three nodes of OpenSearch${OPENSEARCH_NOTE}`, () => {
  test("lose the one that manages them under questions, and nobody notices", TIMEOUT, async () => {
    const cluster = await startCluster(NODES);
    onTestFinished(cluster.stop);
    const merger = readQuestionSets().find(({ name }) => name === "merger");
    const questions = (merger?.questions ?? []).slice(0, 40).map(({ question }) => question);
    const env = { INDEX_URL: cluster.urls.join(","), STATE_DIR: emptyFolder() };
    const input = merger?.corpus.articles.map((article) => JSON.stringify(article)).join("\n") ?? "";
    expect(await runProgram(["index", "--no-vectors", "-"], { env, input })).toMatchObject({ code: 0 });
    const green = await fetch(`${cluster.urls[0]}/_cluster/health?wait_for_status=green&timeout=60s`);
    expect(green.status).toBe(200);

    const archive = openArchive({ nodes: cluster.urls, access: { kind: "none" }, caFile: null, name: "talks" }, ASKING);
    const live = await followArchive(archive, { log: createRecordedLog() });
    onTestFinished(() => live.close());
    const ask = async (text: string) => JSON.stringify(await live.engine().ask({ text }));
    const before = new Map<string, string>();
    for (const text of questions) before.set(text, await ask(text));

    const manager = await cluster.manager();
    const asked: Promise<readonly [string, string]>[] = [];
    for (let at = 0; at < QUESTIONS; at++) {
      if (at === KILLED_AT) cluster.kill(manager);
      const text = questions[at % questions.length] ?? "";
      asked.push(ask(text).then((answer) => [text, answer]));
      await pause(EVERY_MS);
    }
    for (const [text, answer] of await Promise.all(asked)) expect(answer).toBe(before.get(text));
  });
});
