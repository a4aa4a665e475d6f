import { once } from "node:events";
import { createServer } from "node:net";
import { isRecord } from "../conversation/parse-json.ts";
import { type Check, failed, passed, skipped } from "../diagnosis.ts";
import { messageOf } from "../operator-error.ts";

/** A port that the bot listens on: for Slack on all addresses, for those who run the bot on one, where it says how it is. */
export type OwnPort = { readonly port: number } & (
  | { readonly variable: "PORT" }
  | { readonly variable: "OPS_PORT" | "READING_ROOM_PORT"; readonly host: string }
);

const ANSWER_MS = 2_000;

/** Looks whether a port is free, or a Talks that runs is behind it and ready. */
export async function diagnosePort(own: OwnPort): Promise<Check> {
  const { variable, port } = own;
  const name = `${variable} ${port}`;
  try {
    await listen(own);
    return passed(name, "free");
  } catch (error) {
    const why = `cannot be opened (${messageOf(error)})`;
    const mend = `Set ${variable} to another port, or end the program that has this one.`;
    // Elsewhere nobody says whose it is.
    if (variable !== "OPS_PORT") return skipped(name, why, `Well, where the bot runs already. If it does not: ${mend}`);
    const state = await readinessAt(`http://${own.host}:${port}/readyz`);
    if (state === null) return failed(name, why, mend);
    if (state.isReady) return passed(name, "the Talks that runs serves it, and is ready");
    return failed(name, `the Talks that runs is not ready: ${state.parts}`, "Its log says why.");
  }
}

async function listen(own: OwnPort): Promise<void> {
  const server = createServer().listen(own);
  await once(server, "listening");
  server.close();
  await once(server, "close");
}

/** What `/readyz` says; `null` where nobody answers as Talks does. */
async function readinessAt(url: string): Promise<{ readonly isReady: boolean; readonly parts: string } | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    const state: unknown = await response.json();
    if (!isRecord(state) || typeof state.ready !== "boolean" || !isRecord(state.parts)) return null;
    const parts = Object.entries(state.parts).map(([part, is]) => `${part} ${is}`);
    return { isReady: state.ready, parts: parts.join(", ") };
  } catch {
    return null;
  }
}
