import { describe, expect, it } from "vitest";
import { detectStyle as detect } from "../../../adapters/terminal/terminal-style.ts";

const terminal = (columns: number) => ({ isTTY: true, columns, hasColors: () => true });
const pipe = { isTTY: false };
const columnsOf = (text: string) => text.length;
const detectStyle = (stream: Parameters<typeof detect>[0], env: NodeJS.ProcessEnv) => detect(stream, env, columnsOf);

describe("a terminal", () => {
  it("is written to its width, up to what is good to read", () => {
    expect(detectStyle(terminal(60), {}).width).toBe(60);
    expect(detectStyle(terminal(240), {}).width).toBe(100);
  });

  it("shows colours unless it is dumb or NO_COLOR is set", () => {
    expect(detectStyle(terminal(80), { TERM: "xterm" }).colour).toBe(true);
    expect(detectStyle(terminal(80), { TERM: "dumb" }).colour).toBe(false);
    expect(detectStyle(terminal(80), { NO_COLOR: "1" }).colour).toBe(false);
    expect(detectStyle(terminal(80), { NO_COLOR: "" }).colour).toBe(true);
  });

  it("shows links only where it is known for them", () => {
    expect(detectStyle(terminal(80), { TERM: "xterm" }).links).toBe(false);
    expect(detectStyle(terminal(80), { TERM: "xterm-kitty" }).links).toBe(true);
    expect(detectStyle(terminal(80), { TERM_PROGRAM: "iTerm.app" }).links).toBe(true);
    expect(detectStyle(terminal(80), { VTE_VERSION: "4999" }).links).toBe(false);
    expect(detectStyle(terminal(80), { VTE_VERSION: "6003" }).links).toBe(true);
    expect(detectStyle(terminal(80), { VTE_VERSION: "6003", TERM: "dumb" }).links).toBe(false);
  });
});

describe("a pipe", () => {
  it("gets 80 columns of plain text", () => {
    expect(detectStyle(pipe, { TERM: "xterm-kitty", COLORTERM: "truecolor" })).toEqual({
      width: 80,
      columnsOf,
      colour: false,
      links: false,
    });
  });

  it("gets colours where FORCE_COLOR asks for them, which goes before NO_COLOR", () => {
    expect(detectStyle(pipe, { FORCE_COLOR: "1", NO_COLOR: "1" }).colour).toBe(true);
    expect(detectStyle(terminal(80), { FORCE_COLOR: "0" }).colour).toBe(false);
  });
});
