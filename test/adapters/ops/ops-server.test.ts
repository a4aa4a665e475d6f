import { describe, expect, onTestFinished, test } from "vitest";
import { createHealth, type Health } from "../../../adapters/ops/health.ts";
import { createMetrics, type Metrics } from "../../../adapters/ops/metrics.ts";
import { createOpsServer } from "../../../adapters/ops/ops-server.ts";

interface Running {
  readonly url: string;
  readonly health: Health;
  readonly metrics: Metrics;
}

const NOW = Date.parse("2025-03-03T00:00:00Z");

async function start(): Promise<Running> {
  const health = createHealth();
  const metrics = createMetrics(() => NOW);
  const server = createOpsServer(0, "127.0.0.1", health, metrics);
  onTestFinished(() => server.stop());
  return { url: await server.start(), health, metrics };
}

async function figures(url: string): Promise<readonly string[]> {
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get("content-type")).toContain("text/plain");
  return (await response.text()).split("\n").filter((line) => line.startsWith("talks_"));
}

test("the process is healthy as long as it answers", async () => {
  const { url } = await start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await fetch(`${url}/healthz`);
  expect([response.status, await response.text()]).toEqual([200, "ok\n"]);
});

describe("the bot is ready", () => {
  const readiness = async (url: string) => {
    const response = await fetch(`${url}/readyz`);
    return [response.status, await response.json()];
  };

  test("when it has a corpus and a platform, whatever became of the other", async () => {
    const { url, health } = await start();
    expect(await readiness(url)).toEqual([503, { ready: false, parts: {} }]);
    health.set("corpus", "ready");
    health.set("slack", "starting");
    expect((await readiness(url))[0]).toBe(503);
    health.set("slack", "failed");
    health.set("discord", "ready");
    expect(await readiness(url)).toEqual([
      200,
      { ready: true, parts: { corpus: "ready", slack: "failed", discord: "ready" } },
    ]);
  });

  test("no more once it is stopping", async () => {
    const { url, health } = await start();
    for (const part of ["corpus", "slack", "discord"]) health.set(part, "ready");
    health.set("slack", "stopping");
    expect((await readiness(url))[0]).toBe(503);
  });
});

test("questions, answers, votes and the corpus are counted", async () => {
  const { url, metrics } = await start();
  metrics.corpus({ articles: 5, faults: 1, newest: "2025-03-02" });
  metrics.question("slack", "answered");
  metrics.question("slack", "answered");
  metrics.question("discord", "none");
  metrics.answered("slack", 0.004);
  metrics.feedback("discord", "up", null);
  metrics.feedback("discord", "down", "up");
  metrics.corpusFailed();
  expect(await figures(url)).toEqual(
    expect.arrayContaining([
      'talks_questions_total{platform="slack",outcome="answered"} 2',
      'talks_questions_total{platform="discord",outcome="none"} 1',
      'talks_answer_duration_seconds_bucket{le="0.0025",platform="slack"} 0',
      'talks_answer_duration_seconds_bucket{le="0.005",platform="slack"} 1',
      'talks_answer_duration_seconds_count{platform="slack"} 1',
      'talks_feedback_total{platform="discord",vote="down"} 1',
      "talks_corpus_articles 5",
      "talks_corpus_faults 1",
      "talks_corpus_age_seconds 86400",
      `talks_corpus_loaded_timestamp_seconds ${NOW / 1000}`,
      'talks_corpus_loads_total{result="served"} 1',
      'talks_corpus_loads_total{result="failed"} 1',
    ]),
  );
});

test("the age of a corpus without dates is not made up", async () => {
  const { url, metrics } = await start();
  metrics.corpus({ articles: 5, faults: 0, newest: null });
  expect((await figures(url)).filter((line) => line.startsWith("talks_corpus_age"))).toEqual([]);
});

test("nothing else is served, and nothing can be sent", async () => {
  const { url } = await start();
  expect((await fetch(`${url}/`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: "POST", body: "x" })).status).toBe(405);
  expect(await (await fetch(`${url}/healthz`, { method: "HEAD" })).text()).toBe("");
});

test("a port that is taken is an error of the start", async () => {
  const { url } = await start();
  const second = createOpsServer(Number(new URL(url).port), "127.0.0.1", createHealth(), createMetrics());
  await expect(second.start()).rejects.toThrow("EADDRINUSE");
});
