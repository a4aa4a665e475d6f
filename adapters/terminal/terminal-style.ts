import type { WriteStream } from "node:tty";
import { styleText } from "node:util";
import type { ColumnsOf, Line, Piece } from "./wrap.ts";

/** What a terminal can show: its width in columns, what a text takes of them, and whether it has colours and hyperlinks. */
export interface TerminalStyle {
  readonly width: number;
  readonly columnsOf: ColumnsOf;
  readonly colour: boolean;
  readonly links: boolean;
}

const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, however wide the window is. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 20;

type Variables = Readonly<NodeJS.ProcessEnv>;
type OutputStream = Pick<WriteStream, "isTTY"> & Partial<Pick<WriteStream, "columns" | "hasColors">>;

/** What can be shown on `stream`: for a pipe 80 columns of plain text, unless FORCE_COLOR says otherwise. */
export function detectStyle(stream: OutputStream, env: Variables, columnsOf: ColumnsOf): TerminalStyle {
  const columns = stream.columns || DEFAULT_WIDTH;
  return {
    width: Math.max(MIN_WIDTH, Math.min(columns, MAX_WIDTH)),
    columnsOf,
    colour: hasColour(stream, env),
    links: hasLinks(stream, env),
  };
}

function hasColour(stream: OutputStream, env: Variables): boolean {
  if (env.FORCE_COLOR) return !["0", "false"].includes(env.FORCE_COLOR);
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== "dumb" && (stream.hasColors?.({ ...env }) ?? false);
}

const LINKING_PROGRAMS = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby"];
const LINKING_TERMINALS = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm"];
const FIRST_LINKING_VTE = 5000;

/** Terminals cannot be asked, so only those are trusted that are known to have hyperlinks. */
function hasLinks(stream: OutputStream, env: Variables): boolean {
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== "0";
  if (stream.isTTY !== true || env.TERM === "dumb" || env.CI) return false;
  return (
    LINKING_PROGRAMS.includes(env.TERM_PROGRAM ?? "") ||
    LINKING_TERMINALS.includes(env.TERM ?? "") ||
    Number(env.VTE_VERSION ?? 0) >= FIRST_LINKING_VTE ||
    [env.WT_SESSION, env.KONSOLE_VERSION, env.KITTY_WINDOW_ID].some(Boolean)
  );
}

/** The line as the terminal is to receive it, with no more than it can show. */
export function paintLine(line: Line, style: TerminalStyle): string {
  return line.map((piece) => paintPiece(piece, style)).join("");
}

const FORMATS = { bold: "bold", dim: "dim", warning: "yellow" } as const;

function paintPiece({ text, look, link }: Piece, style: TerminalStyle): string {
  // The caller has looked at the terminal already; left to itself, styleText would look at standard output.
  const isPainted = style.colour && look !== "plain";
  const painted = isPainted ? styleText(FORMATS[look], text, { validateStream: false }) : text;
  return link !== undefined && style.links ? `\u001B]8;;${link}\u001B\\${painted}\u001B]8;;\u001B\\` : painted;
}
