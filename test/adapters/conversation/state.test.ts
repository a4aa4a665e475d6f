import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";

describe("the state in memory", () => {
  it("gives back a copy of what was set", async () => {
    const state = createMemoryState();
    const questions = ["what did Lavrov say"];
    await state.set("a", { questions }, 1000);
    questions.push("and Putin?");
    expect(await state.get("a")).toEqual({ questions: ["what did Lavrov say"] });
  });

  it("forgets a value when its time is over", async () => {
    let now = 0;
    const state = createMemoryState(() => now);
    await state.set("a", 1, 1000);
    now = 999;
    expect(await state.get("a")).toBe(1);
    now = 1000;
    expect(await state.get("a")).toBeNull();
  });

  it("lets one caller claim a key until it expires", async () => {
    let now = 0;
    const state = createMemoryState(() => now);
    const claims = await Promise.all([state.claim("event", 1000), state.claim("event", 1000)]);
    expect(claims).toEqual([true, false]);
    now = 1000;
    expect(await state.claim("event", 1000)).toBe(true);
  });

  it("lets a key be claimed again once it is deleted", async () => {
    const state = createMemoryState();
    await state.claim("event", 1000);
    await state.delete("event");
    expect(await state.claim("event", 1000)).toBe(true);
  });
});
