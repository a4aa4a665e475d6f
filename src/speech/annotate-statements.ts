import { readable } from "../text/readable.ts";
import type { Span } from "../text/span.ts";
import { whoIsAsked } from "./addressees.ts";
import { sentenceSubject } from "./clause-subjects.ts";
import { behindConjuncts } from "./conjuncts.ts";
import type { Sentence } from "./credits.ts";
import {
  type AttributedSentence,
  addQuote,
  attributionSpan,
  beginConversation,
  type Conversation,
  forget,
  hear,
  type Quote,
  shareAcrossParagraphs,
} from "./direct-speech.ts";
import { beginDiscourse, type Discourse, membersIn, rememberScene, type Speaker } from "./discourse.ts";
import { findAttributions } from "./find-attributions.ts";
import { nameTurns, type SpokenTurn } from "./interviews.ts";
import { readNarration } from "./narration.ts";
import { behindApposition } from "./noun-phrases.ts";
import { castOf } from "./people.ts";
import { learnGender } from "./pronouns.ts";
import { reportedClauses } from "./reported-speech.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { resolveSpeaker } from "./resolve-speaker.ts";
import type { Speech } from "./speech.ts";
import type { Token } from "./tokens.ts";

/** Somebody's words in a text: inside the quotation marks, or the content clause of reported speech. */
export interface Statement extends Span {
  /** The fullest name in the text, `null` where it is unclear who speaks. */
  readonly speaker: string | null;
  /** Those who say it together, each by the fullest name; empty where one alone speaks. */
  readonly jointly: readonly string[];
  readonly speech: Speech;
  /** Whether it claims or asks something, rather than that it reports what somebody is to do: urged them | to go. */
  readonly asserts: boolean;
  /** The clause that says who speaks, where there is one: Brandt told reporters. */
  readonly attribution: Span | null;
  /** How that clause names the speaker: Brandt. */
  readonly mention: Span | null;
}

/**
 * All statements of an article by where they begin; names come from this text alone. A reported clause that quotes some
 * of its words is a statement, and the quoted words in it are another.
 */
export function annotateStatements(text: string): Statement[] {
  const { text: read, original } = readable(text);
  const statements = annotate(read);
  if (read === text) return statements;
  return statements.map((one) => ({
    ...one,
    ...original(one),
    attribution: one.attribution && original(one.attribution),
    mention: one.mention && original(one.mention),
  }));
}

function annotate(text: string): Statement[] {
  const narration = readNarration(text);
  const cast = castOf(text, narration.tokens);
  const discourse = beginDiscourse(text, cast);
  const conversation = beginConversation();
  const statements: Statement[] = [];
  for (const sentence of narration.sentences) {
    learnGender(discourse, sentence.tokens);
    const attributed = attribute(discourse, sentence);
    sentence.tokens.forEach((token, at) => {
      if (token.kind === "quote") addQuote(conversation, discourse, attributed, at);
    });
    statements.push(...reportedStatements(attributed));
    remember(discourse, conversation, attributed);
    conversation.readParagraph = attributed.paragraph;
  }
  shareAcrossParagraphs(conversation.quotes);
  for (const quote of conversation.quotes) statements.push(directStatement(quote));
  for (const turn of nameTurns(text, narration.turns, cast)) statements.push(turnStatement(turn));
  return statements.sort((a, b) => a.start - b.start || b.end - a.end);
}

function attribute(discourse: Discourse, { tokens, paragraph }: Sentence): AttributedSentence {
  const attributions = findAttributions(tokens);
  const speakers = attributions.map(({ subject }) =>
    subject === null ? null : resolveSpeaker(discourse, tokens, subject),
  );
  return { tokens, paragraph, attributions, speakers };
}

function directStatement({ quotation, speaker, attribution }: Quote): Statement {
  const { start, end } = quotation;
  const mention = attribution === null ? null : (speaker?.mention ?? null);
  const { name = null, jointly = [] } = speaker ?? {};
  return { start, end, speaker: name, jointly, speech: "direct", asserts: true, attribution, mention };
}

