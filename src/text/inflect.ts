import { DOUBLED_CONSONANTS } from "../lexicon/irregular-forms.ts";

/** One form of a verb. */
export interface Inflected {
  readonly word: string;
  readonly lemma: string;
  readonly form: "base" | "third" | "past" | "participle" | "ing";
}

const DOUBLED = new Set(DOUBLED_CONSONANTS);
const ONE_SYLLABLE = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

/**
 * All forms of a verb. `irregular` is its line in the lexicon, where it has one: infinitive, past, participle where that is
 * another one. Where the past and the participle are one word, it is the past.
 */
export function inflect(lemma: string, irregular?: string): Inflected[] {
  const [, past, participle] = lemma === "say" ? ["", "said"] : (irregular?.split(" ") ?? []);
  const stem = lemma.endsWith("e") ? lemma.slice(0, -1) : lemma;
  const soft = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}i` : null;
  const doubled = DOUBLED.has(lemma) || (ONE_SYLLABLE.test(lemma) && !/[aeiou]{2}/.test(lemma));
  const base = doubled ? lemma + lemma.slice(-1) : lemma;
  const third = soft !== null ? `${soft}es` : /(?:s|sh|ch|x|z|go)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const regular = soft !== null ? `${soft}ed` : doubled ? `${base}ed` : `${stem}ed`;
  const form = (word: string, name: Inflected["form"]) => ({ word, lemma, form: name });
  return [
    form(lemma, "base"),
    form(third, "third"),
    form(participle ?? past ?? regular, "participle"),
    form(past ?? regular, "past"),
    form(doubled ? `${base}ing` : `${/(?:ee|oe|ye)$/.test(lemma) ? lemma : stem}ing`, "ing"),
  ];
}
