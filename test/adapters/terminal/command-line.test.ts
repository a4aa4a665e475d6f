import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { PACKAGE_ROOT, readManifest } from "../../../adapters/package-root.ts";
import { limitPassages } from "../../../adapters/terminal/ask.ts";
import { answer, passage } from "../../fixtures/answers.ts";
import { GUILD } from "../discord/discord-data.ts";
import { startDiscordServer } from "../discord/discord-server.ts";
import { BODIES, corpusFolder } from "./corpus-folder.ts";
import { emptyFolder, runProgram, startProgram } from "./run-program.ts";

const corpus = corpusFolder();
const ask = (...args: string[]) => runProgram(["ask", "--corpus", corpus, ...args]);
const oneLine = /^talks: [^\n]+\n$/;

describe("talks ask", () => {
  it("prints the very sentence and where it stands", async () => {
    const { code, stdout, stderr } = await ask("when", "will", "the", "harbour", "of", "Norrvik", "reopen?");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("1  The harbour of Norrvik will reopen in May");
    expect(stdout).toMatch(/Coast\s+Gazette,\s+24\s+April\s+2025\s+·\s+Harbour\s+talks\s+go\s+on/);
  });

  it("sends a pipe neither colours nor links, whatever the terminal is called", async () => {
    const env = { TERM: "xterm-kitty", COLORTERM: "truecolor", WT_SESSION: "1" };
    const { stdout } = await runProgram(["ask", "--corpus", corpus, "harbour Norrvik reopen"], { env });
    expect(stdout).not.toContain("\u001B");
  });

  it("shows colours where FORCE_COLOR asks for them", async () => {
    const { stdout } = await runProgram(["ask", "--corpus", corpus, "Norrvik harbour"], { env: { FORCE_COLOR: "1" } });
    expect(stdout).toContain("\u001B[1m");
  });

  it("shows a passage in its paragraph with --context", async () => {
    const { code, stdout } = await ask("--context", "how many ships are waiting outside the harbour");
    expect(code).toBe(0);
    expect(stdout).toMatch(/▸ [^◂]*Twelve\s+ships[^◂]* ◂/);
    expect(stdout).toMatch(/will\s+reopen\s+in\s+May/);
  });

  it("shows further passages with --more", async () => {
    const numbersIn = (text: string) => text.match(/^\d+(?= )/gm)?.length ?? 0;
    const [first, more] = await Promise.all([ask("--json", "harbour"), ask("--more", "9", "harbour")]);
    const { passages, more: further } = JSON.parse(first.stdout);
    expect(numbersIn(more.stdout)).toBe(passages.length + further.length);
  });

  it("passes the filters on", async () => {
    const { stdout } = await ask("--json", "--since", "2025-04", "--source", "gazette", "why was the ferry cancelled");
    const { passages, more } = JSON.parse(stdout);
    for (const { article } of [...passages, ...more]) expect(article.id).toBe("harbour");
  });
});

describe("the question", () => {
  it("comes from a pipe where none is written, or where a dash stands for it", async () => {
    const input = "when will the harbour of Norrvik reopen?\n";
    const written = await ask("when will the harbour of Norrvik reopen?");
    for (const args of [[], ["-"]]) {
      const { code, stdout } = await runProgram(["ask", "--corpus", corpus, ...args], { input });
      expect({ code, stdout }).toEqual({ code: 0, stdout: written.stdout });
    }
  });

  it("is read only so far as one can be long", async () => {
    const child = startProgram(["ask", "--json", "--corpus", corpus]);
    child.stdin.on("error", () => {});
    child.stdin.write(`harbour ${"and ".repeat(100_000)}`);
    const [line] = await once(createInterface(child.stdout), "line");
    expect(JSON.parse(line).question).toMatch(/^harbour and/);
    child.kill();
  });
});

