import { OTHER_ROLE, SOLE_ROLES, type SoleRole } from "../lexicon/sole-roles.ts";
import { isRole } from "../speech/roles.ts";
import type { Span } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import type { Sentence } from "./sentences.ts";
import { isName } from "./words.ts";

/** A name in a role that only one can hold: the owner of a plant, the winner of a race. */
export interface RoleHolder {
  readonly kind: "holder";
  readonly sentence: Sentence;
  /** Where the name stands. */
  readonly span: Span;
  readonly role: SoleRole;
  /** The words of the name, folded, without titles. */
  readonly words: readonly string[];
  /** The terms of what the role is in ("of the Norhaven museum"); empty where the words beside it do not tell. */
  readonly domain: ReadonlySet<string>;
  /** Whether it passes on and was held: "led", "was the captain". */
  readonly isPast: boolean;
}

const VERBS = SOLE_ROLES.flatMap(({ verbs }) => (verbs === "" ? [] : verbs.split("|")));
const NOUNS = SOLE_ROLES.flatMap(({ nouns }) => nouns.split("|"));
const formsOf = ({ nouns, verbs }: SoleRole) => `${nouns}|${verbs}`.split("|").filter((form) => form !== "");
const ROLES = new Map(SOLE_ROLES.flatMap((role) => formsOf(role).map((form) => [form, role] as const)));

/** Any of some words, with small or capital letters, the longer ones first: "chief executive" is no chief. */
function oneOf(words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length).join("|");
  return longestFirst.replace(/\b[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

const WORD = "[\\p{L}\\p{N}’'-]+";
const CAPITAL = `\\p{Lu}${WORD}`;
const MORE = `(?: (?:(?:of|de|van|von|and|the|for|y) )*${CAPITAL})`;
const NAME = `(?<name>${CAPITAL}${MORE}*)`;
// One word between commas may be a place or a day as well.
const FULL_NAME = `(?<name>${CAPITAL}${MORE}+)`;
const BE = "(?<be>is|are|was|were|became)";
const THE = `(?<whose>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|${CAPITAL}['’]s?) (?:${WORD} ){0,3}?)`;
const NOUN = `(?<!\\b(?:${oneOf(OTHER_ROLE)})[ -](?:${WORD} ){0,2})\\b(?<role>${oneOf(NOUNS)})`;
const OF = `(?<what> (?:of|at|for|in)(?: (?!(?:is|are|was|were|when|until) )${WORD}){1,5}?)?`;
const VERB = `(?<role>${oneOf(VERBS)})`;
const END = "(?=[,.:;”]| (?:when|until|and)\\b|$)";
/** Most sentences have none of the words: that is seen faster than where a name stands beside one. */
const ANY_ROLE = new RegExp(`\\b(?:${oneOf([...NOUNS, ...VERBS])})\\b`);
/** The ways in which a sentence puts a name into a role. */
const PATTERNS = [
  // "The captain of the Aldona was Tomas Reke"; "Gatting's mayor, Lena Dufour, opened"; "its director Pavel Oren"; "Mayor Dufour of Gatting"
  `${THE}?${NOUN}${OF} ${BE} (?:now |still )?${NAME}`,
  `${THE}?${NOUN}${OF}, ${FULL_NAME}${END}`,
  `${THE}${NOUN} ${NAME}`,
  `${NOUN} ${NAME}(?<what> of(?: the)? ${CAPITAL})`,
  // "Pavel Oren, the director of the museum", but not "after talks with Oren, the director said"; "Ilse Brandt is the director"
  `(?<!(?:with|to|for|from|after|against|between|at|on|in|${CAPITAL}) )${FULL_NAME}, ${THE}?${NOUN}${OF}${END}`,
  `${NAME} ${BE} ${THE}?${NOUN}${OF}${END}`,
  // "Harlan Stone owns", "Conrad Bley who founded"; "was won in May by Petra Hask"; "belongs to Velmark"
  `${NAME} (?:(?:who|now|still|also|has|had|\\w+ly) )*${VERB}\\b(?! (?:to|(?:\\w+ly )?by)\\b)`,
  `(?:${BE} (?:\\w+ly )?)?${VERB}(?<by> (?:${WORD} ){0,3}?by)(?: the)? ${NAME}`,
  `(?<role>belong(?:s|ed)?) to(?: the)? ${NAME}`,
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}`, "u"));

/** Roles by the first term of each form, with all its terms. */
const ROLES_BY_TERM = new Map<string, (readonly [terms: readonly string[], role: SoleRole])[]>();
for (const [form, role] of ROLES) {
  const terms = form.split(" ").map(stem);
  const [first = ""] = terms;
  ROLES_BY_TERM.set(first, [...(ROLES_BY_TERM.get(first) ?? []), [terms, role]]);
}

/** The roles that some words tell of. */
export function rolesIn(tokens: readonly Token[]): ReadonlySet<SoleRole> {
  const found = tokens.flatMap(({ term }, at) =>
    (ROLES_BY_TERM.get(term) ?? []).filter(([terms]) => terms.every((own, next) => tokens[at + next]?.term === own)),
  );
  return new Set(found.map(([, role]) => role));
}

/** The names that a sentence puts into roles, one in each way. */
export function roleHoldersIn(sentence: Sentence): RoleHolder[] {
  if (!ANY_ROLE.test(sentence.text)) return [];
  return PATTERNS.flatMap((pattern): RoleHolder[] => {
    const { 0: whole = "", index = 0, groups = {} } = pattern.exec(sentence.text) ?? {};
    const { name = "", role: form = "", whose = "", what = "", be = "", by } = groups;
    const role = ROLES.get(form.toLowerCase());
    const words = tokenize(name).filter((token) => isName(token) && !isRole(token.word));
    if (!role || words.length === 0 || /['’]s?$/.test(name)) return [];
    const start = index + whole.indexOf(name);
    const domain = tokenize(`${whose} ${what}`).flatMap(({ stop, term }) => (stop ? [] : [term]));
    const isActive = VERBS.includes(form) && by === undefined && be === "";
    const isPast = /^(?:was|were|became)$/.test(be) || (isActive && /ed$|^ran$/.test(form));
    return [
      {
        ...{ kind: "holder", sentence, span: { start, end: start + name.length }, role },
        ...{ words: words.map(({ word }) => word), domain: new Set(domain), isPast: role.passesOn && isPast },
      },
    ];
  });
}

/** Whether two hold one role at one time, as far as they tell: not where each tells a word of it that the other lacks. */
export function haveOneRole(a: RoleHolder, b: RoleHolder): boolean {
  const isWithin = (one: RoleHolder, other: RoleHolder) => [...one.domain].every((term) => other.domain.has(term));
  return a.role === b.role && a.isPast === b.isPast && (b.domain.size === 0 || isWithin(a, b) || isWithin(b, a));
}

/** Whether two names may mean one: where a word of one is said beside the other. */
export function mayBeOne(a: RoleHolder, b: RoleHolder): boolean {
  const isSaidIn = ({ words }: RoleHolder, { sentence: { tokens } }: RoleHolder) =>
    tokens.some(({ word }) => words.includes(word));
  return isSaidIn(a, b) || isSaidIn(b, a);
}
