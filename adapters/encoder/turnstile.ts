const [FREE, TAKEN, CLOSED] = [0, 1, 2];
/** Loading takes some tenths of a second, a text hundredths: what takes longer will not come back. */
const MAX_WAIT_MS = 2_000;

/**
 * Lets a thread into native code only while nobody ends it: a thread that is terminated within the runtime takes the whole
 * process with it. The two sides share its memory.
 */
export interface Turnstile {
  /** Of the thread: does work where the turnstile is still open, and `null` where it is closed. */
  pass<Result>(work: () => Promise<Result>): Promise<Result | null>;
  /** Of whoever ends the thread: lets nothing in any more, and waits, blocking, until nothing is in. */
  close(): void;
}

/** @param memory four bytes that both sides share. */
export function createTurnstile(memory: SharedArrayBuffer): Turnstile {
  const state = new Int32Array(memory);
  return {
    async pass(work) {
      if (Atomics.compareExchange(state, 0, FREE, TAKEN) !== FREE) return null;
      try {
        return await work();
      } finally {
        Atomics.store(state, 0, FREE);
        Atomics.notify(state, 0);
      }
    },
    close() {
      while (Atomics.compareExchange(state, 0, FREE, CLOSED) === TAKEN)
        if (Atomics.wait(state, 0, TAKEN, MAX_WAIT_MS) === "timed-out") return;
    },
  };
}
