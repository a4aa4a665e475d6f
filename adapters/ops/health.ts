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
