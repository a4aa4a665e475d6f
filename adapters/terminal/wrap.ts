import type { ColumnsOf } from "./columns.ts";

/** How a stretch of text looks. */
export type Look = "plain" | "bold" | "dim" | "warning";

/** A stretch of printable text in one look; `link` is the address it leads to. */
export interface Piece {
  readonly text: string;
  readonly look: Look;
  readonly link?: string;
}

/** One printed line. */
export type Line = readonly Piece[];

interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** The blank before the word, in the look of its surroundings. */
  readonly blank: Piece;
}

/**
 * Breaks pieces into lines of at most `width` columns, at blanks; a word that is wider than a line is cut between
 * characters. The text itself is never changed, as a verbatim quotation must not be.
 */
export function wrap(pieces: readonly Piece[], width: number, columnsOf: ColumnsOf): Line[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  const breakLine = () => {
    lines.push([]);
    used = 0;
  };
  const put = (piece: Piece, columns: number) => {
    append(lines.at(-1) ?? [], piece);
    used += columns;
  };
  for (const word of splitWords(pieces, columnsOf)) {
    const fits = used + 1 + word.width <= width;
    if (used > 0 && (fits || word.width > width) && used + 1 < width) put(word.blank, 1);
    else if (used > 0) breakLine();
    for (const piece of word.width > width ? word.pieces.flatMap(splitCharacters) : word.pieces) {
      const columns = columnsOf(piece.text);
      if (used > 0 && used + columns > width && word.width > width) breakLine();
      put(piece, columns);
    }
  }
  return lines;
}

function splitWords(pieces: readonly Piece[], columnsOf: ColumnsOf): Word[] {
  const words: { pieces: Piece[]; blank: Piece }[] = [{ pieces: [], blank: { text: " ", look: "plain" } }];
  for (const piece of pieces)
    piece.text.split(/ +/).forEach((text, at) => {
      if (at > 0) words.push({ pieces: [], blank: { ...piece, text: " " } });
      if (text !== "") words.at(-1)?.pieces.push({ ...piece, text });
    });
  return words
    .filter((word) => word.pieces.length > 0)
    .map((word) => ({ ...word, width: columnsOf(word.pieces.map(({ text }) => text).join("")) }));
}

function splitCharacters(piece: Piece): Piece[] {
  return [...new Intl.Segmenter().segment(piece.text)].map(({ segment }) => ({ ...piece, text: segment }));
}

function append(line: Piece[], piece: Piece): void {
  const last = line.at(-1);
  if (last?.look === piece.look && last.link === piece.link)
    line[line.length - 1] = { ...last, text: last.text + piece.text };
  else line.push(piece);
}