describe("talks ask --limit", () => {
  it("shows so many passages at most, and hands the others out as further ones", async () => {
    const [all, one, many] = await Promise.all(
      [[], ["--limit", "1"], ["--limit", "99"]].map(async (args) =>
        JSON.parse((await ask("--json", ...args, "harbour")).stdout),
      ),
    );
    const passages = [...all.passages, ...all.more];
    expect(one).toMatchObject({ passages: passages.slice(0, 1), more: passages.slice(1) });
    expect(many).toMatchObject({ passages, more: [] });
    expect((await ask("--limit", "1", "harbour")).stdout).toMatch(/^1 {2}[\s\S]*--more \d/);
  });

  it("counts anew how many passages each of several questions has", () => {
    const part = (heading: string) => ({ heading, outcome: "answered", lead: null, passages: 2, more: 0 }) as const;
    const several = answer({
      passages: ["a", "b", "c", "d"].map((text) => passage({ text })),
      parts: [part("when"), part("who")],
    });
    const counts = (limit: number) => limitPassages(several, limit).parts.map(({ passages }) => passages);
    expect([1, 3, 9].map(counts)).toEqual([
      [1, 0],
      [2, 1],
      [2, 2],
    ]);
  });

  it("limits each answer of a batch", async () => {
    const input = '{"question":"harbour"}\n{"question":"ferry"}\n';
    const { stdout } = await runProgram(["ask", "--batch", "--limit", "1", "--corpus", corpus], { input });
    for (const line of stdout.trim().split("\n")) expect(JSON.parse(line).passages.length).toBeLessThan(2);
  });
});

describe("talks ask --exit-status", () => {
  it.each([
    ["when will the harbour of Norrvik reopen?", 0],
    ["what did the zebra say?", 3],
  ])("tells by the exit code whether “%s” is answered", async (question, expected) => {
    for (const option of ["-e", "--exit-status"]) {
      expect((await ask(option, question)).code).toBe(expected);
      expect((await ask(option, "--json", question)).code).toBe(expected);
    }
    expect((await ask(question)).code).toBe(0);
  });
});

describe("talks sources", () => {
  const sources = (...args: string[]) => runProgram(["sources", "--corpus", corpus, ...args]);

  it("lists the articles and whose words they report", async () => {
    const { code, stdout } = await sources();
    expect(code).toBe(0);
    expect(stdout).toMatch(/Harbour talks go on · Coast Gazette, 24 April 2025[\s\S]*Elena Brandt/);
  });

  it("tells programs the same", async () => {
    const { articles, speakers } = JSON.parse((await sources("--json")).stdout);
    expect(articles).toContainEqual({
      ...{ id: "harbour", title: "Harbour talks go on", outlet: "Coast Gazette" },
      ...{ author: null, published: "2025-04-24", url: "https://gazette.example/harbour" },
    });
    expect(speakers).toContain("Elena Brandt");
  });
});

