import { describe, expect, it } from "vitest";
import { createTurns } from "../../../adapters/conversation/turns.ts";

describe("turns", () => {
  it("come one after the other within a conversation, also after a failure", async () => {
    const turns = createTurns();
    const log: string[] = [];
    const turn =
      (name: string, fails = false) =>
      async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    await Promise.allSettled([turns.take("t", turn("one", true)), turns.take("t", turn("two"))]);
    expect(log).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  });

  it("do not wait for another conversation", async () => {
    const turns = createTurns();
    void turns.take("t", () => new Promise(() => {}));
    expect(await turns.take("u", async () => "done")).toBe("done");
  });
});