function turnStatement({ start, end, speaker, label }: SpokenTurn): Statement {
  return { start, end, speaker, jointly: [], speech: "direct", asserts: true, attribution: label, mention: label };
}

function reportedStatements({ tokens, attributions, speakers }: AttributedSentence): Statement[] {
  return attributions.flatMap((attribution, at) =>
    reportedClauses(tokens, attributions, at).flatMap((clause): Statement[] => {
      const start = tokens[clause.start]?.start;
      const end = tokens[clause.end - 1]?.end;
      // Said so, said no; but: accused her of lying.
      const isEmpty = clause.end - clause.start < 2 && attribution.complement.kind !== "doing";
      if (start === undefined || end === undefined || isEmpty) return [];
      const speaker = speakers[at] ?? null;
      return [
        {
          start,
          end,
          speaker: speaker?.name ?? null,
          jointly: speaker?.jointly ?? [],
          speech: "reported",
          asserts: attribution.complement.kind !== "doing",
          attribution: attributionSpan(tokens, attribution),
          mention: speaker?.mention ?? null,
        },
      ];
    }),
  );
}

function remember(discourse: Discourse, conversation: Conversation, sentence: AttributedSentence): void {
  const { tokens, paragraph } = sentence;
  const asked = askedIn(discourse, sentence);
  // Asked why, Berg laughed: what comes is his.
  const isAsked = asked !== null && reportingVerb(tokens[0]?.word ?? "") === undefined;
  conversation.isAnswering =
    isAsked || (asked === null && conversation.isAnswering && sentence.attributions.length === 0);
  const speaker = asked ?? speakerIn(conversation, sentence);
  const subject = speaker ?? subjectIn(discourse, sentence);
  const named = membersIn(discourse.cast, tokens, 0, tokens.length);
  rememberScene(discourse, subject, named);
  if (speaker === null && named.length > 0) forget(conversation, named);
  // Fay complained. Bogg was fined. “…”: both may go on.
  const heard = conversation.lastOf.get(paragraph)?.speaker?.member ?? null;
  if (speaker === null && heard !== null && subject?.member && subject.member !== heard && !responds(tokens)) {
    conversation.speaker = null;
    return;
  }
  if (subject === null || (speaker === null && subject.kind !== "person")) return;
  const isBeside = speaker === null && subject.member === null && conversation.speaker !== null;
  if (isBeside && conversation.pending.length === 0) conversation.beside = { speaker: subject, paragraph };
  else hear(conversation, subject, paragraph);
}

const LONGEST_RESPONSE = 4;

// Coach Lea Simm agreed. Berg only laughed.
function responds(tokens: readonly Token[]): boolean {
  const subject = sentenceSubject(tokens);
  const behind = subject === null ? tokens.length : behindApposition(tokens, subject.to);
  if (tokens.length - behind > LONGEST_RESPONSE) return false;
  return tokens.slice(behind).some(({ word }) => reportingVerb(word)?.form === "past");
}

// The judge asked Berg why: the next to speak is Berg.
function askedIn(discourse: Discourse, { tokens }: AttributedSentence): Speaker | null {
  const asked = whoIsAsked(tokens);
  const referent = asked === null ? null : resolveSpeaker(discourse, tokens, asked);
  return referent?.kind === "person" ? referent : null;
}

function speakerIn(conversation: Conversation, { tokens, speakers }: AttributedSentence): Speaker | null {
  const last = conversation.quotes.at(-1);
  const direct = last !== undefined && last.quotation.start >= (tokens[0]?.start ?? 0) ? last.speaker : null;
  return direct ?? speakers.find((speaker) => speaker !== null) ?? null;
}

// Liam Fox and Boris Johnson met: neither of them alone.
function subjectIn(discourse: Discourse, { tokens }: AttributedSentence): Speaker | null {
  const phrase = sentenceSubject(tokens);
  if (phrase === null) return null;
  const all = { from: phrase.from, to: behindConjuncts(tokens, phrase) };
  const subject = resolveSpeaker(discourse, tokens, all);
  return all.to > phrase.to ? null : subject;
}
