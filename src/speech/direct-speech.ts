import { EXCHANGING_VERBS } from "../lexicon/reporting-verbs.ts";
import type { Span } from "../text/span.ts";
import { whoIsAsked } from "./addressees.ts";
import type { Attribution } from "./attribution.ts";
import { behindPause, clauseSubject } from "./clause-subjects.ts";
import { isDenied } from "./denials.ts";
import type { Discourse, Speaker } from "./discourse.ts";
import type { CastMember } from "./people.ts";
import type { Quotation } from "./quotation-marks.ts";
import { isScareQuote } from "./scare-quotes.ts";
import type { Token } from "./tokens.ts";
import { POSSESSIVE_DETERMINER, PRONOUN } from "./word-classes.ts";
import { is } from "./word-forms.ts";

/** A sentence with whoever its attributions name, in the same order. */
export interface AttributedSentence {
  readonly tokens: readonly Token[];
  readonly paragraph: number;
  readonly attributions: readonly Attribution[];
  readonly speakers: readonly (Speaker | null)[];
}

/** A quotation with whoever says it, as far as the text has been read. */
export interface Quote {
  readonly quotation: Quotation;
  readonly paragraph: number;
  readonly attribution: Span | null;
  /** It asks or answers a question. */
  readonly exchange: boolean;
  speaker: Speaker | null;
}

/** The quotations of a text so far, and who was heard or spoken of last. */
export interface Conversation {
  readonly quotes: Quote[];
  readonly lastOf: Map<number, Quote>;
  speaker: Speaker | null;
  speakerParagraph: number;
  /** Whether whoever is heard next was asked, so that a question is another's. */
  isAnswering: boolean;
  /** Somebody who is only described, and of whom a paragraph tells: her mother. They speak there, and no further. */
  beside: { readonly speaker: Speaker; readonly paragraph: number } | null;
  /** The paragraph of the sentence before. */
  readParagraph: number;
  /** Those that only a later sentence can tell the speaker of. */
  pending: Quote[];
}

const EXCHANGES = new Set(EXCHANGING_VERBS.split(" "));
// Whoever writes, and whoever reads it.
const WRITERS = new Set(["i", "we", "you"]);
const SPEAKER_REACH = 3;

/** A conversation before anybody has spoken. */
export function beginConversation(): Conversation {
  return {
    quotes: [],
    lastOf: new Map(),
    speaker: null,
    speakerParagraph: -1,
    isAnswering: false,
    beside: null,
    readParagraph: -1,
    pending: [],
  };
}

/** Adds the quotation at a token of a sentence, unless its marks stand around nobody's words. */
export function addQuote(
  conversation: Conversation,
  discourse: Discourse,
  sentence: AttributedSentence,
  at: number,
): void {
  const quotation = sentence.tokens[at]?.quotation;
  if (quotation === undefined) return;
  const chosen = chooseAttribution(sentence.tokens, at, sentence.attributions);
  const attribution = sentence.attributions[chosen];
  const asked = attribution === undefined && whoIsAsked(sentence.tokens) !== null;
  if (
    attribution === undefined
      ? !(asked || standsAlone(sentence.tokens, at))
      : isScareQuote(discourse.text, sentence.tokens, at, attribution)
  )
    return;
  if (isDenied(sentence.tokens, at, attribution)) return;
  const quote: Quote = {
    quotation,
    paragraph: sentence.paragraph,
    attribution: attribution === undefined ? null : attributionSpan(sentence.tokens, attribution),
    exchange: EXCHANGES.has(attribution?.verb?.lemma ?? ""),
    speaker:
      attribution === undefined
        ? asked || isIntroduced(sentence.tokens, at) || isQuestionToSpeaker(conversation, sentence.tokens, at)
          ? null
          : speakerAround(conversation, sentence.paragraph)
        : (sentence.speakers[chosen] ?? null),
  };
  conversation.quotes.push(quote);
  conversation.lastOf.set(quote.paragraph, quote);
  if (
    quote.speaker === null &&
    !asked &&
    (attribution === undefined
      ? opensParagraph(conversation, sentence) &&
        !isIntroduced(sentence.tokens, at) &&
        !isQuestionToSpeaker(conversation, sentence.tokens, at)
      : pointsAhead(discourse, sentence.tokens, attribution))
  )
    conversation.pending.push(quote);
}

