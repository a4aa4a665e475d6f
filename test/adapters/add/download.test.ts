import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { withoutCredentials } from "../../../adapters/add/credentials.ts";
import { createDownloader, DEFAULT_LIMITS, type DownloadLimits } from "../../../adapters/add/download.ts";
import { isAnyAddress, isPublicAddress } from "../../../adapters/add/public-address.ts";
import { reasonOf } from "../../../adapters/add/source-error.ts";
import { startWebServer } from "./web-server.ts";

/** Why an address is refused, or what it gave. */
async function outcome(address: string, limits: Partial<DownloadLimits> = {}): Promise<string> {
  const downloader = createDownloader({ ...DEFAULT_LIMITS, mayConnect: isAnyAddress, ...limits });
  onTestFinished(() => downloader.close());
  return await downloader
    .download(address)
    .then((download) => (download.kind === "read" ? Buffer.from(download.bytes).toString() : download.kind), reasonOf);
}

describe("an address in a private network", () => {
  test.each([
    "http://127.0.0.1:PORT/",
    "http://localhost:PORT/",
    "http://[::1]:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/",
    "http://2130706433:PORT/",
    "http://0x7f.1:PORT/",
    "http://0.0.0.0:PORT/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://[fd00::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[::7f00:1]:PORT/",
    "http://[::ffff:7f00:1]:PORT/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001::80ff:fffe]/",
    "http://[2a00:1450::5efe:7f00:1]/",
    "http://[2a00:1450::200:5efe:a00:1]/",
    "http://[fec0::1]/",
    "http://[4000::1]/",
    "http://[::]:PORT/",
    "http://0177.0.0.1:PORT/",
    "http://017700000001:PORT/",
    "http://127.1:PORT/",
    "http://127.0.0.1.:PORT/",
    "http://0:PORT/",
    "http://100.64.0.1/",
    "http://198.18.0.1/",
    "http://255.255.255.255/",
  ])("is refused before anything is sent: %s", async (address) => {
    const web = await startWebServer({ "/": { type: "text/plain", body: "secret" } });
    const reason = await outcome(address.replace("PORT", String(web.port)), { mayConnect: isPublicAddress });
    expect(reason).toContain("is in a private network; only public addresses are read");
    expect(web.requests).toEqual([]);
  });

  test("is refused when a public address redirects to it", async () => {
    const inside = await startWebServer({ "/": { type: "text/plain", body: "secret" } });
    const outside = await startWebServer({
      "/": (response) => void response.writeHead(302, { location: `http://localhost:${inside.port}/` }).end(),
    });
    const asked: string[] = [];
    const mayConnect = (address: string) => asked.push(address) === 1;
    expect(await outcome(outside.url, { mayConnect })).toContain("localhost is in a private network");
    expect(inside.requests).toEqual([]);
  });

  test("is refused when one of the addresses of its name is there, at the moment of connecting", async () => {
    const inside = await startWebServer({ "/": { type: "text/plain", body: "secret" } });
    const asked: string[] = [];
    const mayConnect = (address: string) => {
      asked.push(address);
      return false;
    };
    expect(await outcome(`http://localhost:${inside.port}/`, { mayConnect })).toContain(
      "localhost is in a private network",
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(inside.requests).toEqual([]);
  });

  test.each(["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])("is not what %s is", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("a name and a password in an address", () => {
  const SIGNED_IN = `Basic ${Buffer.from("ann:p@ss w%rd").toString("base64")}`;

  test("are sent to that server, and to no other one that it leads to", async () => {
    const seen: (string | undefined)[] = [];
    const other = await startWebServer({
      "/": (response) => {
        seen.push(response.req.headers.authorization);
        response.end("here");
      },
    });
    const web = await startWebServer({
      "/": (response) => {
        seen.push(response.req.headers.authorization);
        response.writeHead(302, { location: "/next" }).end();
      },
      "/next": (response) => {
        seen.push(response.req.headers.authorization);
        response.writeHead(302, { location: `http://eve:hidden@127.0.0.1:${other.port}/` }).end();
      },
    });
    expect(await outcome(`http://ann:p%40ss%20w%rd@127.0.0.1:${web.port}/`)).toBe("here");
    expect(seen).toEqual([SIGNED_IN, SIGNED_IN, undefined]);
  });

  test("are in nothing that is said of it", async () => {
    const web = await startWebServer({
      "/away": (response) => void response.writeHead(302, { location: "http://ann:hidden@:x" }).end(),
    });
    for (const path of ["/gone", "/away"]) {
      const reason = await outcome(`http://ann:hidden@127.0.0.1:${web.port}${path}`);
      expect(reason).not.toContain("hidden");
    }
  });

  test.each([
    ["http://ann:hidden@news.example/a?b#c", "http://news.example/a?b#c"],
    ["https://token@news.example/", "https://news.example/"],
    ["http:ann:hidden@news.example/", "http://news.example/"],
    ["http:\\\\ann:hidden@news.example", "http://news.example/"],
    [" http://ann:hidden@news.example/", "http://news.example/"],
    ["http://ann:hid@den@news.example/", "http://news.example/"],
    ["http://ann:hid/den@news.example/", "http://news.example/"],
    ["http://ann:hidden@", "http://"],
    ["http://ann:hidden@two words/", "http://two words/"],
    ["ftp://ann:hidden@news.example/", "ftp://news.example/"],
    ["ann:hidden@news.example/feed", "news.example/feed"],
    ["https://news.example/@ann/1", "https://news.example/@ann/1"],
    ["notes@home.txt", "notes@home.txt"],
    ["C:\\notes\\a@b.txt", "C:\\notes\\a@b.txt"],
  ])("are not shown: %j", (address, shown) => {
    expect(withoutCredentials(address)).toBe(shown);
  });
});

describe("a download", () => {
  test.each([
    ["file:///etc/passwd", "file:// addresses are not read, only http:// and https://"],
    ["ftp://example.org/", "ftp:// addresses are not read, only http:// and https://"],
    ["javascript:alert(1)", "javascript:// addresses are not read, only http:// and https://"],
    ["http://", '"http://" is no address'],
  ])("of %s is refused", async (address, reason) => {
    expect(await outcome(address)).toBe(reason);
  });

  test("follows redirects, but not to another kind of address", async () => {
    const web = await startWebServer({
      "/a": (response) => void response.writeHead(301, { location: "/b" }).end(),
      "/b": { type: "text/plain", body: "here" },
      "/c": (response) => void response.writeHead(301, { location: "file:///etc/passwd" }).end(),
      "/round": (response) => void response.writeHead(301, { location: "/round" }).end(),
    });
    expect(await outcome(`${web.url}/a`)).toBe("here");
    expect(await outcome(`${web.url}/c`)).toBe("file:// addresses are not read, only http:// and https://");
    expect(await outcome(`${web.url}/round`)).toBe("redirects more than 5 times");
  });

  test("ends at the most that is read, also of an endless response", async () => {
    const web = await startWebServer({
      "/endless": (response) => {
        const more = () => void response.write("x".repeat(10_000));
        response.on("drain", more);
        response.writeHead(200, { "content-type": "text/plain" });
        for (let i = 0; i < 10; i++) more();
      },
    });
    expect(await outcome(`${web.url}/endless`, { maxBytes: 50 * 1024 })).toBe("is longer than 50 KB");
  });

  test("counts what is unpacked, not what is sent", async () => {
    const packed = gzipSync(Buffer.alloc(2_000_000));
    const web = await startWebServer({
      "/": (response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(packed),
    });
    expect(await outcome(`${web.url}/`, { maxBytes: 50 * 1024 })).toBe("is longer than 50 KB");
  });

  test.each(["no headers", "a trickle"])("ends in time when the server sends %s", async (manner) => {
    const web = await startWebServer({
      "/": (response) => {
        if (manner === "no headers") return;
        const timer = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(timer));
      },
    });
    expect(await outcome(`${web.url}/`, { timeoutMs: 200 })).toBe("took longer than 0.2 seconds");
  });

  test("says that a server is not there", async () => {
    expect(await outcome("http://127.0.0.1:1/")).toMatch(/ECONNREFUSED|bad port/);
    expect(await outcome("http://no-such-host.invalid/")).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });
});
