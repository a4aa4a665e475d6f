import { sentenceSubject } from "./clause-subjects.ts";
import { type Discourse, membersIn, type Referent, referentOf, type Scene } from "./discourse.ts";
import type { CastMember } from "./people.ts";
import { type Gender, genderOfRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { DETERMINER, OBJECT_PRONOUN, POSSESSIVE_DETERMINER } from "./word-classes.ts";
import { is, isNominal } from "./word-forms.ts";

const ONE_NAME = /^\p{Lu}\p{Ll}\S*$/u;
const SCENE_REACH = 8;
// For so many sentences back a subject is likelier than whoever else is named in between.
const SUBJECT_REACH = 3;
const GENDERS = new Map<string, Gender>([
  ["he", "male"],
  ["him", "male"],
  ["his", "male"],
  ["she", "female"],
  ["her", "female"],
]);

/**
 * Whom the pronoun at a token means: the subject before the others, the same sentence before the ones before it.
 * `null` where two people are equally near.
 */
export function resolvePronoun(discourse: Discourse, tokens: readonly Token[], at: number): Referent | null {
  const word = tokens[at]?.word ?? "";
  const gender = GENDERS.get(word);
  if (word === "they" || word === "their") return discourse.group ?? discourse.institution;
  if (word === "it" || word === "its")
    return institutionBefore(discourse, tokens, at) ?? discourse.institution ?? perhapsFirm(discourse);
  if (gender === undefined) return null;
  const meant = personMeant(discourse, tokens, at, gender);
  if (meant !== null && meant.member !== null) discourse.genders.set(meant.member, gender);
  return meant;
}

// Velmark has insisted that it is prepared: a name that begins the same sentence.
function institutionBefore(discourse: Discourse, tokens: readonly Token[], at: number): Referent | null {
  const subject = sentenceSubject(tokens);
  const first = tokens[subject?.from ?? 0];
  if (subject === null || subject.to > at || first === undefined) return null;
  let to = subject.to;
  // Ferrum AG | expects profit.
  while (to > subject.from && tokens[to - 1]?.capital === false) to--;
  if (to === subject.from || is(tokens[to - 1], DETERMINER)) return null;
  // Norway’s pension fund |.
  const last = tokens[(tokens[to - 1]?.ending === "" ? to : subject.to) - 1];
  if (last === undefined) return null;
  const name = discourse.text.slice(first.start, last.end - last.ending.length);
  return { name, member: null, kind: "institution", gender: null, jointly: [] };
}

// The owner, Brisa Lines, put out its account. It said: a name that nothing else tells a person by.
function perhapsFirm(discourse: Discourse): Referent | null {
  const subject = discourse.scenes.at(-1)?.subject ?? null;
  if (subject === null || subject.member === null || genderOf(discourse, subject) !== null) return null;
  return subject.member.evidence <= 2 ? subject : null;
}

// Beck recommended steel. She said: one name that nothing else tells a person by.
function perhapsPerson(discourse: Discourse): Referent | null {
  const subject = discourse.scenes.at(-1)?.subject ?? null;
  return subject !== null && subject.kind === "institution" && ONE_NAME.test(subject.name) ? subject : null;
}

function personMeant(discourse: Discourse, tokens: readonly Token[], at: number, gender: Gender): Referent | null {
  const [first, ...others] = membersIn(discourse.cast, tokens, 0, at);
  const here = { subject: first === undefined ? null : referentOf(first), others };
  const scenes = [here, ...discourse.scenes.slice(-SCENE_REACH).reverse()];
  return (
    subjectMeant(discourse, scenes.slice(0, SUBJECT_REACH), gender) ??
    nearestMeant(discourse, scenes, gender) ??
    perhapsPerson(discourse)
  );
}

function subjectMeant(discourse: Discourse, scenes: readonly Scene[], gender: Gender): Referent | null {
  const scene = scenes.find(({ subject }) => subject !== null && fits(discourse, subject, gender));
  if (scene === undefined || scene.subject === null) return null;
  // His doctor gave Tom a book. He read it: whoever is known to be a man before whoever is described and may be one.
  const isKnown = scene.subject.member !== null || genderOf(discourse, scene.subject) !== null;
  const [only, ...more] = scene.others.map(referentOf).filter((other) => genderOf(discourse, other) === gender);
  return isKnown || only === undefined || more.length > 0 ? scene.subject : only;
}

function nearestMeant(discourse: Discourse, scenes: readonly Scene[], gender: Gender): Referent | null {
  for (const scene of scenes) {
    if (scene.subject !== null && fits(discourse, scene.subject, gender)) return scene.subject;
    const fitting = scene.others.filter((member) => fits(discourse, referentOf(member), gender));
    const [only, ...more] = mostLikely(discourse, fitting, gender);
    if (only !== undefined) return more.length === 0 ? referentOf(only) : null;
  }
  return null;
}

// Those known to be of the gender before full names before the rest.
function mostLikely(discourse: Discourse, members: readonly CastMember[], gender: Gender): readonly CastMember[] {
  const sure = members.filter((member) => genderOf(discourse, referentOf(member)) === gender);
  if (sure.length > 0) return sure;
  const full = members.filter((member) => member.parts.length > 1);
  return full.length > 0 ? full : members;
}

/** Learns from "his" and "herself" what the only person named before them in a sentence is: Aart Vos had a fork in his hand. */
export function learnGender(discourse: Discourse, tokens: readonly Token[]): void {
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !is(token, OBJECT_PRONOUN | POSSESSIVE_DETERMINER)) continue;
    const isBound = token.word.endsWith("self") || (is(token, POSSESSIVE_DETERMINER) && isNominal(tokens[at + 1]));
    const gender = isBound ? GENDERS.get(token.word.replace(/self$/, "")) : undefined;
    if (gender === undefined) continue;
    const [only, ...more] = membersIn(discourse.cast, tokens, 0, at);
    if (more.length > 0) return;
    if (only !== undefined && genderOf(discourse, referentOf(only)) === null) discourse.genders.set(only, gender);
  }
}

/** Whether a referent can be a person of a gender, as far as the text tells. */
export function fits(discourse: Discourse, referent: Referent, gender: Gender): boolean {
  if (referent.kind !== "person") return false;
  const known = genderOf(discourse, referent);
  return known === null || known === gender;
}

function genderOf(discourse: Discourse, referent: Referent): Gender | null {
  if (referent.gender !== null || referent.member === null) return referent.gender;
  const used = discourse.genders.get(referent.member);
  if (used !== undefined) return used;
  for (const role of referent.member.roles) {
    const told = genderOfRole(role);
    if (told !== null) return told;
  }
  return null;
}
