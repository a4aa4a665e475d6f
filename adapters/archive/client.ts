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
  /** Does something, and again after a while where the archive could not; answers come from `ASKING`, writing waits longer. */
  try<Result>(act: () => Promise<Result>, pausesMs?: readonly number[]): Promise<Result>;
  close(): Promise<void>;
}

/** The client itself goes from node to node at once; these are for when that helps nothing. */
const ASKING: readonly number[] = [100, 300, 900, 1_500];
/** An election, or a node that starts again, may take so long. */
export const WRITING: readonly number[] = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000];
const REQUEST_MS = 10_000;
const PASSING = new Set([408, 429, 502, 503, 504]);

/**
 * Opens a connection; nothing is asked yet.
 * @throws OperatorError where the file of certificates cannot be read.
 */
export function openArchive(config: ArchiveConfig): Archive {
  const client = new Client({
    nodes: [...config.nodes],
    ...authOf(config.access),
    ...(config.caFile !== null && { ssl: { ca: readCertificates(config.caFile) } }),
    maxRetries: config.nodes.length + 1,
    requestTimeout: REQUEST_MS,
    compression: "gzip",
    suggestCompression: true,
  });
  return {
    client,
    config,
    async try(act, pausesMs = ASKING) {
      for (const pauseMs of [...pausesMs, null]) {
        try {
          return await act();
        } catch (error) {
          if (!isPassing(error)) throw isRefusal(error) ? refused(config) : error;
          if (pauseMs === null) throw unreachable(error, config);
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
  if (status !== null) return PASSING.has(status);
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

/** The client keeps the system's word for what failed in its message alone. */
function withCode(error: unknown): unknown {
  const [code] =
    (error instanceof errors.ConnectionError && /\b(?:E[A-Z]{4,}|[A-Z_]*CERT[A-Z_]*)\b/.exec(error.message)) || [];
  return code === undefined ? error : Object.assign(new Error(String(error), { cause: error }), { code });
}

function hostsOf(nodes: readonly string[]): string {
  return nodes.map((node) => new URL(node).host).join(", ");
}
