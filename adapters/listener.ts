import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { messageOf, OperatorError } from "./operator-error.ts";

/** Where a server listens, and how its operator knows it. */
export interface ListenerOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** The variable that names the port. */
  readonly variable: string;
  /** All addresses, if left out. */
  readonly host?: string;
  readonly what: string;
  /** How long a stop waits for the requests under way, in milliseconds. */
  readonly drainMs?: number;
}

/** A server for plain HTTP. */
export interface Listener {
  /** Resolves to the address it listens on; rejects with an OperatorError where that is taken. */
  start(): Promise<string>;
  /** Takes no more requests, and gives those under way their time. */
  stop(): Promise<void>;
}

const DRAIN_MS = 500;

/** Listens with `handle`, once it is started. */
export function createListener(options: ListenerOptions, handle: RequestListener): Listener {
  const { port, variable, host, what, drainMs = DRAIN_MS } = options;
  const server = createServer(handle);
  return {
    async start() {
      server.listen(port, host);
      await once(server, "listening").catch((error: unknown) => {
        throw new OperatorError(`Port ${port} (${variable}) cannot be opened for ${what}: ${messageOf(error)}`);
      });
      const address = server.address();
      const name = host?.includes(":") ? `[${host}]` : (host ?? "localhost");
      return `http://${name}:${typeof address === "object" && address ? address.port : port}`;
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      const timer = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
