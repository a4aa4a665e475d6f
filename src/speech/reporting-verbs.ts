import { IRREGULAR_VERBS } from "../lexicon/irregular-forms.ts";
import { REPORTING_VERBS } from "../lexicon/reporting-verbs.ts";
import { type Inflected, inflect } from "../text/inflect.ts";
import type { Token } from "./tokens.ts";

/**
 * How a verb reports. `say`: a clause may follow without "that". `tell`: after an addressee. `that`: a clause only with
 * "that", "whether" and the like. `quote`: only a quotation. `as`: only a quoted phrase, as in: dismissed it as “…”.
 */
export type ReportingKind = keyof typeof REPORTING_VERBS;

/** One form of a reporting verb. */
export interface ReportingVerb extends Inflected {
  readonly kind: ReportingKind;
  /** The word behind it that makes it one: hit back, ruled out. Empty mostly. */
  readonly particle: string;
}

const IRREGULAR = new Map(IRREGULAR_VERBS.map((line) => [line.split(" ")[0] ?? "", line] as const));
/** The line of the lexicon on a verb's irregular forms, if it has any. */
export function irregularVerb(lemma: string): string | undefined {
  return IRREGULAR.get(lemma);
}

const PLAIN = new Map<string, ReportingVerb>();
const PHRASAL = new Map<string, ReportingVerb[]>();

// A verb that can do more is the one that it does more as: the last of these wins.
for (const kind of ["as", "quote", "that", "tell", "say"] as const)
  for (const entry of REPORTING_VERBS[kind].split(" ")) {
    const [lemma = "", particle = ""] = entry.split("+");
    for (const form of inflect(lemma, IRREGULAR.get(lemma))) {
      const verb = { ...form, kind, particle };
      if (particle === "") PLAIN.set(form.word, verb);
      else PHRASAL.set(form.word, [...(PHRASAL.get(form.word) ?? []), verb]);
    }
  }

const FORMS = new Set([...PLAIN.keys(), ...PHRASAL.keys()]);

/** The reporting verb that a lower-case word is a form of by itself, if it is one. */
export function reportingVerb(word: string): ReportingVerb | undefined {
  return PLAIN.get(word);
}

/** The reporting verb at a token, with its particle behind it where it needs one. */
export function reportingVerbAt(tokens: readonly Token[], at: number): ReportingVerb | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word" || token.ending !== "") return undefined;
  if (!FORMS.has(token.word)) return undefined;
  const next = tokens[at + 1]?.word === "it" ? tokens[at + 2]?.word : tokens[at + 1]?.word;
  return PHRASAL.get(token.word)?.findLast(({ particle }) => particle === next) ?? PLAIN.get(token.word);
}
