import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { emptyFolder } from "../terminal/run-program.ts";

const PASSWORD = "test-only";

/** A server before a node that speaks TLS and asks who comes, as the node's own security would. */
export interface TlsFront {
  readonly url: string;
  /** The file of the certificate that its own is signed by: itself. */
  readonly caFile: string;
  close(): void;
}

/** Opens one. @param allowed values of the header Authorization with which somebody is let in. */
export async function openTlsFront(node: string, allowed: readonly string[]): Promise<TlsFront> {
  const dir = emptyFolder();
  const [store, caFile] = [join(dir, "front.p12"), join(dir, "front.pem")];
  const keys = ["-alias", "front", "-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD];
  keytool("-genkeypair", ...keys, "-keyalg", "EC", "-dname", "CN=archive", "-ext", "SAN=ip:127.0.0.1");
  keytool("-exportcert", ...keys, "-rfc", "-file", caFile);
  const server = createServer({ pfx: readFileSync(store), passphrase: PASSWORD }, (asked, answer) => {
    const { authorization = "", ...headers } = asked.headers;
    if (!allowed.includes(authorization)) return void answer.writeHead(401).end("Unauthorized");
    const passed = request(`${node}${asked.url}`, { method: asked.method, headers }, (come) => {
      answer.writeHead(come.statusCode ?? 502, come.headers);
      come.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    caFile,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function keytool(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("keytool", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`keytool failed:\n${stdout}${stderr}`);
}
