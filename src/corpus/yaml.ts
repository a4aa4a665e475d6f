import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";

/** What is wrong in a YAML text, and the line it is on, from 1. */
export interface YamlFault {
  readonly line: number;
  readonly message: string;
}

/** A YAML text as it was written: all scalars are strings, and aliases are not followed. */
export interface YamlText {
  /** `null` where there is nothing in it. */
  readonly contents: Node | null;
  readonly faults: readonly YamlFault[];
  lineAt(offset: number): number;
}

/** Reads a YAML text. Never throws; the time it takes grows with the text, whatever is in it. */
export function readYaml(text: string): YamlText {
  const counter = new LineCounter();
  // The library compares each key of a map with all others.
  const options = { lineCounter: counter, schema: "failsafe", prettyErrors: false, uniqueKeys: false } as const;
  const { contents, errors } = parseDocument(text, options);
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const problems = [
    ...errors.map(({ pos: [offset], message }) => ({ offset, message: sayDepth(message) })),
    ...repeatedKeys(contents).map((offset) => ({ offset, message: "Map keys must be unique" })),
  ].sort((a, b) => a.offset - b.offset);
  return { contents, faults: problems.map(({ offset, message }) => ({ line: lineAt(offset), message })), lineAt };
}

function sayDepth(message: string): string {
  return message.includes("call stack") ? "Nested too deeply" : message;
}

/** Where the keys stand that their map has already. */
function repeatedKeys(contents: Node | null): number[] {
  const offsets: number[] = [];
  const left: unknown[] = [contents];
  while (left.length > 0) {
    const node = left.pop();
    if (isMap(node)) offsets.push(...repeatedIn(node));
    if (isCollection(node)) for (const item of node.items) left.push(item);
    if (isPair(node)) left.push(node.key, node.value);
  }
  return offsets;
}

function repeatedIn({ items }: YAMLMap): number[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isRepeated = seen.has(key.value);
    seen.add(key.value);
    return isRepeated ? [key.range?.[0] ?? 0] : [];
  });
}
