import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** A request that the bot made, and what it was answered. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly status: number;
}

/** What a handler answers; `data` undefined is an empty body. */
export interface Reply {
  readonly status: number;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A page of a proxy instead of JSON. */
  readonly page?: string;
  /** Cuts the connection instead of answering. */
  readonly isLost?: boolean;
}

/** Requests that are to fail, beginning with the next that fits. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly reply: Reply;
  /** How often; once where nothing is said. */
  readonly times?: number;
  /** Whether what was asked is done all the same, so that only the answer is lost. */
  readonly isDone?: boolean;
}

/** The HTTP side: routes to handlers, faults, and the list of all calls. */
export interface Rest {
  readonly server: Server;
  readonly calls: readonly Call[];
  fail(fault: Fault): void;
  /** From now on a call is so long on its way, and its answer again. */
  delay(ms: number): void;
}

/** Answers a call, or says nothing where the path is not one of its. */
export type Handler = (method: string, path: string, body: Record<string, unknown>) => Reply | null;

/** An HTTP server over one handler. `changed` is called after each answer. */
export function createRest(handle: Handler, changed: () => void): Rest {
  const calls: Call[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  let delayMs = 0;

  const answer = (method: string, path: string, body: Record<string, unknown>): Reply => {
    const hit = faults.find(({ fault, left }) => left > 0 && fault.method === method && fault.path.test(path));
    if (hit) hit.left -= 1;
    if (hit && !hit.fault.isDone) return hit.fault.reply;
    const done = handle(method, path, body) ?? {
      status: 404,
      data: { code: 0, message: `No route: ${method} ${path}` },
    };
    return hit ? hit.fault.reply : done;
  };
  const server = createServer(async (request, response) => {
    const method = request.method ?? "GET";
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname).replace(
      /^\/api\/v10/,
      "",
    );
    const body = await readJson(request);
    await sleep(delayMs);
    const reply = answer(method, path, body);
    calls.push({ method, path, body, status: reply.status });
    changed();
    await sleep(delayMs);
    write(response, reply);
  });
  return {
    server,
    calls,
    fail: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    delay(ms) {
      delayMs = ms;
    },
  };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === "" ? {} : JSON.parse(text);
}

function write(response: ServerResponse, { status, data, headers = {}, page, isLost }: Reply): void {
  if (isLost) return void response.destroy();
  if (page !== undefined) return void response.writeHead(status, { "content-type": "text/html" }).end(page);
  if (data === undefined) return void response.writeHead(204, headers).end();
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(data));
}

/** An error in Discord's form. */
export function refusal(status: number, code: number, message = "refused by the test"): Reply {
  return { status, data: { code, message } };
}
