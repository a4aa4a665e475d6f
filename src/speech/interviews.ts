import { INTERVIEW_WORDS } from "../lexicon/reporting-verbs.ts";
import type { Span } from "../text/span.ts";
import type { Turn } from "../text/turns.ts";
import type { Cast, CastMember } from "./people.ts";
import { isRole } from "./roles.ts";

/** Whose words a turn of an interview or transcript is; `null` where the text does not tell. */
export interface SpokenTurn extends Turn {
  readonly speaker: string | null;
}

const INTERVIEW = new RegExp(`\\b(?:${INTERVIEW_WORDS.replaceAll(" ", "|")})\\b`, "i");
const LIKELY_PERSON = 1;

/** Names the speakers of all turns but printed questions: by their labels, or the one whom the introduction presents. */
export function nameTurns(text: string, turns: readonly Turn[], cast: Cast): SpokenTurn[] {
  const first = turns[0];
  if (first === undefined) return [];
  const guest = interviewee(text.slice(0, first.label?.start ?? first.start), cast);
  return turns
    .filter(({ kind }) => kind !== "question")
    .map((turn) => ({ ...turn, speaker: turn.label === null ? guest : labelled(text, turn.label, cast) }));
}

function labelled(text: string, label: Span, cast: Cast): string {
  const name = text.slice(label.start, label.end);
  const words = name.toLowerCase();
  const abbreviated = cast.members.filter(({ parts }) => parts.length > 1 && initialsOf(parts) === words);
  if (abbreviated.length === 1 && abbreviated[0] !== undefined) return abbreviated[0].name;
  const member = cast.at.get(label.start + name.lastIndexOf(" ") + 1);
  if (member !== undefined && member.name.length > 1 && !isRole(member.name.toLowerCase())) return member.name;
  const bearers = cast.byRole.get(words) ?? [];
  if (bearers.length === 1 && bearers[0] !== undefined) return bearers[0].name;
  return isRole(words) ? `the ${words}` : name;
}

function initialsOf(parts: readonly string[]): string {
  return parts.map((part) => part.charAt(0)).join("");
}

// The only one named before the first question, or in the sentences that speak of the conversation; or the most often named.
function interviewee(intro: string, cast: Cast): string | null {
  const here = cast.members
    .map((member) => ({ member, count: member.mentions.filter(({ start }) => start < intro.length).length }))
    .filter(({ member, count }) => count > 0 && member.evidence >= LIKELY_PERSON && member.name.length > 1);
  const named = here.map(({ member }) => member);
  if (named.length < 2) return named[0]?.name ?? null;
  const presented = named.filter((member) => isPresented(intro, member));
  if (presented.length === 1) return presented[0]?.name ?? null;
  const [most, next] = here.sort((a, b) => b.count - a.count);
  return most !== undefined && most.count > (next?.count ?? 0) ? most.member.name : null;
}

function isPresented(intro: string, { mentions }: CastMember): boolean {
  return mentions.some(({ start, end }) => {
    if (start >= intro.length) return false;
    const from = Math.max(intro.lastIndexOf(". ", start), intro.lastIndexOf("\n", start), 0);
    const to = intro.slice(end).search(/[.\n]/);
    return INTERVIEW.test(intro.slice(from, to < 0 ? intro.length : end + to));
  });
}
