import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Vector } from "../../src/index.ts";
import { PACKAGE_ROOT } from "../package-root.ts";
import type { Role } from "./e5.ts";
import { createTurnstile } from "./turnstile.ts";

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

/** Whether somebody waits for a vector: only then it keeps the process, and goes before those that nobody waits for. */
export type Urgency = "awaited" | "ahead";

/** A sentence encoder in a thread of its own, which is started when it is first needed. */
export interface EncoderThread {
  /** `null` once it can no longer be had. Never rejects. */
  encode(text: ToThread, urgency: Urgency): Promise<Vector | null>;
  /** Resolves once it is known whether there is an encoder: `null`, or why there is none, as the end of a sentence. */
  whyNot(): Promise<string | null>;
  isReady(): boolean;
  /** Keeps the process until the work is done. */
  awaiting<Result>(work: Promise<Result>): Promise<Result>;
  /** Ends it, whatever it is doing; what is still to be encoded comes to `null`. */
  close(): Promise<void>;
}

/** encoder-thread.ts, as `npm run build` makes it: Node runs no TypeScript in a thread. */
const THREAD = join(PACKAGE_ROOT, "dist", "encoder-thread.cjs");

/** What it leaves behind at each text is cleared away early; the weights are not counted. */
const LIMITS = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 64 };

interface Task {
  readonly text: ToThread;
  readonly urgency: Urgency;
  readonly resolve: (vector: Vector | null) => void;
}

/** @param onFailed told, once, why there is no encoder. */
export function createEncoderThread(onFailed: (why: string) => void): EncoderThread {
  const queues: Readonly<Record<Urgency, Task[]>> = { awaited: [], ahead: [] };
  let state: "asleep" | "loading" | "ready" | "closed" | { readonly why: string } = "asleep";
  let worker: Worker | null = null;
  let running: Task | null = null;
  let stopEncoding = () => {};
  let awaited = 0;
  let tellState: (why: string | null) => void = () => {};
  const known = new Promise<string | null>((resolve) => {
    tellState = resolve;
  });

  const hold = (more: 1 | -1) => {
    awaited += more;
    if (awaited > 0) worker?.ref();
    else worker?.unref();
  };
  const finish = (task: Task, vector: Vector | null) => {
    if (task.urgency === "awaited") hold(-1);
    task.resolve(vector);
  };
  const giveUp = () => {
    const left = [...(running ? [running] : []), ...queues.awaited.splice(0), ...queues.ahead.splice(0)];
    running = null;
    for (const task of left) finish(task, null);
  };
  const fail = (why: string) => {
    if (state === "closed" || typeof state === "object") return;
    state = { why };
    tellState(why);
    onFailed(why);
    giveUp();
    void end();
  };
  const end = async () => {
    stopEncoding();
    process.off("exit", stopEncoding);
    await worker?.terminate();
  };
  const next = () => {
    if (running !== null || state !== "ready") return;
    running = queues.awaited.shift() ?? queues.ahead.shift() ?? null;
    if (running) worker?.postMessage(running.text);
  };
  const hear = (message: FromThread) => {
    if (message.kind === "unavailable") return fail(message.why);
    if (message.kind === "ready") {
      state = "ready";
      tellState(null);
    } else if (running) {
      const task = running;
      running = null;
      finish(task, message.vector);
    }
    next();
  };
  const wake = () => {
    if (state !== "asleep") return;
    state = "loading";
    const memory = new SharedArrayBuffer(4);
    stopEncoding = createTurnstile(memory).close;
    process.once("exit", stopEncoding);
    worker = new Worker(THREAD, { workerData: memory, resourceLimits: LIMITS });
    worker.on("message", hear);
    worker.on("error", (error) => fail(`its thread failed (${error.message})`));
    worker.on("exit", () => fail("its thread ended"));
    if (awaited === 0) worker.unref();
  };
  const awaiting = async <Result>(work: Promise<Result>): Promise<Result> => {
    hold(1);
    try {
      return await work;
    } finally {
      hold(-1);
    }
  };
  return {
    awaiting,
    isReady: () => state === "ready",
    encode: (text, urgency) =>
      new Promise((resolve) => {
        if (state === "closed" || typeof state === "object") return resolve(null);
        queues[urgency].push({ text, urgency, resolve });
        if (urgency === "awaited") hold(1);
        wake();
        next();
      }),
    whyNot() {
      wake();
      return awaiting(known);
    },
    async close() {
      state = "closed";
      tellState("it was closed");
      giveUp();
      await end();
    },
  };
}
