import type { Log } from "../log.ts";
import type { ServingState } from "../serve.ts";
import type { Metrics } from "./metrics.ts";

/** How a part of the bot is: `retrying` comes back by itself as soon as it can, `failed` does not. */
export type PartState = "starting" | "ready" | "retrying" | "failed" | "stopping";

/** Whether the bot can do its work, part by part. */
export type Health = ReturnType<typeof createHealth>;

/** The part that every answer comes from; all others are platforms. */
export const CORPUS_PART = "corpus";

/** Knows of no part at first, and is not ready. */
export function createHealth() {
  const parts = new Map<string, PartState>();
  return {
    set: (part: string, state: PartState) => void parts.set(part, state),
    /** Ready when the corpus is and one platform at least: a platform that is gone does not stop the other. */
    isReady: () =>
      parts.get(CORPUS_PART) === "ready" &&
      [...parts].some(([part, state]) => part !== CORPUS_PART && state === "ready") &&
      ![...parts.values()].includes("stopping"),
    get parts(): Readonly<Record<string, PartState>> {
      return Object.fromEntries(parts);
    },
  };
}

/** Keeps how each platform is served where its operator looks: in the health, the metrics and the log. */
export type PlatformRecord = (platform: string, state: ServingState) => void;

/**
 * A connection that is back so soon was never lost: both platforms ask for a new one now and then. Together with the
 * time in which silence is noticed, it has to stay below the ten seconds that readiness may lag behind.
 */
const GRACE_MS = 2_000;

/** Writes a line for each change, and none for what stays as it was. */
export function createPlatformRecord(health: Health, metrics: Metrics, log: Log): PlatformRecord {
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
