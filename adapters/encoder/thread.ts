import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Vector } from "../../src/index.ts";
import { PACKAGE_ROOT } from "../package-root.ts";
import type { Role } from "./e5.ts";

const [FREE, TAKEN, CLOSED] = [0, 1, 2];
/** Loading takes some tenths of a second, a text hundredths: what takes longer will not come back. */
const MAX_WAIT_MS = 2_000;

/**
 * Lets a thread into native code only while nobody ends it: a thread that is terminated within the runtime takes the whole
 * process with it.
 * @param memory four bytes that both sides share.
 */
export function createTurnstile(memory: SharedArrayBuffer) {
  const state = new Int32Array(memory);
  return {
    /** Of the thread: does work where the turnstile is still open, and `null` where it is closed. */
    async pass<Result>(work: () => Promise<Result>): Promise<Result | null> {
      if (Atomics.compareExchange(state, 0, FREE, TAKEN) !== FREE) return null;
      try {
        return await work();
      } finally {
        Atomics.store(state, 0, FREE);
        Atomics.notify(state, 0);
      }
    },
    /** Of whoever ends the thread: lets nothing in any more, and waits, blocking, until nothing is in. */
    close(): void {
      while (Atomics.compareExchange(state, 0, FREE, CLOSED) === TAKEN)
        if (Atomics.wait(state, 0, TAKEN, MAX_WAIT_MS) === "timed-out") return;
    },
  };
}

/** A text to encode; the next one is sent when its vector has come. */
export interface ToThread {
  readonly role: Role;
  readonly text: string;
}

/** What the thread says: first whether it can encode, then a vector for each text. */
export type FromThread =
  | { readonly kind: "ready" }
  | { readonly kind: "unavailable"; readonly why: string }
  | { readonly kind: "vector"; readonly vector: Vector };

/** A thread that encodes; it does not keep the process unless it is told to. */
export type Thread = ReturnType<typeof startThread>;

/** encoder-thread.ts, as `npm run build` makes it: Node runs no TypeScript in a thread. */
const THREAD = join(PACKAGE_ROOT, "dist", "encoder-thread.cjs");
/** What it leaves behind at each text is cleared away early; the weights are not counted. */
const LIMITS = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 64 };

/**
 * Starts the thread.
 * @param hear told what it says.
 * @param onEnd told why it ended, as the end of a sentence, where nobody had it ended.
 */
export function startThread(hear: (message: FromThread) => void, onEnd: (why: string) => void) {
  const memory = new SharedArrayBuffer(4);
  const turnstile = createTurnstile(memory);
  const worker = new Worker(THREAD, { workerData: memory, resourceLimits: LIMITS });
  worker.unref();
  const isolate = () => {
    // What it said before it was ended may be heard afterwards.
    worker.removeAllListeners();
    worker.on("error", () => {});
    turnstile.close();
  };
  // Node ends all threads then, wherever they are.
  process.once("exit", isolate);
  worker.on("message", hear);
  worker.on("error", (error) => onEnd(`its thread failed (${error.message})`));
  worker.on("exit", () => onEnd("its thread ended"));
  return {
    send: (text: ToThread) => worker.postMessage(text),
    keepProcess: (keeps: boolean) => (keeps ? worker.ref() : worker.unref()),
    /** Ends it, whatever it is doing; nothing is told any more. */
    async end(): Promise<void> {
      process.off("exit", isolate);
      isolate();
      await worker.terminate();
    },
  };
}
