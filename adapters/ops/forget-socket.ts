import { once } from "node:events";
import { chmod, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import type { Who } from "../conversation/observer.ts";
import { isRecord } from "../conversation/parse-json.ts";
import type { Log } from "../log.ts";

/** Where a running bot hears whom it shall forget. */
export interface ForgetSocket {
  close(): Promise<void>;
}

/** The longest path that a socket can have on every system. */
const MAX_PATH_BYTES = 103;
const OWNER_ONLY = 0o600;
/** Longer than it takes to look through a very large state. */
const PATIENCE_MS = 60_000;

/**
 * Listens in the folder of the state, which the running bot alone may change. A request is a person as JSON, the reply what
 * `forget` says; only the owner of the folder can connect. `null` where nothing can listen there: then people can be
 * forgotten while the bot is stopped.
 */
export async function listenForForget(
  stateDir: string,
  forget: (who: Who) => Promise<string>,
  log: Log,
): Promise<ForgetSocket | null> {
  const path = socketIn(stateDir);
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)).on("error", () => {}));
    answer(socket, forget).catch((error: unknown) => {
      log.warn("A request to forget a person failed.", { error });
      socket.destroy();
    });
  });
  try {
    if (Buffer.byteLength(path) > MAX_PATH_BYTES) throw new Error(`${path} is too long for a socket`);
    // Whoever holds the folder knows that one that is there was left by a process that is gone.
    await rm(path, { force: true });
    await once(server.listen(path), "listening");
    await chmod(path, OWNER_ONLY);
  } catch (error) {
    server.close();
    log.warn("While the bot runs here, talks forget cannot reach it; stop it before.", { error });
    return null;
  }
  return {
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}

/**
 * Asks the bot that runs on the folder to forget a person; resolves with what it says, `null` where none listens.
 * @throws where it does not reply.
 */
export async function askToForget(stateDir: string, who: Who): Promise<string | null> {
  const socket = connect({ path: socketIn(stateDir), allowHalfOpen: true });
  try {
    await once(socket, "connect");
  } catch {
    return null;
  }
  giveUpAfter(socket, PATIENCE_MS);
  socket.end(JSON.stringify(who));
  const reply = await readAll(socket);
  if (reply === "") throw new Error("it said nothing");
  return reply;
}

async function answer(socket: Socket, forget: (who: Who) => Promise<string>): Promise<void> {
  giveUpAfter(socket, PATIENCE_MS);
  const who = parseWho(await readAll(socket));
  if (who === null) throw new Error("The request names nobody.");
  socket.end(await forget(who));
}

/** All that comes until the other side has said everything; the socket can be written to afterwards. */
function readAll(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      read += chunk;
    });
    socket.once("end", () => resolve(read));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("the connection was closed")));
  });
}

function giveUpAfter(socket: Socket, ms: number): void {
  socket.setTimeout(ms, () => socket.destroy(new Error("no reply")));
}

function socketIn(stateDir: string): string {
  return join(stateDir, "talks.sock");
}

function parseWho(json: string): Who | null {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value) || typeof value.platform !== "string" || typeof value.person !== "string") return null;
  return { platform: value.platform, person: value.person };
}