describe("talks completion", () => {
  const completion = async (shell: string) => (await runProgram(["completion", shell])).stdout;
  /** What bash offers for a line, with the cursor at its end. */
  const inBash = (script: string, ...words: string[]) => {
    const line = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _talks`;
    const shown = spawnSync("bash", ["-c", `${script}\n${line}; printf '%s\\n' "\${COMPREPLY[@]}"`]);
    expect(shown.stderr.toString()).toBe("");
    return shown.stdout.toString().trim().split("\n");
  };

  it("completes commands, their options and what stands behind them in bash", async () => {
    const script = await completion("bash");
    expect(inBash(script, "talks", "")).toEqual(expect.arrayContaining(["ask", "doctor", "completion", "help"]));
    expect(inBash(script, "talks", "che")).toEqual(["check"]);
    expect(inBash(script, "talks", "ask", "--exi")).toEqual(["--exit-status"]);
    expect(inBash(script, "talks", "completion", "z")).toEqual(["zsh"]);
    expect(inBash(script, "talks", "help", "doc")).toEqual(["doctor"]);
    // Nothing of ours: bash offers files.
    expect(inBash(script, "talks", "add", "")).toEqual([""]);
  });

  it.each([
    ["zsh", "zsh", /--exit-status\[end with/],
    ["fish", "fish", /-l exit-status -s e|-s e -l exit-status/],
  ])("is a script that %s can read", async (shell, program, option) => {
    const script = await completion(shell);
    expect(script).toMatch(option);
    const file = join(emptyFolder(), "script");
    writeFileSync(file, script);
    const checked = spawnSync(program, ["-n", file]);
    // Where the shell is not installed, only the words are looked at.
    if (checked.error === undefined)
      expect({ code: checked.status, said: checked.stderr.toString() }).toEqual({ code: 0, said: "" });
  });
});

describe("talks ask --json", () => {
  it("prints one line with exactly the fields of the contract, every passage verbatim", async () => {
    const { code, stdout } = await ask("--json", "when will the harbour of Norrvik reopen?");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{.*\}\n$/);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual([
      "id",
      "question",
      "outcome",
      "confidence",
      "passages",
      "more",
      "disagreements",
      "missing",
      "notices",
    ]);
    expect(answer).toMatchObject({
      id: null,
      question: "when will the harbour of Norrvik reopen?",
      outcome: "answered",
    });
    expect(answer.passages.length).toBeGreaterThan(0);
    for (const passage of [...answer.passages, ...answer.more]) {
      expect(Object.keys(passage)).toEqual([
        "text",
        "start",
        "end",
        "speaker",
        "speech",
        "article",
        "alsoIn",
        "cautions",
      ]);
      expect(Object.keys(passage.article)).toEqual(["id", "title", "outlet", "author", "published", "url"]);
      expect(BODIES[passage.article.id]?.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  it("exits 0 also where nothing answers", async () => {
    const { code, stdout } = await ask("--json", "zyzzyva quokka");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "none", passages: [] });
  });

  it("escapes what a terminal would obey", async () => {
    const { stdout } = await ask("--json", "harbour \u009B2J \u202E");
    expect(stdout.trim()).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(JSON.parse(stdout).question).toContain("\u009B2J");
  });
});

describe("talks ask --batch", () => {
  const batch = (input: string) => runProgram(["ask", "--batch", "--corpus", corpus], { input });
  const answersOf = (stdout: string) =>
    stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  it("answers line by line in order, skips blank lines and says what is wrong with a line", async () => {
    const { code, stdout } = await batch(
      [
        '{"id": 1, "question": "harbour", "note": "extra fields are fine"}',
        "",
        "not JSON",
        "   ",
        '{"id": "b", "question": 7}',
        '{"question": "ferry"}\r',
        "[1]",
        "null",
        '{"id": {"deep": true}, "question": ""}',
        '{"id": "last", "question": "line\u2028break"}',
      ].join("\n"),
    );
    expect(code).toBe(0);
    const answers = answersOf(stdout);
    expect(answers.map(({ id }) => id)).toEqual([1, null, "b", null, null, null, { deep: true }, "last"]);
    expect(answers.filter(({ error }) => error !== undefined)).toEqual([
      { id: null, error: "The line is not JSON." },
      { id: "b", error: 'The line has no string "question".' },
      { id: null, error: "The line is not a JSON object." },
      { id: null, error: "The line is not a JSON object." },
    ]);
  });

  it("gives an answer the fields of the contract in their order", async () => {
    const [answer] = answersOf((await batch('{"id":"a","question":"harbour"}')).stdout);
    const single = JSON.parse((await ask("--json", "harbour")).stdout);
    expect(Object.entries(answer)).toEqual(Object.entries({ ...single, id: "a" }));
  });

  it("answers a line before the next one comes", async () => {
    const child = startProgram(["ask", "--batch", "--corpus", corpus]);
    for (const id of [1, 2, 3]) {
      child.stdin.write(`{"id":${id},"question":"harbour"}\n`);
      const [chunk] = await once(child.stdout, "data");
      expect(JSON.parse(String(chunk)).id).toBe(id);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });

  it("answers everything however slowly it is read", async () => {
    const lines = Array.from({ length: 400 }, (_, id) => `{"id":${id},"question":"harbour"}\n`);
    const child = startProgram(["ask", "--batch", "--corpus", corpus]);
    child.stdin.end(lines.join(""));
    let stdout = "";
    for await (const chunk of child.stdout) {
      stdout += chunk;
      await setImmediate();
    }
    expect(answersOf(stdout).map(({ id }) => id)).toEqual(lines.map((_, id) => id));
  });

  it("ends without a word when nobody reads on", async () => {
    const child = startProgram(["ask", "--batch", "--corpus", corpus]);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdin.on("error", () => {});
    child.stdin.end('{"question":"harbour"}\n'.repeat(5000));
    await once(child.stdout, "data");
    child.stdout.destroy();
    expect(await once(child, "close")).toEqual([0, null]);
    expect(stderr).toBe("");
  });
});

describe("talks chat", () => {
  it("answers piped lines until quit", async () => {
    const input = "when will the harbour reopen?\ncontext 1\nsources\nquit\nferry\n";
    const { code, stdout } = await runProgram(["chat", "--corpus", corpus], { input });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^› when will the harbour reopen\?\n\n1 {2}/);
    expect(stdout).toContain("▸ ");
    expect(stdout).toContain("Harbour talks go on · Coast Gazette");
    expect(stdout).not.toContain("› ferry");
  });

  it("shows a question without the orders it holds for the terminal", async () => {
    const { stdout } = await runProgram(["chat", "--corpus", corpus], { input: "harbour \u001B[2J\u0007\n" });
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  it("ends well where there is nothing to read", async () => {
    expect(await runProgram(["chat", "--corpus", corpus])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("talks start", () => {
  const start = (args: string[], input = "", env: Record<string, string> = {}) =>
    runProgram(["start", ...args], { input, env: { CORPUS_DIR: corpus, ...env } });

  it("answers words as a question", async () => {
    expect((await start(["when will the harbour reopen?"])).stdout).toContain("1  ");
    expect(JSON.parse((await start(["harbour", "opening", "--json"])).stdout).question).toBe("harbour opening");
  });

  it("runs the command that the first word names", async () => {
    expect((await start(["check"])).stdout).toBe("2 articles, no faults.\n");
    expect((await start(["check", "--corpus", emptyFolder()])).code).toBe(1);
    expect((await start(["--corpus", corpus, "check"], "", { CORPUS_DIR: "/nowhere" })).code).toBe(0);
  });

  it("answers piped questions", async () => {
    const { code, stdout } = await start([], "harbour\nferry\n");
    expect(code).toBe(0);
    expect(stdout).toMatch(/› harbour.*› ferry/s);
  });

  it("names the variables to set where there is neither a platform nor a question", async () => {
    const { code, stdout, stderr } = await start([], "\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(oneLine);
    for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_TOKEN"]) expect(stderr).toContain(name);
  });

  it("ends with 1 where the only platform turns it away, with a line that says why", async () => {
    const server = await startDiscordServer();
    onTestFinished(server.close);
    const reply = { status: 401, data: { code: 0, message: "401: Unauthorized" } };
    server.fail({ method: "GET", path: /gateway/, reply, times: 9 });
    const env = { DISCORD_TOKEN: "a.discord.token", DISCORD_API_URL: server.apiUrl };
    const { code, stdout } = await start([], "", env);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\{"level":"error",.*"msg":"discord is not served: Discord refuses DISCORD_TOKEN\. .*\}$/m);
    expect(stdout).not.toContain("a.discord.token");
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends with 0 at %s, also while it still connects", async (signal) => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : null;
    const env = { CORPUS_DIR: corpus, DISCORD_TOKEN: "token", DISCORD_API_URL: `http://127.0.0.1:${port}/api` };
    const child = startProgram(["start"], { env });
    const closed = once(child, "close");
    const [socket] = await once(silent, "connection");
    child.kill(signal);
    expect(await closed).toEqual([0, null]);
    socket.destroy();
    silent.close();
  });

  it("refuses a platform that is half set, also from .env", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, ".env"), `SLACK_BOT_TOKEN=xoxb-1\nCORPUS_DIR=${corpus}\n`);
    const { code, stderr } = await runProgram(["start"], { cwd, input: "harbour\n" });
    expect(code).toBe(1);
    expect(stderr).toContain("SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing");
    expect(stderr).toContain(".env.example");
  });
});

