import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { OperatorError } from "../operator-error.ts";
import { type Archive, statusOf } from "./client.ts";
import type { Store } from "./store.ts";

/** The right to be the one who writes to an archive. */
export interface Lease {
  /** Aborted where it was lost. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

const LEASE = "lease";
const LASTS_MS = 30_000;
const RENEWED_MS = 8_000;

/**
 * Takes the lease. One that was left by a process of this machine that is no more is taken at once, any other when it has
 * run out.
 * @throws OperatorError where another process holds it.
 */
export async function takeLease({ client, try: attempt }: Archive, store: Store): Promise<Lease> {
  const index = store.names.state;
  const own = { owner: randomUUID(), host: hostname(), pid: process.pid };
  const write = (until: number, guard: object) =>
    attempt(() => client.index({ index, id: LEASE, body: { ...own, until }, ...guard }));
  const guardOf = (body: { readonly _seq_no?: number; readonly _primary_term?: number }) => ({
    if_seq_no: body._seq_no ?? 0,
    if_primary_term: body._primary_term ?? 0,
  });

  const held = await store.document(LEASE);
  const holder = held?.source;
  if (holder && Number(holder.until) > Date.now() && !isOfTheDead(holder))
    throw new OperatorError(`Another \`talks index\` writes to the archive: process ${holder.pid} on ${holder.host}.`);
  const first = held ? { if_seq_no: held.seqNo, if_primary_term: held.term } : { op_type: "create" };
  let guard: object;
  try {
    guard = guardOf((await write(Date.now() + LASTS_MS, first)).body);
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
    throw new OperatorError("Another `talks index` began to write to the archive in this moment.");
  }
  const losing = new AbortController();
  let renewing = Promise.resolve();
  const renew = async () => {
    try {
      guard = guardOf((await write(Date.now() + LASTS_MS, guard)).body);
    } catch (error) {
      losing.abort(
        new OperatorError("The right to write to the archive was lost to another process.", { cause: error }),
      );
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, RENEWED_MS);
  timer.unref();
  return {
    lost: losing.signal,
    async release() {
      clearInterval(timer);
      await renewing;
      // Whoever cannot be told will see it run out.
      if (!losing.signal.aborted) await write(0, guard).catch(() => {});
    },
  };
}

function isOfTheDead({ host, pid }: Record<string, unknown>): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
