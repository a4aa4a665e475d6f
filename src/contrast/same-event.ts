import { wordDifferences } from "../copies/word-differences.ts";
import { CHANGED, CHANGING, FUTURE, HYPOTHETICAL, PHASES } from "../lexicon/modality.ts";
import { isRole } from "../speech/roles.ts";
import { stem } from "../text/stem.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import { type Amount, amountsClash, amountsIn, countTheSame } from "./amounts.ts";
import { compareMoments, type Moment, momentsIn } from "./moments.ts";
import type { RoleHolder } from "./role-holders.ts";
import { clauseAt, type Sentence, within } from "./sentences.ts";
import { isName, isPerson, isTelling, outcomeIn, tellsSpeech } from "./words.ts";

/** What a sentence commits itself to in black and white. */
export type Claim = Amount | Moment | RoleHolder;

const CHANGE = new RegExp(
  `\\b(?:(?:${CHANGING.join("|")})\\w* (?:to|from|by|past|above|until)|(?:${CHANGED.join("|")})\\w*)\\b`,
  "i",
);
const PHASE = new RegExp(`\\b(?:${PHASES.which.join("|")}) (?:${PHASES.of.join("|")})\\b`, "i");

/**
 * Whether two claims can be about one event: nothing tells that time, place, people or stage differ, and one is no update
 * of the other.
 */
export function canBeOneEvent(a: Claim, b: Claim, thesaurus: Thesaurus): boolean {
  const [here, there] = [a.sentence, b.sentence];
  if (CHANGE.test(here.text) || CHANGE.test(there.text)) return false;
  if (PHASE.exec(here.text)?.[0] !== PHASE.exec(there.text)?.[0]) return false;
  // What is planned is no outcome; but "opens" and "will open" give the same date.
  const [one, other] = [mannerOf(a), mannerOf(b)];
  if ((a.kind !== "moment" && one !== other) || (a.kind !== "amount" && [one, other].includes("perhaps"))) return false;
  if (isUpdate(a, b) || differOtherwise(a, b)) return false;
  if (hasStranger(a, there, thesaurus) && hasStranger(b, here, thesaurus)) return false;
  return !isLimited(a, b) && !isLimited(b, a) && !tellOfOtherThings(a, b, thesaurus);
}

/** How a claim is put: as a fact, as what will be, or as what is only planned or thought possible. */
function mannerOf({ sentence, span, kind }: Claim): "now" | "coming" | "perhaps" {
  const { start, end } = clauseAt(sentence, span.start);
  const words = within(sentence.tokens, { start, end: kind === "holder" ? end : span.start });
  if (words.some(({ word }) => HYPOTHETICAL.includes(word))) return "perhaps";
  return words.some(({ word }) => FUTURE.includes(word)) ? "coming" : "now";
}

const DAY = 86_400_000;
/** So many days a toll may rise and a plan stands, and a weekday is of the same week. */
const FRESH_DAYS = 5;

/** Whether the later article may know what the earlier one could not: a toll that has risen, a changed plan, another week. */
function isUpdate(a: Claim, b: Claim): boolean {
  const dateOf = ({ sentence }: Claim) => Date.parse(sentence.article.published ?? "") / DAY;
  const [earlier, later] = dateOf(a) < dateOf(b) ? [a, b] : [b, a];
  const days = dateOf(later) - dateOf(earlier);
  if (earlier.kind === "amount" && later.kind === "amount" && earlier.outcome?.isCasualty)
    return days > 0 && days <= FRESH_DAYS && earlier.low < later.low;
  const isWeekday = earlier.kind === "moment" && earlier.date.weekday !== null && earlier.date.day === null;
  return days > FRESH_DAYS && (isWeekday || mannerOf(earlier) === "coming");
}

/** Whether the sentences of two claims also carry dates that do not go together; or those of two dates, figures: each is of its own time. */
function differOtherwise({ kind, sentence: here }: Claim, { sentence: there }: Claim): boolean {
  const [amounts, others] = [amountsIn(here), amountsIn(there)];
  if (kind === "moment") return amounts.some((a) => others.some((b) => amountsClash(a, b) && countTheSame(a, b)));
  const [one = [], other = []] = [here, there].map((sentence) =>
    momentsIn(sentence).filter(({ of }) => of !== "saying"),
  );
  return one.length > 0 && other.length > 0 && !one.some((a) => other.some((b) => compareMoments(a, b) === "same"));
}

