import { once } from "node:events";
import { chmod, rm } from "node:fs/promises";
import { createServer, IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import * as v from "valibot";
import { WHO, type Who } from "../conversation/chat-adapter.ts";
import type { Log } from "../log.ts";

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
): Promise<{ close(): Promise<void> } | null> {
  const path = socketIn(stateDir);
  const answer = async (body: string) => forget(v.parse(WHO, JSON.parse(body)));
  const server = createServer({ requestTimeout: PATIENCE_MS }, (asked, response) => {
    text(asked)
      .then(answer)
      .then((reply) => response.end(reply))
      .catch((error: unknown) => {
        log.warn("A request to forget a person failed.", { error });
        response.destroy();
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
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Asks the bot that runs on the folder to forget a person; resolves with what it says, `null` where none listens.
 * @throws where it does not reply.
 */
export async function askToForget(stateDir: string, who: Who): Promise<string | null> {
  const call = request({ socketPath: socketIn(stateDir), method: "POST", timeout: PATIENCE_MS });
  let isHeard = false;
  call.once("socket", (socket) => socket.once("connect", () => (isHeard = true)));
  call.once("timeout", () => call.destroy(new Error("no reply")));
  call.end(JSON.stringify(who));
  try {
    const [response]: unknown[] = await once(call, "response");
    return response instanceof IncomingMessage ? await text(response) : null;
  } catch (error) {
    if (isHeard) throw error;
    return null;
  }
}

function socketIn(stateDir: string): string {
  return join(stateDir, "talks.sock");
}
