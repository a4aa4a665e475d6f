import { describe, expect, it } from "vitest";
import { createConversations } from "../../../adapters/conversation/conversations.ts";
import { createFeedback } from "../../../adapters/conversation/feedback.ts";
import { forgetEntries } from "../../../adapters/conversation/forget.ts";
import type { State } from "../../../adapters/conversation/state.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createRecordedObserver } from "../recorded-observer.ts";

const HOUR_MS = 3_600_000;
const ANNA = { platform: "slack", person: "U0ANNA" };
const BEN = { platform: "slack", person: "U0ANNABEN" };
const NONE = { votes: 0, pending: 0, answers: 0, conversations: 0, limits: 0, others: 0 };

/** Keeps the question behind an answer. */
const keepAnswer = (state: State, id: string, text: string, earlier: readonly string[] = []) =>
  state.set(`answer:${id}`, { text, earlier }, HOUR_MS);

/** Keeps a question that is being answered. */
const keepPending = (state: State, key: string, { person }: typeof ANNA, answerId: string) =>
  state.set(`pending:slack:${key}`, { question: { place: { user: person }, answerId } }, HOUR_MS);

describe("forgetting a person", () => {
  it("removes their votes and reasons, what is being answered for them, and their direct messages", async () => {
    const state = createMemoryState();
    const feedback = createFeedback(state, createRecordedObserver());
    const conversations = createConversations(state);
    for (const who of [ANNA, BEN]) {
      await feedback.explain("a1", who, "Nobody is named.");
      await keepPending(state, who.person, who, `of ${who.person}`);
      await conversations.remember(`slack:T1:dm:${who.person}`, "dm", "what did Brandt say");
    }
    expect(await forgetEntries(state, ANNA.person, [])).toEqual({ ...NONE, votes: 1, pending: 1, conversations: 1 });
    expect(await state.keys("")).toEqual([
      "feedback:a1:slack:U0ANNABEN",
      "pending:slack:U0ANNABEN",
      "conversation:slack:T1:dm:U0ANNABEN",
    ]);
  });

  it("removes the questions that are known to be theirs, and leaves the same words of others", async () => {
    const state = createMemoryState();
    const conversations = createConversations(state);
    const thread = ["what did Brandt say", "and Lind?", "when?"];
    for (const question of thread) await conversations.remember("slack:C1:1", "command", question);
    for (const question of ["who pays?", "and Lind?"]) await conversations.remember("slack:C1:2", "mention", question);
    await keepAnswer(state, "theirs", "and Lind?", ["what did Brandt say"]);
    await keepAnswer(state, "after", "when?", ["what did Brandt say", "and Lind?"]);
    await keepAnswer(state, "before", "what did Brandt say");
    await keepAnswer(state, "elsewhere", "and Lind?", ["who pays?"]);
    await keepPending(state, "1", ANNA, "pending");
    await keepAnswer(state, "pending", "who pays for it?");

    const forgotten = await forgetEntries(state, ANNA.person, ["theirs", "long gone"]);
    expect(forgotten).toEqual({ ...NONE, pending: 1, answers: 3, conversations: 1 });
    expect(await state.keys("answer:")).toEqual(["answer:before", "answer:elsewhere"]);
    expect(await conversations.find("slack:C1:1")).toEqual({
      openedBy: "command",
      questions: ["what did Brandt say", "when?"],
    });
    expect((await conversations.find("slack:C1:2"))?.questions).toEqual(["who pays?", "and Lind?"]);
  });

  it("takes the first question of a thread for theirs where nobody else began one with the same words", async () => {
    const state = createMemoryState();
    const conversations = createConversations(state);
    const asked = async (place: string, ...questions: readonly string[]) => {
      for (const question of questions) await conversations.remember(place, "command", question);
    };
    await asked("slack:C1:1", "where does Anna live?", "when?");
    await asked("slack:C1:2", "what did Brandt say", "and Lind?");
    await asked("slack:C1:3", "what did Brandt say");
    await keepAnswer(state, "unique", "where does Anna live?");
    await keepAnswer(state, "common", "what did Brandt say");
    await keepAnswer(state, "another's", "what did Brandt say");
    await keepAnswer(state, "another's next", "and Lind?", ["what did Brandt say"]);
    expect(await forgetEntries(state, ANNA.person, ["unique", "common"])).toEqual({
      ...NONE,
      answers: 2,
      conversations: 1,
    });
    expect(await state.keys("answer:")).toEqual(["answer:another's", "answer:another's next"]);
    expect((await conversations.find("slack:C1:1"))?.questions).toEqual(["when?"]);
    expect((await conversations.find("slack:C1:2"))?.questions).toEqual(["what did Brandt say", "and Lind?"]);
  });

  it("removes whatever else bears their id, but not the workspace's installation", async () => {
    const state = createMemoryState();
    await state.set("new:slack:U0ANNA:thing", true, HOUR_MS);
    await state.set("new:1", { deep: [{ who: "U0ANNA" }] }, HOUR_MS);
    await state.set("new:2", { text: "U0ANNA is named in a question" }, HOUR_MS);
    await state.set("slack:installation:T1", { user: { id: "U0ANNA" }, bot: { token: "xoxb-1" } }, HOUR_MS);
    expect(await forgetEntries(state, ANNA.person, [])).toEqual({ ...NONE, others: 2 });
    expect(await state.keys("")).toEqual(["new:2", "slack:installation:T1"]);
  });

  it("finds nothing of somebody who never asked", async () => {
    const state = createMemoryState();
    await keepAnswer(state, "a1", "who pays?");
    expect(await forgetEntries(state, "U0NOBODY", [])).toEqual(NONE);
    expect(await state.keys("")).toHaveLength(1);
  });
});
