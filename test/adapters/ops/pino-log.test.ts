import { expect, test } from "vitest";
import type { Log } from "../../../adapters/log.ts";
import { createPinoLog } from "../../../adapters/ops/pino-log.ts";

const TOKEN = 'sec"ret/token+value';

/** What a log writes. */
function written(use: (log: Log) => void, level = "info"): string {
  const lines: string[] = [];
  use(createPinoLog({ level, secrets: [TOKEN, "", "on"], stream: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}

test("a line is one JSON object with time, level and message", () => {
  const line: unknown = JSON.parse(written((log) => log.warn("Slack is back.", { attempts: 3 })));
  expect(line).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
    name: "talks",
    attempts: 3,
    msg: "Slack is back.",
  });
});

test("nothing below the level is written, and nothing at all when it is silent", () => {
  expect(written((log) => log.info("quiet"), "warn")).toBe("");
  expect(written((log) => log.error("quiet"), "silent")).toBe("");
});

test("the secrets of the configuration are seen nowhere", () => {
  const out = written((log) => {
    log.error(`refused: ${TOKEN}`, {
      header: { deep: [`x ${TOKEN}`] },
      error: new Error(TOKEN, { cause: new Error(TOKEN) }),
    });
  });
  expect(out).not.toContain("ret/token");
  expect(out.match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(4);
  expect(out).toContain("refused");
});

test.each([
  ["a Slack token", "xoxb-123456789012-abcdefghij", "abcdefghij"],
  ["a Slack app token", "xapp-1-A012345-678-abcdef", "A012345"],
  ["a Discord token", `${"M".padEnd(24, "T")}.Gabcde.${"x".repeat(38)}`, "Gabcde"],
  ["an authorization header", "Bearer abcdefghijklmnop.qrs", "ijklmnop"],
  ["the password of an address", "redis://talks:hunter2@db:6379", "hunter2"],
])("what looks like %s is taken out although nobody named it", (_, text, secret) => {
  const out = written((log) => log.warn(`got ${text} here`));
  expect(out).toContain("[secret]");
  expect(out).not.toContain(secret);
  expect(out).toContain("here");
});

test("words of a question are left out, and what libraries hang on an error with them", () => {
  const error = Object.assign(new Error("failed"), {
    code: "EFAIL",
    status: 500,
    requestBody: { content: "who is guilty" },
  });
  const out = written((log) =>
    log.error("failed", { question: "who is guilty", event: { text: "who is guilty", user: "U1" }, error }),
  );
  expect(out).not.toContain("guilty");
  expect(JSON.parse(out)).toMatchObject({
    event: { user: "U1" },
    error: { message: "failed", code: "EFAIL", status: 500 },
  });
});