describe("talks check", () => {
  it("counts the articles of a sound folder", async () => {
    expect(await runProgram(["check", "--corpus", corpus])).toEqual({
      code: 0,
      stdout: "2 articles, no faults.\n",
      stderr: "",
    });
  });

  it("names file and line of each fault and exits 1", async () => {
    const faulty = corpusFolder({
      "broken.md": '---\ntitle: "a"\noutlet: [1]\n---\ntext\n',
      "bare.md": "no front matter\n",
    });
    const { code, stdout } = await runProgram(["check", "--corpus", faulty]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/broken\.md:3: /);
    expect(stdout).toMatch(/bare\.md:1: /);
    expect(stdout).toMatch(/^\d faults; 2 articles can be asked\.$/m);
    const { code: sameCode, stdout: json } = await runProgram(["check", "--json", "--corpus", faulty]);
    const report = JSON.parse(json);
    expect({ code: sameCode, ...report }).toMatchObject({
      code: 1,
      articles: 2,
      wrong: report.faults.length,
      groups: [],
    });
    expect(report.faults).toContainEqual(
      expect.objectContaining({ file: expect.stringMatching(/broken\.md$/), line: 3, message: expect.any(String) }),
    );
  });
});

describe("talks statements --batch", () => {
  const find = async (text: string, ...args: string[]) => {
    const input = `${JSON.stringify({ id: "s", text })}\n`;
    const { stdout } = await runProgram(["statements", "--batch", ...args], { input });
    return JSON.parse(stdout);
  };

  it("finds who says what, verbatim", async () => {
    const text = "“We are ready,” said Elena Brandt, the minister.";
    expect(await find(text)).toEqual({
      id: "s",
      statements: [{ quote: "We are ready,", start: 1, end: 14, speaker: "Elena Brandt", speech: "direct" }],
    });
  });

  it("takes names from the text alone, or from the articles of a folder", async () => {
    const text = "“We are ready,” said Brandt.";
    expect((await find(text)).statements[0].speaker).toBe("Brandt");
    expect((await find(text, "--corpus", corpus)).statements[0].speaker).toBe("Elena Brandt");
  });

  it("says what is wrong with a line and goes on", async () => {
    const { code, stdout } = await runProgram(["statements", "--batch"], { input: 'x\n\n{"id":1}\n{"text":""}\n' });
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: null, error: "The line is not JSON." },
      { id: 1, error: 'The line has no string "text".' },
      { id: null, statements: [] },
    ]);
  });
});

