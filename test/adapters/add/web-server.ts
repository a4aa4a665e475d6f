import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a path of the server answers: a body with its type, or whatever the function writes. */
export type Route = { readonly type: string; readonly body: string | Buffer } | ((response: ServerResponse) => void);

export interface WebServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** The paths that were asked for, in order. */
  readonly requests: readonly string[];
}

/** A web server on loopback that lives as long as the test. */
export async function startWebServer(routes: Readonly<Record<string, Route>>): Promise<WebServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    const route = routes[request.url ?? ""];
    if (!route) response.writeHead(404).end("nothing here");
    else if (typeof route === "function") route(response);
    else response.writeHead(200, { "content-type": route.type }).end(route.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, requests };
}
