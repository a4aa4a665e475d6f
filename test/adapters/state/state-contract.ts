import { expect, test, vi } from "vitest";
import type { State } from "../../../adapters/conversation/state.ts";

const HOUR_MS = 3_600_000;

/** What every state owes the bot. `open` gives a fresh one that the test may use until it ends. */
export function testState(open: () => Promise<State>): void {
  test("knows nothing that was not told", async () => {
    expect(await (await open()).get("nothing")).toBeNull();
  });

  test("gives back what it was told, and the last of it", async () => {
    const state = await open();
    const value = { list: [1, "two", null, true], "odd key: ü ❤ ' \"\n": { deep: ":colon" }, empty: "" };
    await state.set("key", "first", HOUR_MS);
    await state.set("key", value, HOUR_MS);
    expect(await state.get("key")).toEqual(value);
  });

  test("keeps keys apart, whatever they are made of", async () => {
    const state = await open();
    const keys = ["a", "A", "a:b", "a b", "../a", "ключ", "talks:a", "x".repeat(500)];
    for (const key of keys) await state.set(key, `of ${key}`, HOUR_MS);
    expect(await Promise.all(keys.map((key) => state.get(key)))).toEqual(keys.map((key) => `of ${key}`));
  });

  test("gives a copy, so that nobody changes what is kept", async () => {
    const state = await open();
    const told = { list: ["a"] };
    await state.set("key", told, HOUR_MS);
    told.list.push("b");
    expect(await state.get("key")).toEqual({ list: ["a"] });
  });

  test("forgets what it is told to forget, and what has expired", async () => {
    const state = await open();
    await state.set("deleted", 1, HOUR_MS);
    await state.set("short", 1, 40);
    await state.set("long", 1, HOUR_MS);
    await state.delete("deleted");
    await state.delete("never there");
    expect(await state.get("deleted")).toBeNull();
    await vi.waitFor(async () => expect(await state.get("short")).toBeNull());
    expect(await state.get("long")).toBe(1);
  });

  test("changes what is there without making it hold longer, and nothing else", async () => {
    const state = await open();
    await state.set("key", 1, 60);
    await state.replace("key", 2);
    await state.replace("never there", 2);
    expect([await state.get("key"), await state.get("never there")]).toEqual([2, null]);
    await vi.waitFor(async () => expect(await state.get("key")).toBeNull());
  });

  test("does what it is told in the order in which it is told, also where nobody waits", async () => {
    const state = await open();
    const told = [
      state.set("a", 1, HOUR_MS),
      state.delete("a"),
      state.set("b", 1, HOUR_MS),
      state.set("b", 2, HOUR_MS),
    ];
    await Promise.all(told);
    expect([await state.get("a"), await state.get("b")]).toEqual([null, 2]);
  });

  test("names the keys that begin alike, and no others", async () => {
    const state = await open();
    for (const key of ["p*:1", "p*:2", "p*:gone", "px:3", "p", "other"]) await state.set(key, 1, HOUR_MS);
    await state.delete("p*:gone");
    expect([...(await state.keys("p*:"))].sort()).toEqual(["p*:1", "p*:2"]);
    expect(await state.keys("nothing")).toEqual([]);
  });

  test("gives a claim to exactly one of those who want it at once", async () => {
    const state = await open();
    const claims = await Promise.all(Array.from({ length: 25 }, () => state.claim("event", HOUR_MS)));
    expect(claims.filter((claimed) => claimed)).toHaveLength(1);
    expect(await state.claim("event", HOUR_MS)).toBe(false);
    expect(await state.claim("another event", HOUR_MS)).toBe(true);
  });

  test("gives a claim again once it has expired or was released", async () => {
    const state = await open();
    await state.claim("short", 40);
    await vi.waitFor(async () => expect(await state.claim("short", HOUR_MS)).toBe(true));
    await state.delete("short");
    expect(await state.claim("short", HOUR_MS)).toBe(true);
  });

  test("takes many entries at once", async () => {
    const state = await open();
    const keys = Array.from({ length: 500 }, (_, n) => `key ${n}`);
    await Promise.all(keys.map((key, n) => state.set(key, n, HOUR_MS)));
    expect(await Promise.all(keys.map((key) => state.get(key)))).toEqual(keys.map((_, n) => n));
  });
}