describe("the commands of the operator", () => {
  it("add an article to the folder of CORPUS_DIR, or say what they would add", async () => {
    const dir = corpusFolder();
    const story = join(emptyFolder(), "story.txt");
    writeFileSync(
      story,
      "The lighthouse of Norrvik was lit on Monday.\n\nIt had been dark for a year, the keeper said.\n",
    );
    const add = (...args: string[]) =>
      runProgram(["add", "--title", "Light", ...args, story], { env: { CORPUS_DIR: dir } });
    expect((await add("--dry-run")).stdout).toContain("The lighthouse of Norrvik was lit on Monday.");
    expect((await add()).stdout).toMatch(/^added .*light\.md\n$/);
    expect((await runProgram(["check", "--corpus", dir])).stdout).toContain("3 articles");
    expect((await add()).stdout).toMatch(/^left out .*: the corpus has it as light\n$/);
  });

  it("report what was asked, once it is stored", async () => {
    expect(await runProgram(["report"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("QUESTION_LOG_DAYS"),
    });
    expect(await runProgram(["report", "--json"], { env: { QUESTION_LOG_DAYS: "7" } })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\{"since":null,.*"questions":0/),
    });
  });

  it("register the commands in Discord, or say in one line why not", async () => {
    const without = await runProgram(["register"]);
    expect(without).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("DISCORD_TOKEN") });
    expect(without.stderr).toMatch(oneLine);
    const server = await startDiscordServer();
    onTestFinished(server.close);
    const env = { DISCORD_TOKEN: "a.discord.token", DISCORD_API_URL: server.apiUrl };
    const { code, stdout } = await runProgram(["register", "--guild", GUILD], { env });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Registered in the server \d+: talks, /),
    });
    expect(server.world.commands.get(GUILD)).toHaveLength(stdout.split(",").length);
  });

  it("say that Discord cannot be reached, and where, when the commands are registered", async () => {
    const env = { DISCORD_TOKEN: "token", DISCORD_API_URL: "http://discord.invalid/api" };
    expect(await runProgram(["register"], { env })).toEqual({
      code: 1,
      stdout: "",
      stderr: "talks: Discord cannot be reached at discord.invalid: its name cannot be resolved (ENOTFOUND).\n",
    });
  });

  it("end with one line where Redis or the port of health and metrics cannot be had", async () => {
    const env = { CORPUS_DIR: corpus, DISCORD_TOKEN: "token" };
    const noRedis = await runProgram(["start"], { env: { ...env, STATE_URL: "redis://127.0.0.1:1" } });
    expect(noRedis).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^talks: The Redis at 127\.0\.0\.1:1 .*\n$/),
    });
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? address?.port : null;
    const noPort = await runProgram(["start"], { env: { ...env, OPS_PORT: String(port) } });
    expect(noPort).toMatchObject({ code: 1, stderr: expect.stringMatching(/^talks: Port \d+ \(OPS_PORT\) .*\n$/) });
  });
});

