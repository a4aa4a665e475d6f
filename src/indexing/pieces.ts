import { deserialize, serialize } from "node:v8";

/** Lists are cut into pieces of so many items, and of so many bytes where one item is no larger: each is read in milliseconds. */
const MOST_ITEMS = 250;
const MOST_BYTES = 1 << 18;
/** An object with more fields than anybody writes down is a list by another name. */
const MOST_FIELDS = 50;
const LENGTH_BYTES = 4;

/** Items of a list, or a whole value, and the fields that lead to it from the outermost object. */
interface Piece {
  readonly path: readonly string[];
  readonly kind: "array" | "map" | "set" | "object" | "value";
  readonly items: readonly unknown[];
}

/**
 * Plain data as bytes that are read a piece at a time. What is shared within one item of a list is stored once and shared
 * again; what several items share may come back as several.
 */
export function packInPieces(data: object): Uint8Array {
  return Buffer.concat(piecesOf([], data).flatMap(pack));
}

/** What `packInPieces` was given. @param breathe is awaited between the pieces. */
export async function unpackInPieces(bytes: Uint8Array, breathe: () => Promise<unknown>): Promise<unknown> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holders = new Map<string, unknown>();
  for (let at = 0; at < buffer.length; ) {
    const end = at + LENGTH_BYTES + buffer.readUInt32LE(at);
    put(deserialize(buffer.subarray(at + LENGTH_BYTES, end)) as Piece, holders);
    at = end;
    await breathe();
  }
  return holders.get(keyOf([]));
}

function piecesOf(path: readonly string[], value: unknown): Piece[] {
  if (Array.isArray(value)) return cut(path, "array", value);
  if (value instanceof Map) return cut(path, "map", [...value]);
  if (value instanceof Set) return cut(path, "set", [...value]);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return [{ path, kind: "value", items: [value] }];
  const fields = Object.entries(value);
  if (fields.length > MOST_FIELDS) return cut(path, "object", fields);
  return [{ path, kind: "object", items: [] }, ...fields.flatMap(([name, own]) => piecesOf([...path, name], own))];
}

function cut(path: readonly string[], kind: Piece["kind"], items: readonly unknown[]): Piece[] {
  const pieces: Piece[] = [{ path, kind, items: items.slice(0, MOST_ITEMS) }];
  for (let at = MOST_ITEMS; at < items.length; at += MOST_ITEMS)
    pieces.push({ path, kind, items: items.slice(at, at + MOST_ITEMS) });
  return pieces;
}

function pack(piece: Piece): Buffer[] {
  const bytes = serialize(piece);
  const half = Math.ceil(piece.items.length / 2);
  if (bytes.length > MOST_BYTES && half < piece.items.length)
    return [piece.items.slice(0, half), piece.items.slice(half)].flatMap((items) => pack({ ...piece, items }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  return [length, bytes];
}

function put({ path, kind, items }: Piece, holders: Map<string, unknown>): void {
  const holder = holders.get(keyOf(path)) ?? begin(kind, items);
  if (!holders.has(keyOf(path))) {
    holders.set(keyOf(path), holder);
    const around = holders.get(keyOf(path.slice(0, -1)));
    if (path.length > 0) Object.assign(around ?? {}, { [path.at(-1) ?? ""]: holder });
  }
  if (kind === "value") return;
  if (Array.isArray(holder)) for (const item of items) holder.push(item);
  else if (holder instanceof Set) for (const item of items) holder.add(item);
  else if (holder instanceof Map) for (const [key, value] of items as [unknown, unknown][]) holder.set(key, value);
  else Object.assign(holder as object, Object.fromEntries(items as [string, unknown][]));
}

function begin(kind: Piece["kind"], items: readonly unknown[]): unknown {
  switch (kind) {
    case "array":
      return [];
    case "map":
      return new Map();
    case "set":
      return new Set();
    case "object":
      return {};
    case "value":
      return items[0];
  }
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
