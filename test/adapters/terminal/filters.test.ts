import { describe, expect, it } from "vitest";
import type { Passage } from "../../../src/index.ts";
import { FERRY_CORPUS, FILTERS, INTENTS } from "../../fixtures/filter-table.ts";
import { fileOf, folderOf } from "./corpus-folder.ts";
import { runProgram } from "./run-program.ts";

const corpus = folderOf(
  Object.fromEntries(FERRY_CORPUS.articles.map((article) => [`${article.id}.md`, fileOf(article)])),
);

interface Line {
  readonly id: unknown;
  readonly error?: string;
  readonly passages: readonly Passage[];
  readonly more: readonly Passage[];
  readonly disagreements: readonly { readonly passages: readonly Passage[] }[];
  readonly missing: readonly string[];
  readonly notices: readonly string[];
}

const shownIn = ({ passages, more, disagreements }: Line) => [
  ...passages,
  ...more,
  ...disagreements.flatMap((one) => one.passages),
];

async function batch(lines: readonly object[], ...args: string[]): Promise<Line[]> {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const { stdout } = await runProgram(["ask", "--batch", "--corpus", corpus, ...args], { input });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

async function ask(...args: string[]): Promise<Line> {
  const { stdout } = await runProgram(["ask", "--json", "--corpus", corpus, ...args]);
  return JSON.parse(stdout);
}

/** The options of a filter under the names that the terminal has for them. */
const named = ({ speaker, ...others }: (typeof FILTERS)[number]["options"]) => ({
  ...(speaker !== undefined && { from: speaker }),
  ...others,
});

/** Every question of the table in a thread of its own, limited in some way. */
const linesOf = (name: string, limit: (text: string) => object) =>
  INTENTS.flatMap(({ intent, text, earlier }) => {
    const thread = `${name}, ${intent}`;
    return [
      ...earlier.map((before) => ({ id: "before", thread, question: before })),
      { id: name, thread, question: text, ...limit(text) },
    ];
  });

describe("a filter of the table holds for every question of it", () => {
  it("as fields of a line, which is the same as to write it in the question", async () => {
    const lines = await batch(
      FILTERS.flatMap(({ name, options, typed: [first = ""] }) => [
        ...linesOf(`field: ${name}`, () => named(options)),
        ...linesOf(`text: ${name}`, (text) => ({ question: `${first} ${text}` })),
      ]),
    );
    for (const { name, keeps } of FILTERS) {
      const answersOf = (way: string) => lines.filter(({ id }) => id === `${way}: ${name}`);
      const [fields, texts] = [answersOf("field"), answersOf("text")];
      expect(fields).toHaveLength(INTENTS.length);
      expect(fields.flatMap(shownIn).filter((passage) => !keeps(passage))).toEqual([]);
      expect(fields.filter(({ passages }) => passages.length > 0).length).toBeGreaterThan(INTENTS.length / 2);
      expect(texts.map((line) => shownIn(line).map(({ text }) => text))).toEqual(
        fields.map((line) => shownIn(line).map(({ text }) => text)),
      );
    }
  });

  it.each(FILTERS.filter(({ name }) => name !== "somebody without a name"))(
    "as options of the command: $name",
    async ({ options, keeps }) => {
      const args = Object.entries(named(options)).flatMap(([name, value]) => [`--${name}`, value]);
      const answer = await ask(...args, "what about the ferry toll");
      expect(answer.passages).not.toEqual([]);
      expect(shownIn(answer).filter((passage) => !keeps(passage))).toEqual([]);
    },
  );

  it("as it is typed in a chat", async () => {
    const questions = FILTERS.map(({ typed: [, second = ""] }) => `${second} how high is the toll of the ferry\n`);
    const { stdout } = await runProgram(["chat", "--corpus", corpus], { input: questions.join("") });
    const replies = stdout.split("› ").slice(1);
    expect(replies).toHaveLength(FILTERS.length);
    for (const [at, { leavesOut }] of FILTERS.entries()) {
      const [shown = ""] = replies[at]?.split("You could also ask") ?? [];
      expect(shown).toMatch(/^ ?1 /m);
      expect(shown.replace(/\s+/g, " ")).not.toMatch(leavesOut);
    }
  });
});

describe("the filters of a batch", () => {
  it("are the line's own rather than the command's", async () => {
    const [own, theirs] = await batch(
      [
        { question: "ferry toll", source: "Gazette" },
        { question: "ferry toll", source: null, from: "", until: "  " },
      ],
      "--source",
      "Courier",
    );
    expect(new Set(own?.passages.map(({ article }) => article.outlet))).toEqual(new Set(["Coast Gazette"]));
    expect(new Set(theirs?.passages.map(({ article }) => article.outlet))).toEqual(new Set(["Inland Courier"]));
  });

  it("are kept in a thread by a question that leans on the one before, which says so", async () => {
    const [, follow, whole] = await batch([
      { thread: 1, question: "what does Norrvik want", source: "Courier" },
      { thread: 1, question: "and Sandholm?" },
      { thread: 1, question: "What did Castell say about the ferry?" },
    ]);
    expect(new Set(follow && shownIn(follow).map(({ article }) => article.outlet))).toEqual(
      new Set(["Inland Courier"]),
    );
    expect(follow?.notices).toEqual(["Still only articles from “Courier”."]);
    expect(whole?.notices).toEqual([]);
  });

  it("make the line an error where they are no text", async () => {
    const fields = ["from", "source", "since", "until"];
    const answers = await batch([
      ...fields.map((field) => ({ id: field, question: "ferry", [field]: 2024 })),
      { id: "last", question: "ferry" },
    ]);
    expect(answers.slice(0, -1)).toEqual(
      fields.map((field) => ({ id: field, error: `The "${field}" of the line is no string.` })),
    );
    expect(answers.at(-1)).toMatchObject({ id: "last", outcome: "answered" });
  });
});

describe("of a filter that fits nothing, programs are told", () => {
  it.each([
    [
      "the outlet",
      ["--source", "Evening Star"],
      ["Evening Star"],
      "There are articles from Inland Courier, Coast Gazette",
    ],
    ["the speaker", ["--from", "Emmanuel Macron"], ["Emmanuel Macron"], "No article here quotes “Emmanuel Macron”."],
    ["the dates there are", ["--since", "2030"], [], "The dated articles are from 2024-05-10 to 2024-08-20."],
  ])("%s", async (_, args, missing, notice) => {
    const answer = await ask(...args, "what about the ferry");
    expect(answer).toMatchObject({ outcome: "none", passages: [], missing });
    expect(answer.notices[0]).toContain(notice);
  });

  it("a date that is none, in a line of a batch and in a question", async () => {
    const [line, text] = await batch([
      { question: "what about the ferry", until: "2024-02-30" },
      { question: "what about the ferry since: yesterday" },
    ]);
    expect(line?.notices).toContainEqual(expect.stringContaining("“2024-02-30” is no date"));
    expect(text?.notices).toContainEqual(expect.stringContaining("“yesterday” is no date"));
  });
});
