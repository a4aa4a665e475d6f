import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runProgram } from "../terminal/run-program.ts";
import { filesIn, temporaryDir } from "./corpus-dir.ts";
import { storyPage } from "./pages.ts";
import { startWebServer } from "./web-server.ts";

// What is tested here is the program as `npm run build` made it.

/** Everything that a folder holds, names and contents. */
function contentsOf(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .map((entry) => entry.name + (entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), "utf8") : ""))
    .join("\n");
}

describe("talks add", () => {
  test("keeps the typography of old encodings", async () => {
    const dir = temporaryDir();
    const page = Buffer.from(storyPage("\x93Eastport\x94 \x96 \x80 2"), "latin1");
    const web = await startWebServer({ "/": { type: "text/html; charset=ISO-8859-1", body: page } });
    const { code } = await runProgram(["add", "--allow-private", "--corpus", dir, web.url]);
    expect(code).toBe(0);
    expect(contentsOf(dir)).toContain("The council of “Eastport” – € 2 met");
  });

  test("never shows or stores the password of an address", async () => {
    const dir = temporaryDir();
    const canonical = (host: string) => `<link rel="canonical" href="http://ann:hidden@${host}/bridge">`;
    const web = await startWebServer({
      "/feed": (response) => {
        const origin = `http://ann:hidden@127.0.0.1:${response.req.socket.localPort}`;
        const items = ["/story", "/gone"].map((path) => `<item><title>A</title><link>${origin}${path}</link></item>`);
        response.end(`<rss version="2.0"><channel><title>News</title>${items.join("")}</channel></rss>`);
      },
      "/story": (response) => {
        if (!response.req.headers.authorization) response.writeHead(401).end();
        else response.end(storyPage("Eastport", canonical("news.example")));
      },
    });
    const host = `ann:hidden@127.0.0.1:${web.port}`;
    const sources = [
      `http://${host}/feed`,
      `http://${host}/none`,
      `http://${host}/story`,
      `ann:hidden@x`,
      "http://ann:hidden@",
    ];
    for (const more of [["--dry-run"], []]) {
      const { code, stdout, stderr } = await runProgram([
        "add",
        "--allow-private",
        "--corpus",
        dir,
        ...more,
        ...sources,
      ]);
      expect(code).toBe(1);
      expect(stdout).toContain(`failed http://127.0.0.1:${web.port}/none: the server answered 404 Not Found`);
      expect(stdout + stderr).not.toContain("hidden");
    }
    const { stderr } = await runProgram(["add", "--corpus", dir, "--url", "http://ann:hidden@", "x.txt"]);
    expect(stderr).toContain('--url must be an http(s) address, but is "http://"');
    expect(filesIn(dir)).toHaveLength(1);
    expect(contentsOf(dir)).not.toContain("hidden");
  });

  test.each(["http://[::7f00:1]:PORT/", "http://0177.1:PORT/", "http://localhost:PORT/"])(
    "does not open %s",
    async (address) => {
      const web = await startWebServer({ "/": { type: "text/html", body: storyPage("Eastport") } });
      const { code, stdout } = await runProgram([
        "add",
        "--corpus",
        temporaryDir(),
        address.replace("PORT", `${web.port}`),
      ]);
      expect(code).toBe(1);
      expect(stdout).toContain("is in a private network; only public addresses are read");
      expect(web.requests).toEqual([]);
    },
  );
});
