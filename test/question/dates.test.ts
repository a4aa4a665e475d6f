import { describe, expect, test } from "vitest";
import { firstDay, lastDay } from "../../src/question/dates.ts";

describe("a date", () => {
  test.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2025-04-24", "2025-04-24", "2025-04-24"],
  ])("%s begins on %s and ends on %s", (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  test.each(["2025-13", "2025-02-30", "25-04-24", "2025-4", "soon", "", "2025-04-24T10:00"])("“%s” is none", (date) => {
    expect([firstDay(date), lastDay(date)]).toEqual([null, null]);
  });
});
