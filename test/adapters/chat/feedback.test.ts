import { describe, expect, it } from "vitest";
import { createFeedback } from "../../../adapters/chat/feedback.ts";
import { createMemoryState } from "../../../adapters/chat/memory-state.ts";

describe("feedback", () => {
  it("counts the last vote of a person, and keeps the reason given for it", async () => {
    const state = createMemoryState();
    const feedback = createFeedback(state);
    await feedback.vote("a1", "slack:T:U", "up");
    await feedback.vote("a1", "slack:T:U", "down");
    await feedback.explain("a1", "slack:T:U", "wrong speaker");
    await feedback.vote("a1", "slack:T:U", "down");
    expect(await state.get("feedback:a1:slack:T:U")).toEqual({ vote: "down", reason: "wrong speaker" });
    await feedback.vote("a1", "slack:T:U", "up");
    expect(await state.get("feedback:a1:slack:T:U")).toEqual({ vote: "up", reason: null });
  });
});
