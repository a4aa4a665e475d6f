import { inventSentence, type Story } from "./invented-sentences.ts";
import { inventWords } from "./invented-words.ts";
import { createRandom } from "./random.ts";

/** A text that no newsroom would write and that a folder may hold all the same: so many characters of one shape. */
export type OddText = (length: number) => string;

/** The shapes that something in the engine was, or might be, slow at. */
export const ODD_TEXTS: Readonly<Record<string, OddText>> = {
  "a transcript without line breaks": (length) => inventTranscript(length, " "),
  "a transcript with a line for each sentence": (length) => inventTranscript(length, "\n"),
  "a transcript in lower case without full stops": (length) =>
    inventTranscript(length, " ")
      .replace(/[.“”,]/g, "")
      .toLowerCase(),
  "paragraphs of a sentence each": (length) => inventTranscript(length, "\n\n"),
  "initials without end": (length) => repeat("A.", length),
  "initials with spaces": (length) => repeat("A. ", length),
  "sentences that go on in lower case": (length) => repeat("a. ", length),
  "titles of nobody": (length) => repeat("Mr. ", length),
  "one word without spaces": (length) => repeat("a", length),
  "one word of other letters": (length) => inventTranscript(length, "").replace(/[^a-z]/gi, ""),
  "one word with hyphens": (length) => repeat("ab-", length),
  "one word with apostrophes": (length) => repeat("a’", length),
  "one number": (length) => repeat("1,234", length),
  "one address": (length) => `https://example.com/${repeat("a/b.c?d=e&", length)}`,
  "quotations, balanced": (length) => repeat("“We go on.” ", length),
  "quotations, opened only": (length) => repeat("“We go on. ", length),
  "quotations, closed only": (length) => repeat("We go on.” ", length),
  "quotation marks, opening": (length) => repeat("“", length),
  "quotation marks, closing": (length) => repeat("”", length),
  "quotation marks, typewriter": (length) => repeat('" ', length),
  "quotation marks, single": (length) => repeat("‘a ", length),
  "apostrophes behind s": (length) => `‘${repeat("the workers’ ", length)}`,
  "quotations in quotations": (length) => repeat("“a ‘b ", length / 2) + repeat("c’ d” ", length / 2),
  "quotations of all kinds": (length) => repeat("“a »b ‘c „d 'e \"f «g” ", length),
  "said he": (length) => repeat("he said ", length),
  "said he, with commas": (length) => repeat(", he said", length),
  "said he, in sentences": (length) => repeat("He said he said that he said so. ", length),
  "said who": (length) => repeat("who said that ", length),
  "one quotation, said he": (length) => `“${repeat("we go on, ", length)}” he said.`,
  "according to": (length) => repeat("according to ", length),
  "she and her husband": (length) => repeat("Anna Brandt said her husband said so. ", length),
  "capitals in a row": (length) => many(length, (at) => `${nameAt(at)} `),
  "the same capital in a row": (length) => repeat("Brandt ", length),
  "names in sentences": (length) => many(length, (at) => `${nameAt(at)} ${nameAt(at * 7 + 1)} said that it was so. `),
  "names in paragraphs": (length) =>
    many(length, (at) => `${nameAt(at)} ${nameAt(at * 7 + 1)} said that it was so.\n\n`),
  "names that quotations belong to": (length) =>
    many(length, (at) => `“It goes on,” said ${nameAt(at)} ${nameAt(at * 7 + 1)}.\n\n`),
  "one surname": (length) => many(length, (at) => `Mr ${nameAt(at)} Brandt said so. Brandt agreed. `),
  "speakers under one name": (length) => many(length, (at) => `${nameAt(at)} Group said that it was so.\n\n`),
  "short lines": (length) => repeat("a\n", length),
  "short paragraphs": (length) => many(length, (at) => `line ${at} goes.\n\n`),
  "items of a list": (length) => `The list:\n\n${many(length, (at) => `- item ${at} goes on\n`)}`,
  "items of a list under a long announcement": (length) =>
    `${many(length / 2, (at) => `word${at} `)}:\n\n${many(length / 2, (at) => `- item ${at}\n`)}`,
  headings: (length) => many(length, (at) => `Heading ${at}\n\nThe text of it.\n\n`),
  "line breaks": (length) => repeat("\n", length),
  spaces: (length) => repeat(" ", length),
  "spaces between words": (length) => repeat(`word${" ".repeat(1000)}`, length),
  "blank lines with spaces": (length) => repeat(" \n", length),
  dashes: (length) => repeat("—", length),
  commas: (length) => repeat("a, ", length),
  brackets: (length) => repeat("(", length),
  "closing brackets": (length) => repeat(") ", length),
  "full stops": (length) => repeat(".", length),
  exclamations: (length) => repeat("a! ", length),
  accents: (length) => `e${repeat("\u0301", length)}`,
  emoji: (length) => repeat("😀", length),
  "small words": (length) => repeat("of the ", length),
  "that that": (length) => repeat("that ", length),
  "and and": (length) => repeat("and ", length),
  "Chinese without spaces": (length) => repeat("他说我们会继续", length),
  "Arabic without full stops": (length) => repeat("قال إننا سنستمر ", length),
  entities: (length) => repeat("&nbsp;", length),
  "a name twice, over and over": (length) => repeat("Brandt, Brandt and ", length),
  numbers: (length) => many(length, (at) => `${at} people died. `),
  tolls: (length) => many(length, (at) => `A fire in ${nameAt(at)} killed ${at} people. `),
  "tolls of one place": (length) => many(length, (at) => `A fire in Lind killed ${at} people. `),
  "a toll without end": (length) => many(length, (at) => `In ${nameAt(at)} ${at} people were hurt or killed, and `),
  "things counted": (length) => many(length, (at) => `${at % 100 === 0 ? "dead " : ""}${at} boats and `),
  "years and amounts": (length) => many(length, (at) => `$${at} million in 19${at % 100} to ${at % 30} May. `),
};

/** One piece after another, cut where the text is long enough. */
export function repeat(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, Math.ceil(length));
}

/** The same with another piece each time. */
export function many(length: number, pieceAt: (at: number) => string): string {
  const pieces: string[] = [];
  for (let [at, sum] = [0, 0]; sum < length; at++) {
    const piece = pieceAt(at);
    pieces.push(piece);
    sum += piece.length;
  }
  return pieces.join("").slice(0, Math.ceil(length));
}

/** Another name for each number: letters only, with a capital. */
function nameAt(at: number): string {
  let name = "";
  for (let left = at + 26; left > 0; left = Math.floor(left / 26)) name += String.fromCharCode(97 + (left % 26));
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}en`;
}

function inventTranscript(length: number, between: string): string {
  const random = createRandom(400_000);
  const words = inventWords(random);
  const sentences: string[] = [];
  let story: Story | null = null;
  for (let sum = 0; sum < length; ) {
    // Somebody else turns up and something else comes up now and then.
    if (story === null || random.chance(0.02))
      story = {
        nouns: Array.from({ length: 18 }, words.noun),
        verbs: Array.from({ length: 8 }, words.verb),
        people: Array.from({ length: 5 }, words.person),
        places: Array.from({ length: 3 }, words.place),
        introduced: new Set(),
      };
    const sentence = inventSentence(words, story, random);
    sentences.push(sentence);
    sum += sentence.length + between.length;
  }
  return sentences.join(between).slice(0, length);
}
