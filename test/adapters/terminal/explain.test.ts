import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { WEIGHTS } from "../../../src/ranking/score.ts";
import { runProgram } from "./run-program.ts";

const DOCUMENT = readFileSync("docs/how-an-answer-is-found.md", "utf8");
const TIME = { timeout: 20_000 };

describe("talks ask --explain", () => {
  test("prints what the document shows", TIME, async () => {
    const [, question = "", shown = ""] = /```text\n\$ talks ask --explain "(.+)"\n([\s\S]+?)```/.exec(DOCUMENT) ?? [];
    const { stdout, code } = await runProgram(["ask", "--explain", question]);
    expect(code).toBe(0);
    expect(stdout.trimEnd()).toBe(shown.trimEnd());
  });

  test("gives programs the same, and parts that make up the scores", TIME, async () => {
    const { stdout } = await runProgram(["ask", "--json", "--explain", "is Russia ready to give up land?"]);
    const { explain, passages, confidence } = JSON.parse(stdout);
    expect(explain).toHaveLength(1);
    expect(explain[0]).toMatchObject({ decidedBy: "meaning", confidence });
    expect(explain[0].passages).toHaveLength(passages.length);
    for (const { score, parts } of explain[0].passages) {
      const sum = parts.reduce((all: number, { points }: { points: number }) => all + points, 0);
      expect(sum).toBeCloseTo(score, 0);
    }
  });

  test("says where words settled it", TIME, async () => {
    const { stdout } = await runProgram(["ask", "--json", "--explain", "what did Lavrov say"]);
    expect(JSON.parse(stdout).explain[0]).toMatchObject({
      decidedBy: "words",
      compared: null,
      subject: "Sergei Lavrov",
    });
  });

  test("is silent where nobody asks for it", TIME, async () => {
    const { stdout } = await runProgram(["ask", "--json", "what did Lavrov say"]);
    expect(JSON.parse(stdout)).not.toHaveProperty("explain");
  });
});

test("the weights of the document are those of the code", () => {
  const rows = [...DOCUMENT.matchAll(/^\| `(\w+)` \| (-?[\d.]+) \|/gm)].map(([, name = "", weight]) => [
    name,
    Number(weight),
  ]);
  expect(Object.fromEntries(rows)).toEqual(WEIGHTS);
});
