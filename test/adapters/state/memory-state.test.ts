import { describe } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { testState } from "./state-contract.ts";

describe("a state in memory", () => {
  testState(async () => createMemoryState());
});
