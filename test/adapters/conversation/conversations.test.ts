import { describe, expect, it } from "vitest";
import { createConversations, DM_SILENCE_MS } from "../../../adapters/conversation/conversations.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";

describe("a conversation", () => {
  it("hands every question those that were asked before it, oldest first", async () => {
    const conversations = createConversations(createMemoryState());
    expect(await conversations.remember("t", "mention", "what did Lavrov say")).toEqual([]);
    expect(await conversations.remember("t", "mention", "and Putin?")).toEqual(["what did Lavrov say"]);
    expect(await conversations.remember("t", "mention", "when?")).toEqual(["what did Lavrov say", "and Putin?"]);
  });

  it("takes a question that is asked again right away for the same one", async () => {
    const conversations = createConversations(createMemoryState());
    await conversations.remember("t", "mention", "what did Lavrov say");
    await conversations.remember("t", "mention", "and Putin?");
    expect(await conversations.remember("t", "mention", "and Putin?")).toEqual(["what did Lavrov say"]);
  });

  it("puts a question that was changed in the place of the one that it was, whatever was asked since", async () => {
    const conversations = createConversations(createMemoryState());
    for (const question of ["what did Lavrov say", "and Ptuin?", "when?"])
      await conversations.remember("t", "mention", question);
    const earlier = await conversations.remember("t", "mention", "and Putin?", { instead: "and Ptuin?" });
    expect(earlier).toEqual(["what did Lavrov say"]);
    expect((await conversations.find("t"))?.questions).toEqual(["what did Lavrov say", "and Putin?", "when?"]);
  });

  it("remembers what a question is about, once, for those that come after it", async () => {
    const conversations = createConversations(createMemoryState());
    const also = { context: "Lavrov is back in Moscow." };
    for (let time = 0; time < 2; time += 1) await conversations.remember("t", "mention", "what did he say?", also);
    expect(await conversations.remember("t", "mention", "when?")).toEqual([also.context, "what did he say?"]);
  });

  it("is apart from the conversation next to it", async () => {
    const conversations = createConversations(createMemoryState());
    await conversations.remember("one", "mention", "what did Lavrov say");
    expect(await conversations.remember("two", "mention", "and Putin?")).toEqual([]);
  });

  it("keeps the way it was opened", async () => {
    const conversations = createConversations(createMemoryState());
    await conversations.remember("t", "command", "what did Lavrov say");
    await conversations.remember("t", "mention", "and Putin?");
    expect(await conversations.find("t")).toMatchObject({ openedBy: "command" });
  });

  it("remembers the last ten questions, each cut at 500 characters", async () => {
    const conversations = createConversations(createMemoryState());
    for (let n = 0; n < 12; n += 1) await conversations.remember("t", "mention", `${n} ${"x".repeat(1000)}`);
    const { questions } = (await conversations.find("t")) ?? { questions: [] };
    expect(questions.map((question) => Number.parseInt(question, 10))).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(questions.every((question) => question.length === 500)).toBe(true);
  });

  it("begins anew in a direct message after half an hour of silence, and goes on in a thread", async () => {
    let now = 0;
    const conversations = createConversations(createMemoryState(() => now));
    await conversations.remember("dm", "dm", "what did Lavrov say");
    await conversations.remember("thread", "command", "what did Lavrov say");
    now = DM_SILENCE_MS - 1;
    expect(await conversations.remember("dm", "dm", "and Putin?")).toHaveLength(1);
    now += DM_SILENCE_MS;
    expect(await conversations.find("dm")).toBeNull();
    expect(await conversations.find("thread")).not.toBeNull();
  });

  it("is not found where the state holds something else", async () => {
    const state = createMemoryState();
    await state.set("conversation:t", ["no conversation"], 1000);
    expect(await createConversations(state).find("t")).toBeNull();
  });
});
