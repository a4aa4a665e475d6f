import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/index.ts";
import { answer, passage } from "../fixtures/answers.ts";
import type { GoldQuestion } from "./gold-questions.ts";
import { reportOn } from "./report.ts";
import { figuresOf, judge } from "./score.ts";

const asked: GoldQuestion = {
  id: "said-1",
  kind: "said",
  question: "What did Hill say?",
  earlier: [],
  isAnswerable: true,
  speaker: "Hill",
  evidence: ["we have 'time'", "there's time"],
  facets: [],
  notFirst: ["we have thyme"],
};

const said = (text: string, speaker: string | null = "Tom Hill") => passage({ text, speaker });
const verdictOn = (fields: Partial<Answer>, gold: Partial<GoldQuestion> = {}) =>
  judge({ gold: { ...asked, ...gold }, answer: answer({ outcome: "answered", ...fields }) });

describe("an answer", () => {
  test("hits with any piece of evidence, whatever the quotation marks and spaces", () => {
    expect(verdictOn({ passages: [said("“We have\u00a0‘time’.”")] })).toMatchObject({ hitAt1: true, miss: null });
  });

  test("hits among the first three with evidence in the third passage", () => {
    const verdict = verdictOn({ passages: [said("No."), said("No!"), said("There’s time.")] });
    expect(verdict).toMatchObject({ hitAt1: false, hitAt3: true, speaker: true });
    expect(verdict.miss).toContain("evidence in passage 3");
  });

  test("hits only where it calls itself an answer", () => {
    expect(verdictOn({ outcome: "related", passages: [said("There’s time.")] })).toMatchObject({
      hitAt1: false,
      hitAt3: true,
      answered: false,
    });
  });

  test("misses with the wrong speaker", () => {
    const verdict = verdictOn({ passages: [said("There’s time.", "Ana Ruiz")] });
    expect(verdict).toMatchObject({ hitAt1: true, speaker: false });
    expect(verdict.miss).toContain("spoken by Ana Ruiz");
  });

  test("may not begin with a garbled copy", () => {
    expect(verdictOn({ passages: [said("We have thyme.")] }).isGarbledFirst).toBe(true);
  });

  test("of several parts counts those that it tells", () => {
    const verdict = verdictOn(
      { passages: [said("No fish."), said("No flags.")] },
      { facets: [["fish"], ["oil", "gas"]] },
    );
    expect(verdict).toMatchObject({ facets: 0.5, hitAt1: null });
  });

  test("is not asked for where the articles have none", () => {
    expect(verdictOn({}, { isAnswerable: false })).toMatchObject({ abstained: false, answered: null });
    const honest = verdictOn({ outcome: "none", passages: [] }, { isAnswerable: false });
    expect(honest).toMatchObject({ abstained: true, miss: null });
  });
});

describe("a report", () => {
  test("has a row for each kind, one over all, and every miss", () => {
    const verdicts = [
      verdictOn({ passages: [said("There’s time.")] }),
      verdictOn({ passages: [said("No.")] }, { id: "fact-1", kind: "fact", speaker: null }),
    ];
    const report = reportOn("town", verdicts, { hitAt1: 0.25, hitAt3: 0.75 });
    expect(report).toMatch(/^said +1 +100\.0 %/m);
    expect(report).toMatch(/^fact +1 +0\.0 %/m);
    expect(report).toMatch(/^all +2 +50\.0 %/m);
    expect(report).toMatch(/^thirty lines +25\.0 % +75\.0 %$/m);
    expect(report).toContain("- fact-1");
    expect(report).not.toContain("- said-1");
  });

  test("counts the words shown", () => {
    expect(figuresOf([verdictOn({ passages: [said("one two"), said("three four")] })]).meanWords).toBe(4);
  });
});