describe("a corpus", () => {
  it("with a broken article is served without it, with a line on standard error", async () => {
    const faulty = corpusFolder({ "bare.md": "no front matter \u001B[2J\n" });
    const { code, stdout, stderr } = await runProgram(["ask", "--corpus", faulty, "harbour"]);
    expect(code).toBe(0);
    expect(stdout).toContain("1  ");
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(/bare\.md:1: /);
  });

  it("that is not there is one clear line and exit code 1", async () => {
    const { code, stdout, stderr } = await runProgram(["ask", "--corpus", "/nowhere", "harbour"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toContain("/nowhere/articles");
  });

  it("that is named by the folder of its articles is told by its own name", async () => {
    const articles = join(corpus, "articles");
    const { code, stderr } = await ask("--corpus", articles, "harbour");
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`Did you mean ${corpus}, `) });
    const bot = await runProgram(["start"], { env: { DISCORD_TOKEN: "a.token", CORPUS_DIR: articles } });
    expect(bot.stderr).toContain(`Did you mean ${corpus}, `);
    expect((await ask("--corpus", join(PACKAGE_ROOT, "package.json"), "harbour")).stderr).toMatch(oneLine);
    const loose = emptyFolder();
    writeFileSync(join(loose, "a.md"), "");
    expect((await ask("--corpus", loose, "harbour")).stderr).toContain("belong in a folder articles");
  });

  it("is named by --corpus before CORPUS_DIR, by CORPUS_DIR before .env, and comes with Talks otherwise", async () => {
    const cwd = emptyFolder();
    const checked = async (args: string[], env: Record<string, string>) =>
      (await runProgram(["check", ...args], { env, cwd })).code;
    expect(await checked([], {})).toBe(0);
    writeFileSync(join(cwd, ".env"), "CORPUS_DIR=/nowhere\n");
    expect(await checked([], {})).toBe(1);
    expect(await checked([], { CORPUS_DIR: "" })).toBe(1);
    expect(await checked([], { CORPUS_DIR: corpus })).toBe(0);
    expect(await checked(["--corpus", "/nowhere"], { CORPUS_DIR: corpus })).toBe(1);
  });
});

describe("wrong use", () => {
  it.each([
    [["bogus"], /unknown command 'bogus'/],
    [["ask", "--bogus", "harbour"], /unknown option '--bogus'/],
    [["ask", "--since", "2025-13", "harbour"], /'2025-13'.*YYYY-MM-DD/],
    [["ask", "--until", "2025-02-30", "harbour"], /'2025-02-30'/],
    [["ask", "--since", "last week", "harbour"], /'last week'/],
    [["ask", "--more", "many", "harbour"], /whole number/],
    [["ask", "--corpus"], /argument missing/],
    [["ask"], /nothing was asked/],
    [["ask", " "], /nothing was asked/],
    [["ask", "--batch", "harbour"], /--batch takes its questions from standard input/],
    [["ask", "--batch", "-e"], /'-e, --exit-status' cannot be used with option '--batch'/],
    [["ask", "--limit", "1", "--more", "1", "harbour"], /'--limit <n>' cannot be used with option '--more <n>'/],
    [["ask", "--contxt", "harbour"], /Did you mean --context\?.*\(talks ask --help/],
    [["check", "extra"], /too many arguments/],
    [["start", "--bogus"], /unknown option '--bogus'/],
    [["statements"], /talks statements --batch/],
    [["add"], /missing required argument 'source'/],
    [["ask", "--\u001B[2J"], /unknown option '--\[2J'/],
  ])("%j is one line on standard error and exit code 2", async (args, message) => {
    const { code, stdout, stderr } = await runProgram(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(message);
  });
});

describe("help", () => {
  it.each([[["--help"]], [[]], [["help"]], [["ask", "--help"]], [["start", "--help"]]])(
    "%j teaches by examples",
    async (args) => {
      const { code, stdout, stderr } = await runProgram(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/Examples:\n {2}talks /);
    },
  );

  it("says the exit codes, and what each command does to the articles", async () => {
    expect((await runProgram(["-h"])).stdout).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 /);
    expect((await runProgram(["check", "-h"])).stdout).toMatch(/--corpus <folder> +check this folder/);
    expect((await runProgram(["add", "-h"])).stdout).toMatch(/--corpus <folder> +add to this folder/);
  });

  it("prints the version", async () => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8"));
    expect(readManifest().version).toBe(version);
    for (const option of ["--version", "-v"])
      expect(await runProgram([option])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});