/** Whether an article has a word, in whatever ending: "Sorrenian" is known where "Sorrenia" is. */
function isKnown({ start, end }: Token, { text }: Sentence, { article }: Sentence): boolean {
  const name = text.slice(start, end).replace(/['’]s?$/, "");
  const word = name.length > 6 ? name.slice(0, -2) : name;
  return article.texts.some((one) => one.includes(word));
}

/** Whether the sentence of a claim has a name that the other article does not know. */
function hasStranger(claim: Claim, other: Sentence, { isWord }: Thesaurus): boolean {
  const { sentence, span } = claim;
  return ownTokens(claim).some((token) => {
    const isClaimed = token.start >= span.start && token.start < span.end;
    // A capital at the beginning of a sentence means nothing.
    const isPlain = isRole(token.word) || (token === sentence.tokens[0] && isWord(token.word));
    return isName(token) && !isClaimed && !isPlain && !isKnown(token, sentence, other);
  });
}

/** The tokens of the sentence of a claim, without the clauses that only tell who says so. */
function ownTokens({ sentence, span }: Claim): readonly Token[] {
  const home = clauseAt(sentence, span.start);
  return sentence.tokens.filter(({ start }) => {
    const clause = clauseAt(sentence, start);
    return clause.start === home.start || !within(sentence.tokens, clause).some(tellsSpeech);
  });
}

const LIMIT = /^\s(?:in|at|on|of|from|among|with|under|near|outside|aged)\s(?:\S+\s?){1,3}/;

/** Whether a smaller count is limited to what the other article knows nothing of: "5,000 soldiers in the valley". */
function isLimited(less: Claim, more: Claim): boolean {
  if (less.kind !== "amount" || more.kind !== "amount" || less.low >= more.low) return false;
  const { sentence, nouns } = less;
  const start = nouns.at(-1)?.end ?? sentence.text.length;
  const limit = LIMIT.exec(sentence.text.slice(start, clauseAt(sentence, start).end))?.[0] ?? "";
  const words = within(sentence.tokens, { start, end: start + limit.length });
  return words.some((token) => isTelling(token) && !isKnown(token, sentence, more.sentence));
}

/** Sentences that share so much of what the shorter one tells are built alike: what differs in them is meant to. */
const BUILT_ALIKE = 0.5;
/** Stands for the claim itself, so that the words around it are laid side by side. */
const CLAIM = "thisclaim";

/**
 * Whether two sentences that are built alike tell of different things: besides the claims, one has a word where the other
 * has quite another ("the annual pass", "the monthly pass"). Sentences worded freely differ in many words and mean nothing by it.
 */
function tellOfOtherThings(a: Claim, b: Claim, { related }: Thesaurus): boolean {
  const [own = [], theirs = []] = [a, b].map((claim) =>
    ownTokens(claim)
      .filter(isTelling)
      .map(({ term }) => term),
  );
  const shared = new Set(own.filter((term) => theirs.includes(term)));
  if (shared.size < BUILT_ALIKE * Math.min(own.length, theirs.length)) return false;
  return wordDifferences(textBeside(a), textBeside(b)).some((run) => {
    const [words, others] = [tokenize(run.here), tokenize(run.there)];
    // Where one goes on with a preposition and the other does not, they are not in one place.
    const isMeant = [words[0], others[0]].every((token) => token && (isTelling(token) || isPerson(token.word)));
    if (!isMeant || `${run.here} ${run.there}`.includes(CLAIM)) return false;
    const outcome = outcomeIn(words);
    const terms = words.flatMap(({ word, term }) => [term, ...related(word).map((one) => stem(one.word))]);
    return !others.some(({ term }) => terms.includes(term)) && (outcome === null || outcome !== outcomeIn(others));
  });
}

function textBeside(claim: Claim): string {
  const { sentence, span } = claim;
  const words = ownTokens(claim).map(({ start, end }) => {
    if (start < span.start || start >= span.end) return sentence.text.slice(start, end);
    return start === span.start ? CLAIM : "";
  });
  return words.join(" ");
}
