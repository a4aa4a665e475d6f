import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Client, errors } from "@opensearch-project/opensearch";
import { OperatorError } from "../operator-error.ts";
import { describeSilence, UnreachableError } from "../unreachable.ts";
import type { ArchiveAccess, ArchiveConfig } from "./archive-config.ts";

/** Thrown where no node of the archive answers as it should, after all tries. */
export class ArchiveError extends UnreachableError {
  override name = "ArchiveError";
}

/** A connection to the archive's nodes. */
export interface Archive {
  readonly client: Client;
  readonly config: ArchiveConfig;
  /** Does something, and again after a while where the archive could not, as long as its patience lasts. */
  try<Result>(act: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** How long something is waited for, and how often it is tried again. */
export interface Patience {
  readonly requestMs: number;
  /** Before each further try; the client itself goes from node to node at once. */
  readonly pausesMs: readonly number[];
  /** After so long nothing is tried again. */
  readonly inAllMs: number;
}

/** Somebody waits for an answer. */
export const ASKING: Patience = { requestMs: 4_000, pausesMs: [100, 300, 900, 1_500], inAllMs: 8_000 };
/** An election, or a node that starts again, may take minutes, and nothing may be lost. */
export const WRITING: Patience = {
  requestMs: 60_000,
  pausesMs: [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000],
  inAllMs: 300_000,
};
/** A node that is too busy; a fault of the nodes themselves (5xx) may be that one of them was lost in this moment. */
const BUSY = [408, 429];
const FAULT = 500;

/**
 * Opens a connection; nothing is asked yet.
 * @throws OperatorError where the file of certificates cannot be read.
 */
export function openArchive(config: ArchiveConfig, { requestMs, pausesMs, inAllMs }: Patience): Archive {
  const client = new Client({
    nodes: [...config.nodes],
    ...authOf(config.access),
    ...(config.caFile !== null && { ssl: { ca: readCertificates(config.caFile) } }),
    maxRetries: config.nodes.length,
    requestTimeout: requestMs,
    compression: "gzip",
    suggestCompression: true,
  });
  return {
    client,
    config,
    async try(act) {
      const began = performance.now();
      for (const pauseMs of [...pausesMs, null]) {
        try {
          return await act();
        } catch (error) {
          if (!isPassing(error)) throw isRefusal(error) ? refused(config) : error;
          if (pauseMs === null || performance.now() - began > inAllMs) throw unreachable(error, config);
          await pause(pauseMs);
        }
      }
      throw unreachable(null, config);
    },
    close: () => client.close(),
  };
}

/** The number of an HTTP answer that an error is about; `null` for any other error. */
export function statusOf(error: unknown): number | null {
  return error instanceof errors.ResponseError ? (error.statusCode ?? null) : null;
}

function authOf(access: ArchiveAccess) {
  if (access.kind === "password") return { auth: { username: access.user, password: access.password } };
  return access.kind === "key" ? { headers: { authorization: `ApiKey ${access.key}` } } : {};
}

function readCertificates(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new OperatorError(
      `INDEX_CA_FILE: ${file} cannot be read (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== null) return status >= FAULT || BUSY.includes(status);
  return (
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError
  );
}

function isRefusal(error: unknown): boolean {
  return [401, 403].includes(statusOf(error) ?? 0);
}

function refused({ nodes }: ArchiveConfig): OperatorError {
  return new OperatorError(
    `The archive at ${hostsOf(nodes)} refuses Talks: see INDEX_USER and INDEX_PASSWORD, or INDEX_API_KEY, and what they are allowed.`,
  );
}

function unreachable(error: unknown, { nodes }: ArchiveConfig): ArchiveError {
  const cause = withCode(error);
  return new ArchiveError(describeSilence(cause, { platform: "The archive", host: hostsOf(nodes) }), { cause });
}

/** The client keeps the system's word for what failed in its message alone, and of a certificate only a phrase. */
function withCode(error: unknown): unknown {
  if (!(error instanceof errors.ConnectionError)) return error;
  const { message } = error;
  const phrase = /certificate/i.test(message) ? message.toUpperCase().replace(/[^A-Z]+/g, "_") : undefined;
  const code = /\b(?:E[A-Z]{4,}|[A-Z_]*CERT[A-Z_]*)\b/.exec(message)?.[0] ?? phrase;
  return code === undefined ? error : Object.assign(new Error(String(error), { cause: error }), { code });
}

function hostsOf(nodes: readonly string[]): string {
  return nodes.map((node) => new URL(node).host).join(", ");
}
