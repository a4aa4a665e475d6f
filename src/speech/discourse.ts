import type { Span } from "../text/span.ts";
import type { Cast, CastMember } from "./people.ts";
import type { Gender } from "./roles.ts";
import type { Token } from "./tokens.ts";

/** Somebody or something a text speaks of: one of the cast, or whoever is only described. */
export interface Referent {
  readonly name: string;
  readonly member: CastMember | null;
  readonly kind: "person" | "group" | "institution";
  readonly gender: Gender | null;
  /** Those who speak together, each by the fullest name; empty for one alone. */
  readonly jointly: readonly string[];
}

/** Whoever speaks. */
export interface Speaker extends Referent {
  /** How the text names the speaker here. */
  readonly mention: Span;
}

/** Who a sentence was about. */
export interface Scene {
  readonly subject: Referent | null;
  readonly others: readonly CastMember[];
}

/** What has been told so far, as far as pronouns and descriptions refer back to it. */
export interface Discourse {
  readonly text: string;
  readonly cast: Cast;
  readonly scenes: Scene[];
  /** Descriptions by their head noun: diplomat → a Western diplomat. */
  readonly descriptions: Map<string, Referent>;
  /** What pronouns have told of the cast. */
  readonly genders: Map<CastMember, Gender>;
  group: Referent | null;
  institution: Referent | null;
}

/** The beginning of a text, before anything has been told. */
export function beginDiscourse(text: string, cast: Cast): Discourse {
  return { text, cast, scenes: [], descriptions: new Map(), genders: new Map(), group: null, institution: null };
}

/** The people named in the tokens from `from` to `to`, each once, in order. */
export function membersIn(cast: Cast, tokens: readonly Token[], from: number, to: number): CastMember[] {
  const members = new Set<CastMember>();
  for (let at = from; at < to; at++) {
    const member = cast.at.get(tokens[at]?.start ?? -1);
    if (member !== undefined && member.evidence >= 1) members.add(member);
  }
  return [...members];
}

/** Remembers who a sentence was about, for the pronouns after it. */
export function rememberScene(discourse: Discourse, subject: Referent | null, all: readonly CastMember[]): void {
  if (subject === null && all.length === 0) return;
  discourse.scenes.push({ subject, others: all.filter((member) => member !== subject?.member) });
}

/** One of the cast as the referent of a name. */
export function referentOf(member: CastMember): Referent {
  const kind = member.evidence >= 1 ? "person" : "institution";
  return { name: member.name, member, kind, gender: member.gender, jointly: [] };
}
