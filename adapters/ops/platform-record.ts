import type { Log } from "../log.ts";
import type { ServingState } from "../serve.ts";
import type { Health, PartState } from "./health.ts";
import type { Metrics } from "./metrics.ts";

/** Keeps how each platform is served where its operator looks: in the health, the metrics and the log. */
export type PlatformRecord = (platform: string, state: ServingState) => void;

/** What a record is kept in. */
export interface RecordKeeping {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * A connection that is back so soon was never lost: both platforms ask for a new one now and then. Together with the
 * time in which silence is noticed, it has to stay below the ten seconds that readiness may lag behind.
 */
const GRACE_MS = 2_000;

/** Writes a line for each change, and none for what stays as it was. */
export function createPlatformRecord({ health, metrics, log }: RecordKeeping): PlatformRecord {
  const grace = new Map<string, NodeJS.Timeout>();
  const wereReady = new Set<string>();

  const change = (platform: string, state: PartState, tell: () => void) => {
    if (health.parts[platform] === state) return;
    health.set(platform, state);
    metrics.platform(platform, state === "ready");
    tell();
  };
  const lose = (platform: string, why: string) =>
    change(platform, "retrying", () =>
      wereReady.has(platform)
        ? log.warn(`${platform} is no longer connected and is tried again: ${why}`)
        : log.warn(`${platform} is not connected yet and is tried again: ${why}`),
    );
  return (platform, state) => {
    if (state.kind === "lost" && grace.has(platform)) return;
    clearTimeout(grace.get(platform));
    grace.delete(platform);
    switch (state.kind) {
      case "connected":
        return change(platform, "ready", () => {
          log.info(wereReady.has(platform) ? `${platform} is connected again.` : `${platform} is connected.`);
          wereReady.add(platform);
        });
      case "lost":
        if (health.parts[platform] !== "ready") return lose(platform, state.why);
        return void grace.set(platform, setTimeout(lose, GRACE_MS, platform, state.why).unref());
      case "refused":
        return change(platform, "failed", () => log.error(`${platform} is not served: ${state.why}`));
      case "starting":
      case "stopping":
        return change(platform, state.kind, () => {});
    }
  };
}