// A line was on the wall. “Water was here.” Ada Berg saw it: the words need not be hers.
function opensParagraph({ pending, readParagraph }: Conversation, { paragraph }: AttributedSentence): boolean {
  return readParagraph !== paragraph || pending.at(-1)?.paragraph === paragraph;
}

function standsAlone(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === "colon" || tokens.every((token) => token.kind === "quote" || token.kind === "stop");
}

// Berg was questioned. “Did you sign it?” “I did not.”
function isQuestionToSpeaker({ isAnswering }: Conversation, tokens: readonly Token[], at: number): boolean {
  return isAnswering && tokens[at]?.word.startsWith("?") === true;
}

// The message was clear: “…”: what introduces it does not speak.
function isIntroduced(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind !== "colon") return false;
  const subject = clauseSubject(tokens, 0);
  return subject !== null && subject.to < at && !is(tokens[subject.from], PRONOUN);
}

// “Everything was gone,” he said. Pedro Ruiz had lost his house: nobody has been named yet.
function pointsAhead(discourse: Discourse, tokens: readonly Token[], attribution: Attribution): boolean {
  return (
    discourse.scenes.length === 0 &&
    attribution.subject !== null &&
    is(tokens[attribution.subject.from], PRONOUN | POSSESSIVE_DETERMINER) &&
    !WRITERS.has(tokens[attribution.subject.from]?.word ?? "")
  );
}

// Introduced by it, directly before it, reported with it, or said after it, in this order.
function chooseAttribution(tokens: readonly Token[], at: number, attributions: readonly Attribution[]): number {
  const introducing = attributions.findIndex((a) => a.complement.kind === "quotation" && a.complement.from === at);
  if (introducing !== -1) return introducing;
  const behind = behindPause(tokens, at + 1);
  const following = attributions.findIndex((a) => a.from === behind && a.verb?.form !== "ing");
  const before = attributions.findLastIndex((a) => a.to <= at);
  const reported = attributions[before]?.complement.kind === "clause" && attributions[following]?.verb === null;
  if (following !== -1 && !reported) return following;
  if (before !== -1) return before;
  return attributions.findIndex((a) => a.from > at);
}

// The speaker goes on, unless two people take turns in question and answer.
function speakerAround(conversation: Conversation, paragraph: number): Speaker | null {
  const last = conversation.quotes.at(-1);
  const before = conversation.lastOf.get(paragraph - 2);
  const turns =
    last?.paragraph === paragraph - 1 && before !== undefined && before.speaker?.name !== last.speaker?.name;
  if (turns && before.speaker !== null && (last.exchange || before.exchange)) return before.speaker;
  if (conversation.beside?.paragraph === paragraph) return conversation.beside.speaker;
  return paragraph - conversation.speakerParagraph <= SPEAKER_REACH ? conversation.speaker : null;
}

/** Remembers who was heard or spoken of, for the quotations that do not say whose they are. */
export function hear(conversation: Conversation, speaker: Speaker, paragraph: number): void {
  conversation.speaker = speaker;
  conversation.speakerParagraph = paragraph;
  conversation.beside = null;
  for (const quote of conversation.pending) quote.speaker = speaker;
  conversation.pending = [];
}

/** After somebody else's name it is no longer clear that the one who was heard last goes on. */
export function forget(conversation: Conversation, named: readonly CastMember[]): void {
  const last = conversation.speaker?.member ?? null;
  if (last === null || !named.includes(last)) conversation.speaker = null;
}

/** Gives a quotation that opens anew in each paragraph and closes in the last one speaker. */
export function shareAcrossParagraphs(quotes: readonly Quote[]): void {
  for (let at = quotes.length - 1; at > 0; at--) {
    const before = quotes[at - 1];
    const quote = quotes[at];
    if (before !== undefined && before.attribution === null && goesOn(before, quote))
      before.speaker = quote?.speaker ?? null;
  }
  for (let at = 1; at < quotes.length; at++) {
    const before = quotes[at - 1];
    const quote = quotes[at];
    if (quote !== undefined && quote.attribution === null && goesOn(before, quote))
      quote.speaker = before?.speaker ?? null;
  }
}

function goesOn(before: Quote | undefined, quote: Quote | undefined): boolean {
  return before?.quotation.unclosed === true && quote?.paragraph === before.paragraph + 1;
}

/** Where an attribution stands in the text. */
export function attributionSpan(tokens: readonly Token[], attribution: Attribution): Span {
  const start = tokens[attribution.from]?.start ?? 0;
  return { start, end: tokens[attribution.to - 1]?.end ?? start };
}
