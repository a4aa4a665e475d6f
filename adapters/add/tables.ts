import { countWords, endsSentence } from "./characters.ts";
import type { PageNode } from "./page.ts";

interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  /** Whether all of its text is bold, as where a page has no other way to tell a header. */
  readonly isBold: boolean;
}

/** A row as a grid has it: a cell that spans columns or rows stands in each of its places. */
type Row = readonly (Cell | null)[];

const MAX_SPAN = 100;
const MAX_COLUMNS = 60;
const MAX_CELL_WORDS = 40;
const NUMBER = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3}\.?)?$/u;
// Columns that can be sorted show it.
const SORT_SIGN = /[\s▲▼△▽↑↓↕⇅⇵]+$/u;

/**
 * The rows of a table as paragraphs, in each of which a cell stands behind the name of its column: "Year: 2023; Sheep killed:
 * 1,017." `null` where the table only places things on the page. `textOf` reads a cell as one line.
 */
export function rowsOf(table: PageNode, textOf: (cell: PageNode) => string): readonly string[] | null {
  const grid = gridOf(table, textOf);
  if (!isData(table, grid)) return null;
  const headers = headerRows(grid);
  const names = namesOfColumns(headers);
  const body = grid.slice(headers.length);
  const captions = [...table.children].filter((child) => child.localName === "caption").map(textOf);
  return [...captions, ...body.map((row) => sentenceOf(row, names))].filter((line) => line !== "");
}

function gridOf(table: PageNode, textOf: (cell: PageNode) => string): readonly Row[] {
  const rows = [...table.querySelectorAll("tr")];
  const grid: (Cell | null)[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const child of row.children) {
      if (child.localName !== "td" && child.localName !== "th") continue;
      const text = textOf(child);
      const isHeader = child.localName === "th" || row.parentElement?.localName === "thead";
      const isBold = [...child.querySelectorAll("b, strong")].map(textOf).join(" ") === text;
      while (grid[at]?.[column] !== undefined) column++;
      const right = Math.min(column + spanOf(child, "colspan"), MAX_COLUMNS);
      const bottom = Math.min(at + spanOf(child, "rowspan"), rows.length);
      const cell = { text, isHeader, isBold };
      for (const covered of grid.slice(at, bottom)) for (let x = column; x < right; x++) covered[x] = cell;
      column = right;
    }
  });
  return grid.map((cells) => Array.from(cells, (cell) => cell ?? null));
}

function spanOf(cell: PageNode, attribute: string): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? "1", 10);
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

/** A table of data has names for its columns or rows, or is at least two columns of short cells. */
function isData(table: PageNode, grid: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute("role") ?? "")) return false;
  for (const _ of table.querySelectorAll("table")) return false;
  const cells = grid.flat().filter((cell) => cell !== null);
  const columns = Math.max(0, ...grid.map((row) => row.length));
  if (columns < 2 || cells.some(({ text }) => countWords(text) > MAX_CELL_WORDS)) return false;
  return grid.length >= 2 || cells.some((cell) => cell.isHeader);
}

/** The rows that name the columns: the first ones of headers, else a first one that is unlike the others. */
function headerRows(grid: readonly Row[]): readonly Row[] {
  const all = (row: Row, holds: (cell: Cell) => boolean) =>
    row.every((cell) => cell === null || cell.text === "" || holds(cell));
  const named = grid.findIndex((row) => row.length < 2 || !all(row, ({ isHeader }) => isHeader));
  if (named > 0) return grid.slice(0, named);
  const [first, ...others] = grid;
  if (first === undefined || others.length === 0 || grid.flat().some((cell) => cell?.isHeader)) return [];
  const isBold = (row: Row) => all(row, (cell) => cell.isBold);
  const hasNoNumber = (row: Row) => all(row, ({ text }) => !NUMBER.test(text));
  const isUnlike = isBold(first) && !others.some(isBold);
  const isOverNumbers = first.length > 2 || others.length > 1;
  return isUnlike || (isOverNumbers && hasNoNumber(first) && !others.some(hasNoNumber)) ? [first] : [];
}

/** The name of each column: what stands over it, from the top down, each once. */
function namesOfColumns(headers: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...headers.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = headers.map((row) => row[column]?.text.replace(SORT_SIGN, "") ?? "");
    return texts
      .filter((text, at) => text !== "" && text !== texts[at - 1])
      .join(" ")
      .replace(/\s*:$/, "");
  });
}

function sentenceOf(cells: Row, names: readonly string[]): string {
  const shown = cells.map((cell, column) => ({ cell, name: names[column] ?? "" }));
  // A cell that spans several columns is one; one that spans all of them names the rows below it.
  const own = shown.filter(({ cell }, at) => cell !== null && cell.text !== "" && cell !== shown[at - 1]?.cell);
  const [first] = own;
  if (first?.cell && own.length === 1 && cells.length > 1 && cells.every((cell) => cell === first.cell))
    return first.cell.text;
  const [label, ...values] = own;
  if (label?.cell && values.length > 0 && names.every((name) => name === ""))
    return closed(`${label.cell.text.replace(/\s*:$/, "")}: ${values.map(({ cell }) => cell?.text).join("; ")}`);
  return closed(own.map(({ cell, name }) => (name === "" ? cell?.text : `${name}: ${cell?.text}`)).join("; "));
}

function closed(line: string): string {
  return line === "" || endsSentence(line) ? line : `${line}.`;
}
