import type { Vector } from "../../src/index.ts";
import { type FromThread, startThread, type Thread, type ToThread } from "./thread.ts";

interface Task {
  readonly text: ToThread;
  readonly resolve: (vector: Vector | null) => void;
}

/**
 * A sentence encoder in a thread of its own, which is started when it is first needed.
 * @param onFailed told, once, why there is no encoder.
 */
export function createEncoderThread(onFailed: (why: string) => void) {
  const queue: Task[] = [];
  let tell: (whyNot: string | null) => void = () => {};
  const known = new Promise<string | null>((resolve) => {
    tell = resolve;
  });
  let state: "loading" | "ready" | "over" = "loading";
  let thread: Thread | null = null;
  let running: Task | null = null;
  let awaited = 0;

  const awaiting = async <Result>(work: Promise<Result>): Promise<Result> => {
    awaited++;
    thread?.keepProcess(true);
    try {
      return await work;
    } finally {
      awaited--;
      thread?.keepProcess(awaited > 0);
    }
  };
  const next = () => {
    if (running !== null || state !== "ready") return;
    running = queue.shift() ?? null;
    if (running) thread?.send(running.text);
  };
  const hear = (message: FromThread) => {
    if (message.kind === "unavailable") return fail(message.why);
    if (message.kind === "ready") {
      state = "ready";
      tell(null);
    } else {
      running?.resolve(message.vector);
      running = null;
    }
    next();
  };
  const finish = async (why: string) => {
    state = "over";
    tell(why);
    for (const task of [running, ...queue.splice(0)]) task?.resolve(null);
    running = null;
    await thread?.end();
  };
  const fail = (why: string) => {
    onFailed(why);
    void finish(why);
  };
  const wake = () => {
    if (state === "over") return;
    thread ??= startThread(hear, fail);
    thread.keepProcess(awaited > 0);
  };
  return {
    /** Keeps the process until the work is done. */
    awaiting,
    isReady: () => state === "ready",
    /** In the order of the calls; `null` once it can no longer be had. Never rejects, and does not keep the process. */
    encode(text: ToThread): Promise<Vector | null> {
      if (state === "over") return Promise.resolve(null);
      const vector = new Promise<Vector | null>((resolve) => queue.push({ text, resolve }));
      wake();
      next();
      return vector;
    },
    /** Resolves once it is known whether there is an encoder: `null`, or why there is none, as the end of a sentence. */
    whyNot(): Promise<string | null> {
      wake();
      return awaiting(known);
    },
    /** Ends it, whatever it is doing; what is still to be encoded comes to `null`. */
    close: () => finish("it was closed"),
  };
}

/** Says which way Talks answers. @param whyNot why there is no encoder, as the end of a sentence; `null` where there is one. */
export function describeWay(whyNot: string | null): string {
  return whyNot === null
    ? "Talks answers by words and by meaning."
    : `Talks answers by words alone: ${whyNot}. docs/operating.md says what is missed, and what to do.`;
}

/** Loads the encoder and lets it go again: `null`, or why it cannot be had, as the end of a sentence. */
export async function tryEncoder(): Promise<string | null> {
  const thread = createEncoderThread(() => {});
  const whyNot = await thread.whyNot();
  await thread.close();
  return whyNot;
}
