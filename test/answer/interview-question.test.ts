import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const INTRO = "Ottilie Brandt has tuned the town's organ since 1998. She spoke to the Mirror in the loft.";

/** The same conversation, as four houses print one. */
const PRINTED: Record<string, string> = {
  "by the outlet's name": `${INTRO}

MIRROR: How many pipes are there?

BRANDT: Two thousand, and one that nobody has ever heard.

MIRROR: Would you sell it to the cathedral?

BRANDT: Only if they take me with it.`,
  "by letters": `${INTRO}

Q: How many pipes are there?

A: Two thousand, and one that nobody has ever heard.

Q: Would you sell it to the cathedral?

A: Only if they take me with it.`,
  "in bold": `${INTRO}

**How many pipes are there?**

Two thousand, and one that nobody has ever heard.

**Would you sell it to the cathedral?**

Only if they take me with it.`,
};

describe.each(Object.entries(PRINTED))("an interview printed %s", (_, body) => {
  const engine = createEngine(corpusOf(story("organ", body)));
  const ask = async (text: string) => (await engine.ask({ text })).passages[0];

  test("answers with an answer, and with the question that it answers", async () => {
    const first = await ask("would Brandt sell the organ to the cathedral?");
    expect(first?.text).toContain("Only if they take me with it.");
    expect(first?.interviewQuestion?.text).toBe("Would you sell it to the cathedral?");
  });

  test("has the question where it says that it stands", async () => {
    const question = (await ask("how many pipes are there"))?.interviewQuestion;
    expect(body.slice(question?.start, question?.end)).toBe("How many pipes are there?");
  });

  test("takes a number for one of what its question asks to count", async () => {
    const { outcome, passages } = await engine.ask({ text: "how many pipes are there" });
    expect(outcome).toBe("answered");
    expect(passages[0]?.text).toContain("Two thousand");
  });

  test("never gives a question for an answer", async () => {
    const { passages, more } = await engine.ask({ text: "would you sell it to the cathedral" });
    expect([...passages, ...more].filter(({ text }) => text.includes("?"))).toEqual([]);
  });
});

test("what is only remarked ends a question: neither it nor its answer is shown with one", async () => {
  const body = `${INTRO}

MIRROR: How many pipes are there?

BRANDT: Two thousand, and one that nobody has ever heard.

MIRROR: The bishop says that the bellows leak.

BRANDT: The bishop has never seen the bellows.

MIRROR: Would you sell it to the cathedral?

BRANDT: Only if they take me with it.`;
  const { passages, more } = await createEngine(corpusOf(story("organ", body))).ask({ text: "bellows" });
  const ofBellows = [...passages, ...more].filter(({ text }) => text.includes("bellows"));
  expect(ofBellows.length).toBeGreaterThan(0);
  expect(ofBellows.map(({ interviewQuestion }) => interviewQuestion)).toEqual(ofBellows.map(() => null));
});

test("a speaker who asks once among other things is quoted with it", async () => {
  const debate = `Lena Moor and Idris Pike met on Thursday.

MOOR: The bridge is ours. Who else paid for it?

PIKE: The county paid for half of the bridge.

MOOR: The county paid for the lamps.`;
  const { passages, more } = await createEngine(corpusOf(story("debate", debate))).ask({
    text: "what did Moor say about the bridge",
  });
  expect([...passages, ...more].some(({ text }) => text.includes("The bridge is ours."))).toBe(true);
});

test("a passage of no interview has no question, though a heading asks one", async () => {
  const body =
    "The ferry stops in May.\n\nWill it ever sail again?\n\nThe owner has sold the ferry to a museum.\n\nThe crew found other ships.";
  const { passages } = await createEngine(corpusOf(story("ferry", body))).ask({ text: "who bought the ferry" });
  expect(passages.map(({ interviewQuestion }) => interviewQuestion)).toEqual(passages.map(() => null));
});
