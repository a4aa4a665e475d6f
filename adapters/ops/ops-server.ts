import type { IncomingMessage, ServerResponse } from "node:http";
import { createListener, type Listener } from "../listener.ts";
import type { Health } from "./health.ts";
import type { Metrics } from "./metrics.ts";

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const TEXT = "text/plain; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/**
 * Serves `/healthz` (the process lives), `/readyz` (it takes questions) and `/metrics` (Prometheus); nothing of it is for the open
 * internet. Port 0 is any free one.
 */
export function createOpsServer(port: number, host: string, health: Health, metrics: Metrics): Listener {
  const reply = async (path: string): Promise<Reply> => {
    switch (path) {
      case "/healthz":
        return { status: 200, type: TEXT, body: "ok\n" };
      case "/readyz": {
        const ready = health.isReady();
        return {
          status: ready ? 200 : 503,
          type: JSON_TYPE,
          body: `${JSON.stringify({ ready, parts: health.parts })}\n`,
        };
      }
      case "/metrics":
        return { status: 200, type: metrics.contentType, body: await metrics.expose() };
      default:
        return { status: 404, type: TEXT, body: "There are /healthz, /readyz and /metrics.\n" };
    }
  };
  const place = { port, variable: "OPS_PORT", host, what: "health and metrics" };
  return createListener(place, (request, response) => void answer(request, response, reply));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  reply: (path: string) => Promise<Reply>,
): Promise<void> {
  try {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const { status, type, body } = await reply((request.url ?? "/").split("?")[0] ?? "/");
    const headers = { "content-type": type, "content-length": Buffer.byteLength(body), "cache-control": "no-store" };
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  } catch {
    response.writeHead(500).end();
  }
}
