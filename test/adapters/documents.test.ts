import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emptyFolder } from "./terminal/run-program.ts";

const DOCUMENTS = [
  ...["README.md", "CONTRIBUTING.md", "PRIVACY.md", "SECURITY.md", "corpus/README.md"],
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** What stands between backquotes, and the lines of code blocks. */
function codeIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^ *```.*\n([\s\S]*?)^ *```/gm)].flatMap(([, block = ""]) => block.split("\n"));
  const outside = text.replace(/^ *```.*\n[\s\S]*?^ *```/gm, "");
  return [...blocks, ...[...outside.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code)];
}

/** The documents' commands in a shell, without `/talks` of the chats: subcommand and options. */
const COMMANDS = DOCUMENTS.flatMap(({ path, text }) =>
  codeIn(text)
    .flatMap((line) => [...line.replace(/ #.*/, "").matchAll(/(?<![\w/.-])talks (?<words>[a-z-].*)/g)])
    .map(({ groups }) => ({ path, words: (groups?.words ?? "").split(/\s+/) })),
);

function installGlobally(): string {
  const prefix = emptyFolder();
  execFileSync("npm", ["install", "--global", "--ignore-scripts", "--prefix", prefix, "."], { stdio: "pipe" });
  return join(prefix, "bin", "talks");
}

describe("the install that the README gives", () => {
  it("puts a command on the PATH that answers from any other folder", { timeout: 60_000 }, () => {
    const talks = installGlobally();
    expect(existsSync(talks)).toBe(true);
    const answer = execFileSync(talks, ["ask", "--json", "what did Lavrov say"], { cwd: emptyFolder() });
    expect(JSON.parse(answer.toString())).toMatchObject({ outcome: "answered" });
  });
});

describe("the documents", () => {
  it("name only subcommands and options that there are", { timeout: 60_000 }, () => {
    expect(COMMANDS.length).toBeGreaterThan(10);
    const help = (subcommand: string) =>
      execFileSync("node", [
        "dist/talks.cjs",
        subcommand,
        ...(subcommand.startsWith("-") ? [] : ["--help"]),
      ]).toString();
    const subcommands = new Set(COMMANDS.map(({ words: [first = ""] }) => first));
    const helps = new Map([...subcommands].map((name) => [name, help(name)]));
    const unknown = COMMANDS.flatMap(({ path, words: [first = "", ...others] }) =>
      others
        .filter((word) => /^--[a-z]/.test(word) && !helps.get(first)?.includes(word))
        .map((word) => [path, first, word]),
    );
    expect(unknown).toEqual([]);
  });

  it("never fetch a package of the same name from the registry", () => {
    expect(DOCUMENTS.filter(({ text }) => /npx (?!--no-install )talks/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("the compose file", () => {
  const { services } = parse(readFileSync("compose.yaml", "utf8"), { merge: true });

  it("takes the folders that .env names, the corpus read-only for the bot alone, unless feeds are to be read", () => {
    const [articles, state]: readonly string[] = services.talks.volumes;
    expect(articles).toMatch(/^\$\{CORPUS_DIR:-.*\}:\/corpus$/);
    expect(state).toMatch(/^\$\{STATE_DIR:-.*\}:\/data$/);
    expect(services.bot.volumes).toEqual([`${articles}:\${ARTICLES_MODE:-ro}`, state]);
  });

  it("lets neither the bot nor a command take all the memory of the machine", () => {
    for (const name of ["bot", "talks"]) expect(services[name].mem_limit).toMatch(/\d+g/);
  });

  it("stands on an image that is pinned by digest, and is healthy while it is ready", () => {
    const dockerfile = readFileSync("Dockerfile", "utf8");
    const images = dockerfile.match(/^FROM (?!build\b)\S+/gm) ?? [];
    expect(images).not.toEqual([]);
    for (const image of images) expect(image).toMatch(/@sha256:[\da-f]{64}$/);
    expect(dockerfile).toMatch(/HEALTHCHECK[\s\S]*\/readyz/);
  });
});
