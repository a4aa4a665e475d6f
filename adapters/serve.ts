import { setTimeout as wait } from "node:timers/promises";
import type { ChatAdapter, ConnectionState } from "./conversation/chat-adapter.ts";
import { withTimeout } from "./conversation/timeout.ts";
import type { Log } from "./log.ts";
import { messageOf } from "./operator-error.ts";
import { aborted } from "./process-end.ts";
import { UnreachableError } from "./unreachable.ts";

/** How a platform is served: not yet, as its connection is, or no more. */
export type ServingState = { readonly kind: "starting" | "stopping" } | ConnectionState;

/** What serving needs beside the platforms. */
export interface Serving {
  /** Aborted when the bot is to end. */
  readonly stopping: AbortSignal;
  /** Told how each platform is served; the same may be told twice. */
  readonly report: (platform: string, state: ServingState) => void;
  readonly log: Log;
}

/** How long serving waits for something, in milliseconds. */
export interface Waits {
  /** Before a platform that was not reached is tried again, after the first, the second … time. */
  readonly pausesMs: readonly number[];
  /** For an adapter to stop; questions that take longer are left to the next process. */
  readonly stopMs: number;
}

const WAITS: Waits = { pausesMs: [1_000, 2_000, 5_000, 10_000, 15_000], stopMs: 3_500 };

/**
 * Connects the adapters, and serves until it is told to stop; then disconnects them. A platform that does not answer is
 * tried again while the others serve. Resolves with false where every platform has turned the bot away.
 */
export async function serve(adapters: readonly ChatAdapter[], serving: Serving, waits = WAITS): Promise<boolean> {
  const told = aborted(serving.stopping);
  for (const { name } of adapters) serving.report(name, { kind: "starting" });
  const turnedAway = Promise.all(adapters.map((adapter) => keepServing(adapter, serving, waits)));
  const served = await Promise.race([told.then(() => true), turnedAway.then(() => false)]);
  await Promise.all(adapters.map((adapter) => disconnect(adapter, serving, waits)));
  return served;
}

/** Resolves once the platform has turned the bot away. */
function keepServing(adapter: ChatAdapter, { stopping, report }: Serving, { pausesMs }: Waits): Promise<void> {
  return new Promise((turnedAway) => {
    let isOver = false;
    const tell = (state: ConnectionState) => {
      if (isOver || stopping.aborted) return;
      report(adapter.name, state);
      if (state.kind !== "refused") return;
      isOver = true;
      turnedAway();
    };
    void connectPatiently();

    // Never rejects: what becomes of it is told.
    async function connectPatiently(): Promise<void> {
      for (let failures = 0; !stopping.aborted; failures += 1) {
        try {
          await adapter.start(tell);
          return tell({ kind: "connected" });
        } catch (error) {
          if (!(error instanceof UnreachableError)) return tell({ kind: "refused", why: messageOf(error) });
          tell({ kind: "lost", why: error.message });
          const pauseMs = Math.max(error.pauseMs, pausesMs[Math.min(failures, pausesMs.length - 1)] ?? 0);
          await wait(pauseMs, undefined, { signal: stopping }).catch(() => {});
        }
      }
    }
  });
}

async function disconnect(adapter: ChatAdapter, { report, log }: Serving, { stopMs }: Waits): Promise<void> {
  report(adapter.name, { kind: "stopping" });
  try {
    await withTimeout(adapter.stop(), stopMs);
    log.info(`${adapter.name} is disconnected.`);
  } catch (error) {
    log.error(`${adapter.name} did not stop cleanly: ${messageOf(error)}`);
  }
}
