import { describe, expect, it } from "vitest";
import { createFeedback } from "../../../adapters/conversation/feedback.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createRecordedObserver } from "../recorded-observer.ts";

const ANNA = { platform: "slack", person: "U0ANNA" };

describe("feedback", () => {
  it("counts the last vote of a person, and keeps the reason given for it", async () => {
    const state = createMemoryState();
    const feedback = createFeedback(state, createRecordedObserver());
    await feedback.vote("a1", ANNA, "up");
    await feedback.vote("a1", ANNA, "down");
    await feedback.explain("a1", ANNA, "wrong speaker");
    await feedback.vote("a1", ANNA, "down");
    expect(await state.get("feedback:a1:slack:U0ANNA")).toEqual({ vote: "down", reason: "wrong speaker" });
    await feedback.vote("a1", ANNA, "up");
    expect(await state.get("feedback:a1:slack:U0ANNA")).toEqual({ vote: "up", reason: null });
  });

  it("is told to the observer when it changes, with what it takes the place of", async () => {
    const observer = createRecordedObserver();
    const feedback = createFeedback(createMemoryState(), observer);
    await feedback.vote("a1", ANNA, "down");
    await feedback.vote("a1", ANNA, "down");
    await feedback.explain("a1", ANNA, "old news");
    await feedback.vote("a1", ANNA, "up");
    expect(observer.seen).toEqual([
      "slack:U0ANNA votes down",
      "slack:U0ANNA votes down: old news",
      "slack:U0ANNA votes up instead of down",
    ]);
  });

  it("is one vote also where somebody presses both buttons at once", async () => {
    const observer = createRecordedObserver();
    const feedback = createFeedback(createMemoryState(), observer);
    await Promise.all([
      feedback.vote("a1", ANNA, "up"),
      feedback.vote("a1", ANNA, "up"),
      feedback.vote("a1", ANNA, "down"),
    ]);
    expect(observer.seen).toEqual(["slack:U0ANNA votes up", "slack:U0ANNA votes down instead of up"]);
  });
});
