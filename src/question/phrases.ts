import type { Token } from "../text/tokenize.ts";

/** The words of a question as {@link phrasePattern} reads them: apart by single spaces, one at either end. */
export function wordsOf(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ word }) => word).join(" ")} `;
}

/**
 * What a phrase written with these signs matches, from the space before its first word up to the one behind its last:
 * `a|b` either word, `[a]` a word that may be left out, `*` any word and `*s` any with that ending, `...` any words (a group), `!a` and
 * `>a` not, or only, before that word (`$`: before the end), and a class of words by its name in capitals.
 */
export function phrasePattern(phrase: string, classes: Readonly<Record<string, string>>): RegExp {
  const named = phrase.replace(/[A-Z]+/g, (name) => classes[name] ?? name);
  return new RegExp(`${named.split(" ").map(elementPattern).join("")}(?= )`);
}

function elementPattern(element: string): string {
  const words = element.replace(/^[[!>]|\]$/g, "").replaceAll("*", "\\S+");
  if (element === "...") return "((?: \\S+)*?)";
  if (element.startsWith("!")) return `(?! (?:${words}) )`;
  if (element.startsWith(">")) return `(?= (?:${words.replaceAll(/(?<=^|\|)[^|$]+/g, "$& ")}))`;
  return element.startsWith("[") ? `(?: (?:${words}))?` : ` (?:${words})`;
}
