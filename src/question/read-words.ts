import type { Lexicon } from "../indexing/lexicon.ts";
import type { SourceScope } from "../indexing/source-scopes.ts";
import { ABBREVIATIONS } from "../lexicon/abbreviations.ts";
import { VERBS_OF_US } from "../lexicon/asking.ts";
import { TITLES } from "../lexicon/roles.ts";
import type { AskedConcept } from "../names/concepts.ts";
import { fold } from "../text/fold.ts";
import { INITIALISM, type Token, tokenize } from "../text/tokenize.ts";
import { nameMeant, respell } from "./respell.ts";
import type { Speller } from "./spelling.ts";

/** Verbs that "us" is the object of; elsewhere in a question it is a country typed in a hurry. */
const VERBS_WITH_US = new Set(VERBS_OF_US.split(" "));

/** The words of a question as they were typed and as they are meant, without the outlet that limits it. */
export interface ReadWords {
  readonly words: readonly Token[];
  readonly tokens: readonly Token[];
  readonly concepts: readonly AskedConcept[];
  readonly scope: SourceScope | null;
  readonly notices: readonly string[];
}

/** Reads the words of a question: as somebody typed them in a hurry, and as the corpus spells them. */
export function readWords(text: string, lexicon: Lexicon, speller: Speller): ReadWords {
  const { concepts } = lexicon;
  const words = readCapitals(tokenize(text), text, lexicon);
  const named = concepts.inQuestion(words);
  const covered = named.flatMap(({ from, to }) => words.slice(from, to));
  // Whoever writes initials knows them, whether the articles do or not.
  const known = (token: Token) =>
    covered.includes(token) ||
    (lexicon.vocabulary.has(token.term) && nameMeant(token, lexicon) === null) ||
    token.word.endsWith(INITIALISM) ||
    lexicon.thesaurus.isWord(token.word);
  const respelled = respell(words, known, lexicon, speller);
  const isWellSpelled = respelled.tokens === words;
  const bare = withoutTitles(respelled.tokens, isWellSpelled ? named : concepts.inQuestion(respelled.tokens));
  const isAsTyped = bare === words;
  const { tokens, scope } = takeScope(bare, isAsTyped ? named : concepts.inQuestion(bare), lexicon);
  return {
    words,
    tokens,
    concepts: isAsTyped && scope === null ? named : concepts.inQuestion(tokens),
    scope,
    notices: respelled.notices,
  };
}

const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set([...TITLES, ...ABBREVIATIONS.titles.toLowerCase().split(" ")]);

/** Leaves out what stands before a person's name and is none of it: "Mr Brandt", "Col. Reyes", "C. Brandt". */
function withoutTitles(tokens: readonly Token[], concepts: readonly AskedConcept[]): readonly Token[] {
  const isCovered = (at: number) => concepts.some(({ name, from, to }) => name !== null && from <= at && at < to);
  const titles = concepts.flatMap(({ name, from }) => {
    const before = tokens[from - 1];
    if (name?.kind !== "person" || !before || isCovered(from - 1)) return [];
    const isInitial = before.capital && before.word.length === 1 && fold(name.name).startsWith(before.word);
    return isInitial || FORMS_OF_ADDRESS.has(before.word) ? [before] : [];
  });
  return titles.length === 0 ? tokens : tokens.filter((token) => !titles.includes(token));
}

/** Takes an outlet of the corpus out of a question: "according to X", "X on the strike", "what does X report". */
function takeScope(
  tokens: readonly Token[],
  concepts: readonly AskedConcept[],
  lexicon: Lexicon,
): { tokens: readonly Token[]; scope: SourceScope | null } {
  for (const { name, from, to } of concepts) {
    const scope = name && lexicon.scopes.scopeOf(name);
    if (!scope) continue;
    const rest = tokens.filter((_, at) => at < from || at >= to);
    const marks = rest.filter(
      (token, at) => !(token.word === "according" || (token.word === "to" && rest[at - 1]?.word === "according")),
    );
    if (marks.some((token) => !token.stop)) return { tokens: marks, scope };
  }
  return { tokens, scope: null };
}

/** Small words whose letters are mostly somebody's, or something's, where they are capitals: they are not stressed. */
const INITIALS = new Set(["us", "who", "it"].map((word) => word + INITIALISM));

/** What is a country though it is written "us", and what is a small word though it is written "NOT". */
function readCapitals(tokens: readonly Token[], text: string, lexicon: Lexicon): Token[] {
  const country = `us${INITIALISM}`;
  return tokens.map((token, at) => {
    const isStressed = token.word.endsWith(INITIALISM) && !INITIALS.has(token.word) && !isDotted(token, text);
    if (isStressed && !lexicon.vocabulary.has(token.term)) {
      const word = token.word.slice(0, -INITIALISM.length);
      return { ...token, word, term: word, stop: true };
    }
    const isCountry =
      token.term === "us" && lexicon.vocabulary.has(country) && !VERBS_WITH_US.has(tokens[at - 1]?.word ?? "");
    return isCountry ? { ...token, term: country, stop: false } : token;
  });
}

function isDotted({ start, end }: Token, text: string): boolean {
  return text.slice(start, end).includes(".");
}
