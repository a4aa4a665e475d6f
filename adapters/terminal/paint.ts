import { styleText } from "node:util";
import type { ColumnsOf } from "./columns.ts";
import type { Line, Look, Piece } from "./wrap.ts";

/** What a terminal can show: its width in columns, what a text takes of them, and whether it has colours and hyperlinks. */
export interface TerminalStyle {
  readonly width: number;
  readonly columnsOf: ColumnsOf;
  readonly colour: boolean;
  readonly links: boolean;
}

/** The line as the terminal is to receive it, with no more than it can show. */
export function paintLine(line: Line, style: TerminalStyle): string {
  return line.map((piece) => paintPiece(piece, style)).join("");
}

function paintPiece({ text, look, link }: Piece, style: TerminalStyle): string {
  const painted = style.colour ? paintLook(text, look) : text;
  return link !== undefined && style.links ? `\u001B]8;;${link}\u001B\\${painted}\u001B]8;;\u001B\\` : painted;
}

function paintLook(text: string, look: Look): string {
  // The caller has looked at the terminal already; left to itself, styleText would look at standard output.
  const format = (name: "bold" | "dim" | "yellow") => styleText(name, text, { validateStream: false });
  switch (look) {
    case "plain":
      return text;
    case "bold":
      return format("bold");
    case "dim":
      return format("dim");
    case "warning":
      return format("yellow");
  }
}
