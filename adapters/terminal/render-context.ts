import type { ContextParagraph, Passage } from "../../src/index.ts";
import type { TerminalStyle } from "./paint.ts";
import { printable } from "./printable.ts";
import { joinBlocks, quotationPieces, renderIndented, renderSource } from "./render-answer.ts";
import type { Piece } from "./wrap.ts";

const OPEN = "▸ ";
const CLOSE = " ◂";

/** A passage inside the paragraphs around it, marked also where there are no colours. */
export function renderContext(
  number: number,
  passage: Passage,
  paragraphs: readonly ContextParagraph[],
  style: TerminalStyle,
): string {
  const blocks = paragraphs.map((paragraph, at) =>
    renderIndented(at === 0 ? String(number) : "", contextPieces(paragraph, passage), style),
  );
  return joinBlocks([...blocks, renderSource(passage, style)]);
}

function contextPieces({ text, mark }: ContextParagraph, passage: Passage): Piece[] {
  const quiet = (part: string): Piece => ({ text: printable(part), look: "dim" });
  if (mark === null) return [quiet(text)];
  return [
    quiet(text.slice(0, mark.start)),
    { text: OPEN, look: "bold" },
    ...quotationPieces(passage),
    { text: CLOSE, look: "bold" },
    quiet(text.slice(mark.end)),
  ];
}
