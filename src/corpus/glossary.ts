import { isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { type Fault, FormatError } from "./fault.ts";
import { readYaml } from "./yaml.ts";

/** A person, place or organisation that the articles name in more than one way. */
export interface GlossaryName {
  readonly kind: "person" | "place" | "organisation";
  /** The fullest name, as answers show it. */
  readonly name: string;
  /** Other names and spellings. */
  readonly aliases: readonly string[];
  /** Offices and relations by which the person is called without a name: "Velmarkian foreign minister". */
  readonly roles: readonly string[];
  /** The name of the party that this one stands or speaks for (Brannhavn → Velmark). */
  readonly side: string | null;
}

/** What a corpus knows of its names and words beyond the articles; every list may be empty. */
export interface Glossary {
  readonly names: readonly GlossaryName[];
  /** Words and phrases that ask for the same thing in this corpus. */
  readonly synonyms: readonly (readonly string[])[];
}

/** A corpus without a glossary. */
export const EMPTY_GLOSSARY: Glossary = { names: [], synonyms: [] };

const SECTIONS = { people: "person", places: "place", organisations: "organisation" } as const;

/**
 * Reads `glossary.yaml`: lists `people`, `places` and `organisations` of `{name, aliases?, roles?, side?}`, and
 * `synonyms`, a list of lists.
 * @throws FormatError with every entry that is not of that form.
 */
export function parseGlossary(file: string, content: string): Glossary {
  const { contents: root, faults: wrong, lineAt } = readYaml(content);
  const faults: Fault[] = wrong.map(({ line, message }) => ({ file, line, message: `is not valid YAML: ${message}` }));
  const fault = (offset: number, message: string) => faults.push({ file, line: lineAt(offset), message });
  const names: GlossaryName[] = [];
  const synonyms: (readonly string[])[] = [];
  if (faults.length === 0 && root !== null && !isMap(root)) fault(offsetOf(root), "must be a list of sections");
  for (const pair of isMap(root) ? root.items : []) {
    const section = isScalar(pair.key) ? String(pair.key.value) : "";
    const where = offsetOf(pair.key);
    if (pair.value === null || (isScalar(pair.value) && String(pair.value.value).trim() === "")) continue;
    if (!isSeq(pair.value)) fault(where, `"${section}" must be a list`);
    else if (section === "synonyms") {
      for (const item of pair.value.items) {
        const words = strings(item);
        if (words && words.length > 1) synonyms.push(words);
        else fault(offsetOf(item), "a synonym entry must be a list of two or more words");
      }
    } else if (isSection(section)) {
      for (const item of pair.value.items) {
        const name = isMap(item) ? readName(SECTIONS[section], item) : null;
        if (name) names.push(name);
        else fault(offsetOf(item), `an entry of "${section}" must be {name, aliases?, roles?, side?}`);
      }
    } else fault(where, `"${section}" is no section; there are ${Object.keys(SECTIONS).join(", ")} and synonyms`);
  }
  if (faults.length > 0) throw new FormatError(faults);
  return { names, synonyms };
}

function isSection(text: string): text is keyof typeof SECTIONS {
  return Object.hasOwn(SECTIONS, text);
}

function readName(kind: GlossaryName["kind"], item: YAMLMap): GlossaryName | null {
  const name = item.get("name");
  const side = item.get("side") ?? null;
  const aliases = item.has("aliases") ? strings(item.get("aliases", true)) : [];
  const roles = item.has("roles") ? strings(item.get("roles", true)) : [];
  if (typeof name !== "string" || name.trim() === "" || !aliases || !roles) return null;
  if (side !== null && typeof side !== "string") return null;
  return { kind, name, aliases, roles, side };
}

function strings(node: unknown): string[] | null {
  if (!isSeq(node)) return null;
  const texts = node.items.map((item) => (isScalar(item) && typeof item.value === "string" ? item.value : null));
  return texts.every((text) => text !== null) ? texts : null;
}

function offsetOf(node: unknown): number {
  const range = (node as Node | null)?.range;
  return range ? range[0] : 0;
}
