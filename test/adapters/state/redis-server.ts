import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { createClient } from "@redis/client";
import { onTestFinished } from "vitest";

/** Whether Redis can be started here. */
export const HAS_REDIS = spawnSync("redis-server", ["--version"]).status === 0;

/** What the name of a skipped test says. */
export const REDIS_NOTE = HAS_REDIS ? "" : " (skipped: redis-server is not installed; apt-get install redis-server)";

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Leaves connections open and answers nothing until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** All keys that are in it. */
  keys(): Promise<readonly string[]>;
}

/** A Redis on a free port of loopback that lives as long as the test and keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      child = spawn("redis-server", options, { stdio: ["ignore", "pipe", "ignore"] });
      if (!child.stdout) throw new Error("redis-server has no output");
      for await (const line of createInterface(child.stdout)) if (/ready to accept/i.test(line)) break;
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    async keys() {
      const client = await createClient({ url: server.url }).connect();
      const keys = await client.keys("*");
      await client.close();
      return keys;
    },
  };
  onTestFinished(server.stop);
  await server.start();
  return server;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
