import { onTestFinished } from "vitest";
import { createFairUse } from "../../../adapters/ops/fair-use.ts";
import type { FairUseConfig } from "../../../adapters/ops/operations-config.ts";
import type { ReadingRoomConfig } from "../../../adapters/reading-room.ts";
import { createReadingRoom } from "../../../adapters/web/reading-room-server.ts";
import { type Corpus, createEngine } from "../../../src/index.ts";
import { corpusOf, story } from "../../fixtures/stories.ts";
import { createRecordedObserver, NO_LIMITS } from "../recorded-observer.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

/** Articles with what is difficult to show: markup, an odd id, an address, two lines in a paragraph, no title. */
export const HARBOUR = corpusOf(
  story(
    "harbour",
    [
      "The harbour of Norrvik will reopen in May. Twelve ships wait outside.",
      "“We lost a whole winter & <b>more</b>,” mayor Elena Brandt said.",
      "## What comes next\n- The ferry returns in June.\n- The fish market returns in July.",
    ].join("\n\n"),
    {
      title: "Harbour <i>talks</i> go on",
      outlet: "Coast Gazette",
      published: "2025-04-24",
      url: "https://coast.example/a?b=1&c=2",
    },
  ),
  story("ferry 100%/2", "\n\n  The ferry of Norrvik was sold to Oslo in March.  \n\nNobody had asked the crew.\n"),
);

/** A reading room over some articles that is open as long as the test. */
export async function openRoom({
  corpus = HARBOUR,
  config = {},
  limits = {},
}: {
  readonly corpus?: Corpus;
  readonly config?: Partial<ReadingRoomConfig>;
  readonly limits?: Partial<FairUseConfig>;
} = {}) {
  const engine = createEngine(corpus);
  const log = createRecordedLog();
  const observer = createRecordedObserver();
  const room = createReadingRoom({
    config: { ...config, host: "127.0.0.1", url: config.url ?? null, port: 0 },
    engine: () => engine,
    article: (id) => corpus.articles.find((article) => article.id === id),
    fairUse: createFairUse({ ...NO_LIMITS, ...limits }, null),
    ...{ observer, log },
  });
  await room.start();
  onTestFinished(() => room.stop());
  const [address = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(log.lines.join()) ?? [];
  return { engine, address, log, observer };
}
