import type { Log } from "./log.ts";

const FAILURE = 1;

/** However badly it goes, a process that was told to stop is gone after this; five seconds are promised. */
const STOP_MS = 4_700;

/**
 * Aborts at the first signal that tells the process to stop, and sees to it that it ends in time. A second signal ends
 * the process at once, as signals do where nobody listens.
 */
export function stopSignal(log: Log): AbortSignal {
  const stop = new AbortController();
  const signals = ["SIGTERM", "SIGINT"] as const;
  const onSignal = (signal: NodeJS.Signals) => {
    for (const each of signals) process.off(each, onSignal);
    log.info(`Talks is stopping, as ${signal} told it to.`);
    setTimeout(() => {
      log.error("Talks did not stop in time and ends as it is.");
      process.exit(FAILURE);
    }, STOP_MS).unref();
    stop.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return stop.signal;
}

/** What happens to faults that nobody has caught. */
export interface FaultPolicy {
  /**
   * From now on a rejection that nobody waited for is logged and survived: with platforms connected it comes from one
   * client library as a rule, and must not end the service of the other.
   */
  spareRejections(): void;
}

/** Ends the process with a line in the log at a fault that nobody has caught: what it left behind cannot be relied on. */
export function endOnFault(log: Log): FaultPolicy {
  let areRejectionsSpared = false;
  const end = (error: unknown) => {
    log.error("Talks ends, as it met a fault of its own.", { error });
    process.exit(FAILURE);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", (error) => {
    if (areRejectionsSpared) log.error("Something failed that nobody waited for.", { error });
    else end(error);
  });
  return {
    spareRejections() {
      areRejectionsSpared = true;
    },
  };
}

/** Resolves once the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
