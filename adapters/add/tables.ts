import { countWords, endsSentence } from "./characters.ts";
import type { PageNode } from "./page.ts";

interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly node: PageNode;
}

/** A row as a grid has it: a cell that spans columns or rows stands in each of its places. */
interface Row {
  readonly cells: readonly (Cell | null)[];
  readonly inHead: boolean;
}

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
  const headers = headerRows(grid, textOf);
  const names = namesOfColumns(headers);
  const body = grid.slice(headers.length);
  const captions = [...table.children].filter((child) => child.localName === "caption").map(textOf);
  return [...captions, ...body.map((row) => sentenceOf(row, names))].filter((line) => line !== "");
}

function gridOf(table: PageNode, textOf: (cell: PageNode) => string): readonly Row[] {
  const rows = rowElements(table);
  const grid: (Cell | null)[][] = rows.map(() => []);
  rows.forEach(({ node }, at) => {
    let column = 0;
    for (const child of node.children) {
      if (child.localName !== "td" && child.localName !== "th") continue;
      const cell = { text: textOf(child), isHeader: child.localName === "th", node: child };
      while (grid[at]?.[column] !== undefined) column++;
      const right = Math.min(column + spanOf(child, "colspan"), MAX_COLUMNS);
      const bottom = Math.min(at + spanOf(child, "rowspan"), rows.length);
      for (const row of grid.slice(at, bottom)) for (let x = column; x < right; x++) row[x] = cell;
      column = right;
    }
  });
  return grid.map((cells, at) => ({
    cells: Array.from(cells, (cell) => cell ?? null),
    inHead: rows[at]?.inHead ?? false,
  }));
}

function rowElements(table: PageNode): readonly { readonly node: PageNode; readonly inHead: boolean }[] {
  return [...table.children].flatMap((part) => {
    if (part.localName === "tr") return [{ node: part, inHead: false }];
    if (!/^(?:thead|tbody|tfoot)$/.test(part.localName ?? "")) return [];
    return [...part.children]
      .filter((row) => row.localName === "tr")
      .map((node) => ({ node, inHead: part.localName === "thead" }));
  });
}

function spanOf(cell: PageNode, attribute: string): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? "1", 10);
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

/** A table of data has names for its columns or rows, or is at least two columns of short cells. */
function isData(table: PageNode, grid: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute("role") ?? "")) return false;
  for (const _ of table.querySelectorAll("table")) return false;
  const cells = grid.flatMap((row) => row.cells.filter((cell) => cell !== null));
  const columns = Math.max(0, ...grid.map((row) => row.cells.length));
  if (columns < 2 || cells.some(({ text }) => countWords(text) > MAX_CELL_WORDS)) return false;
  return grid.length >= 2 || cells.some((cell) => cell.isHeader);
}

/** The rows that name the columns: those of `thead`, else the first ones of `th`, else a first one that is unlike the others. */
function headerRows(grid: readonly Row[], textOf: (cell: PageNode) => string): readonly Row[] {
  const inHead = grid.findIndex((row) => !row.inHead);
  if (inHead > 0) return grid.slice(0, inHead);
  const isNaming = ({ cells }: Row) =>
    cells.length > 1 && cells.every((cell) => cell === null || cell.isHeader || cell.text === "");
  const named = grid.findIndex((row) => !isNaming(row));
  if (named > 0) return grid.slice(0, named);
  const [first, ...others] = grid;
  if (first === undefined || others.length === 0 || grid.some(({ cells }) => cells.some((cell) => cell?.isHeader)))
    return [];
  const isBold = ({ cells }: Row) =>
    cells.every((cell) => cell === null || cell.text === "" || isAllBold(cell, textOf));
  const isUnlike = isBold(first) && !others.some(isBold);
  const isOverNumbers = first.cells.length > 2 || others.length > 1;
  return isUnlike || (isOverNumbers && hasNoNumber(first) && others.every((row) => !hasNoNumber(row))) ? [first] : [];
}

function hasNoNumber({ cells }: Row): boolean {
  return cells.every((cell) => cell === null || !NUMBER.test(cell.text));
}

function isAllBold({ node, text }: Cell, textOf: (cell: PageNode) => string): boolean {
  return [...node.querySelectorAll("b, strong")].map(textOf).join(" ") === text;
}

/** The name of each column: what stands over it, from the top down, each once. */
function namesOfColumns(headers: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...headers.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = headers.map((row) => row.cells[column]?.text.replace(SORT_SIGN, "") ?? "");
    return texts
      .filter((text, at) => text !== "" && text !== texts[at - 1])
      .join(" ")
      .replace(/\s*:$/, "");
  });
}

function sentenceOf({ cells }: Row, names: readonly string[]): string {
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
