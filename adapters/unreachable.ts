import { OperatorError } from "./operator-error.ts";

/** Thrown where a platform does not answer, or not as it should: it may do so later. */
export class UnreachableError extends OperatorError {
  override name = "UnreachableError";
  /** How long it wants to be left alone, in milliseconds. */
  readonly pauseMs: number;
  constructor(message: string, { pauseMs = 0, cause }: { readonly pauseMs?: number; readonly cause?: unknown } = {}) {
    super(message, { cause });
    this.pauseMs = pauseMs;
  }
}

const REFUSED = "it refuses the connection";
const NO_NAME = "its name cannot be resolved";
const CUT = "it broke the connection off";
const SILENT = "it does not answer in time";
const NO_WAY = "there is no way to it";

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: REFUSED,
  ENOTFOUND: NO_NAME,
  EAI_AGAIN: NO_NAME,
  ECONNRESET: CUT,
  EPIPE: CUT,
  UND_ERR_SOCKET: CUT,
  ETIMEDOUT: SILENT,
  UND_ERR_CONNECT_TIMEOUT: SILENT,
  UND_ERR_HEADERS_TIMEOUT: SILENT,
  UND_ERR_BODY_TIMEOUT: SILENT,
  TimeoutError: SILENT,
  AbortError: SILENT,
  EHOSTUNREACH: NO_WAY,
  ENETUNREACH: NO_WAY,
};

/** Where something was asked for. */
export interface Place {
  readonly platform: string;
  /** As an operator looks for it. */
  readonly host: string;
}

/** A sentence for the operator about a call that came to nothing, with the system's own word for why. */
export function describeSilence(error: unknown, { platform, host }: Place): string {
  const why = describeNetworkFault(error);
  if (why !== null) return `${platform} cannot be reached at ${host}: ${why}.`;
  return `${platform} does not answer as it should at ${host}: ${innermost(error)}.`;
}

/** Why nothing came back from a host, as the end of a sentence; `null` where it was not the network. */
export function describeNetworkFault(error: unknown): string | null {
  const names = namesOf(error);
  const known = names.find((name) => name in WHY);
  if (known !== undefined) return `${WHY[known]} (${known})`;
  const certificate = names.find((name) => /CERT|ERR_TLS/.test(name));
  return certificate === undefined ? null : `its certificate is not trusted (${certificate})`;
}

/** The message of what caused an error in the first place; the outer ones say little, such as “fetch failed”. */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? innermost(error.cause) : error.message || error.name;
}

/** The codes and names of an error and of what caused it, the innermost first: the outer ones say less. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const inner = [error.cause, ...(error instanceof AggregateError ? error.errors : [])].flatMap(namesOf);
  return [...inner, ...("code" in error && typeof error.code === "string" ? [error.code] : []), error.name];
}
