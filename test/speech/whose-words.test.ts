import { describe, expect, test } from "vitest";
import { annotateStatements } from "../../src/speech/annotate-statements.ts";
import { WHOSE_WORDS } from "./whose-words.ts";
import { WORDS_BY_NAME } from "./words-by-name.ts";
import { WORDS_PASSED_ON } from "./words-passed-on.ts";

const ROW = /^(!?)(.*?): ([“(])(.*)[”)]$/su;

/** A row of the table: what has to be found, or must not be. */
function readRow(row: string) {
  const [, not, speaker = "", mark, words = ""] = ROW.exec(row) ?? [];
  expect(words, `not a row: ${row}`).not.toBe("");
  return { isExpected: not === "", speaker, speech: mark === "“" ? "direct" : "reported", words };
}

/** A label as one compares it: "The EU" is "the EU". */
const plain = (label: string) => label.replace(/^(?:the|a|an) /i, "").toLowerCase();

const TABLES = { ...WHOSE_WORDS, ...WORDS_BY_NAME, ...WORDS_PASSED_ON };

describe.each(Object.entries(TABLES))("%s", (_, cases) => {
  test.each(cases.map(([text, ...said]) => ({ text, said })))("$text", ({ text, said }) => {
    const statements = annotateStatements(text);
    const failed = said.filter((row) => {
      const { isExpected, speaker, speech, words } = readRow(row);
      const found = statements.some(
        (one) =>
          one.speech === speech &&
          text.slice(one.start, one.end).includes(words) &&
          (speaker === "*" || (speaker === "?" ? one.speaker === null : plain(one.speaker ?? "") === plain(speaker))),
      );
      return found !== isExpected;
    });
    expect(failed).toEqual([]);
  });
});
