import type { IncomingMessage, Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION, BOT, type Channel, GUILD, guildData, userData } from "./discord-data.ts";

/** The gateway of the loopback server: sessions that can be resumed, in as many shards as a client asks for. */
export interface Gateway {
  /** Intents of every identification, as the client sent them. */
  readonly intents: readonly number[];
  readonly shards: readonly (readonly number[])[];
  /** How many sessions were taken up again. */
  readonly resumed: () => number;
  dispatch(event: string, data: object): void;
  /** Cuts the connections; with `isDelivered` false, what is dispatched until they are back is replayed. */
  drop(code?: number): void;
  /** From now on hears nothing and says nothing on the connections that are open, without closing them. */
  mute(): void;
  /** Takes no connections, or takes them again. */
  shut(isShut: boolean): void;
  /** From now on never answers a connection that is being opened. */
  hang(): void;
  /** How many connections are open. */
  readonly open: () => number;
  /** Answers the next identification with this close code. */
  refuse(code: number): void;
  close(): void;
}

interface Session {
  readonly id: string;
  readonly events: object[];
  readonly isFirstShard: boolean;
  socket: WebSocket | null;
}

/** Opens the gateway on an HTTP server. `changed` is called after all that a test may wait for. */
export function openGateway(server: Server, channels: () => readonly Channel[], changed: () => void): Gateway {
  let isHanging = false;
  const waiting: IncomingMessage[] = [];
  const sockets = new WebSocketServer({
    server,
    verifyClient({ req }: { readonly req: IncomingMessage }, take: (isTaken: boolean) => void) {
      if (isHanging) waiting.push(req);
      else take(true);
    },
  });
  const sessions = new Map<string, Session>();
  const intents: number[] = [];
  const shards: number[][] = [];
  const refusals: number[] = [];
  let resumed = 0;

  const muted = new WeakSet<WebSocket>();
  let isShut = false;

  const send = (session: Session, t: string, d: object) => {
    const event = { op: 0, t, s: session.events.length + 1, d };
    session.events.push(event);
    if (session.socket && !muted.has(session.socket)) session.socket.send(JSON.stringify(event));
  };
  const identify = (socket: WebSocket, d: { intents: number; shard?: number[] }) => {
    const refusal = refusals.shift();
    if (refusal !== undefined) return socket.close(refusal);
    intents.push(d.intents);
    const shard = d.shard ?? [0, 1];
    shards.push(shard);
    const isFirst = shard[0] === 0;
    const session: Session = { id: `session-${sessions.size}`, events: [], isFirstShard: isFirst, socket };
    sessions.set(session.id, session);
    const resume_gateway_url = `ws://127.0.0.1:${portOf(server)}`;
    const application = { id: APPLICATION, flags: 0 };
    const guilds = isFirst ? [{ id: GUILD, unavailable: true }] : [];
    send(session, "READY", {
      v: 10,
      user: userData(BOT),
      guilds,
      session_id: session.id,
      resume_gateway_url,
      shard,
      application,
    });
    if (isFirst) send(session, "GUILD_CREATE", guildData(channels()));
    changed();
  };
  const resume = (socket: WebSocket, d: { session_id: string; seq: number }) => {
    const session = sessions.get(d.session_id);
    if (!session) return socket.send(JSON.stringify({ op: 9, d: false }));
    session.socket = socket;
    for (const event of session.events.slice(d.seq)) socket.send(JSON.stringify(event));
    send(session, "RESUMED", {});
    resumed += 1;
    changed();
  };
  sockets.on("connection", (socket) => {
    if (isShut) return socket.terminate();
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 30_000 } }));
    socket.on("message", (data) => {
      if (muted.has(socket)) return;
      const { op, d } = JSON.parse(String(data));
      if (op === 1) socket.send(JSON.stringify({ op: 11, d: null }));
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
    socket.on("close", (code) => {
      for (const session of sessions.values())
        if (session.socket === socket) {
          session.socket = null;
          if (code === 1000) sessions.delete(session.id);
        }
    });
  });

  return {
    intents,
    shards,
    resumed: () => resumed,
    dispatch(event, data) {
      // One that is gone without a word might come back, and hear what it has missed.
      for (const session of sessions.values()) if (session.isFirstShard) send(session, event, data);
    },
    drop(code) {
      for (const session of sessions.values()) {
        if (code === undefined) session.socket?.terminate();
        else session.socket?.close(code);
        session.socket = null;
      }
    },
    mute() {
      for (const socket of sockets.clients) muted.add(socket);
    },
    shut(value) {
      isShut = value;
    },
    hang() {
      isHanging = true;
    },
    open: () => sockets.clients.size,
    refuse: (code) => void refusals.push(code),
    close() {
      sockets.close();
      for (const { socket } of waiting) socket.destroy();
    },
  };
}

/** The port that the system gave a listening server. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen.");
  return address.port;
}
