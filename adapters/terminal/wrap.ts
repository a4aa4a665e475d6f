/** How many columns of a terminal a text takes. */
export type ColumnsOf = (text: string) => number;

// Latin and Cyrillic letters and the usual marks, each one column wide.
const ONE_COLUMN_EACH = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u0400-\u0482\u048A-\u052F\u2010-\u201F\u2026]*$/;

/** Measures any text. Node takes 20 to 35 ms to read the patterns of this library, most of it for flags and emoji. */
export async function loadColumns(): Promise<ColumnsOf> {
  const { default: stringWidth } = await import("string-width");
  return (text) => (ONE_COLUMN_EACH.test(text) ? text.length : stringWidth(text));
}

/**
 * What `layOut` makes of the widths of its texts. It is called with simple widths, and once more with true ones where
 * there is a text that needs them.
 */
export async function layOutInColumns(layOut: (columnsOf: ColumnsOf) => string): Promise<string> {
  let isSimple = true;
  const laidOut = layOut((text) => {
    isSimple &&= ONE_COLUMN_EACH.test(text);
    return text.length;
  });
  return isSimple ? laidOut : layOut(await loadColumns());
}

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
