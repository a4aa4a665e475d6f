import type { Span, Speech } from "../answer/answer.ts";
import { type Attribution, findAttributions } from "./attribution.ts";
import { beginDiscourse, type Discourse, membersIn, rememberScene, type Speaker } from "./discourse.ts";
import { readNarration, type Sentence } from "./narration.ts";
import { castOf } from "./people.ts";
import type { Quotation } from "./quotation-marks.ts";
import { reportedClauses } from "./reported-speech.ts";
import { resolveSpeaker } from "./resolve-speaker.ts";
import { isScareQuote } from "./scare-quotes.ts";
import { sentenceSubject } from "./subjects.ts";
import type { Token } from "./tokens.ts";

/** Somebody's words in a text: inside the quotation marks, or the content clause of reported speech. */
export interface Statement extends Span {
  /** The fullest name in the text, `null` where it is unclear who speaks. */
  readonly speaker: string | null;
  readonly speech: Speech;
  /** The clause that says who speaks, where there is one: Brandt told reporters. */
  readonly attribution: Span | null;
  /** How that clause names the speaker: Brandt. */
  readonly mention: Span | null;
}

interface Draft {
  readonly quotation: Quotation;
  speaker: Speaker | null;
  attribution: Span | null;
  readonly paragraph: number;
  readonly explicit: boolean;
  /** It asks or answers a question. */
  readonly exchange: boolean;
}

interface State {
  readonly discourse: Discourse;
  readonly drafts: Draft[];
  readonly statements: Statement[];
  /** The last quotation of each paragraph. */
  readonly lastOf: Map<number, Draft>;
  /** Who spoke or was spoken of last, and in which paragraph. */
  speaker: Speaker | null;
  speakerParagraph: number;
  pending: Draft[];
}

/** All statements of an article by where they begin. Pure; names come from this text alone. */
export function annotateStatements(text: string): Statement[] {
  const narration = readNarration(text);
  const discourse = beginDiscourse(text, castOf(text, narration.tokens));
  const state: State = {
    discourse,
    drafts: [],
    statements: [],
    lastOf: new Map(),
    speaker: null,
    speakerParagraph: -1,
    pending: [],
  };
  for (const sentence of narration.sentences) readSentence(state, sentence);
  shareAcrossParagraphs(state.drafts);
  for (const draft of state.drafts) state.statements.push(directStatement(draft));
  return state.statements.sort((a, b) => a.start - b.start || b.end - a.end);
}

function directStatement(draft: Draft): Statement {
  const { start, end } = draft.quotation;
  const mention = draft.attribution === null ? null : (draft.speaker?.mention ?? null);
  return {
    start,
    end,
    speaker: draft.speaker?.name ?? null,
    speech: "direct",
    attribution: draft.attribution,
    mention,
  };
}

// A quotation that opens anew in each paragraph and closes in the last has one speaker.
function shareAcrossParagraphs(drafts: readonly Draft[]): void {
  for (let at = drafts.length - 1; at > 0; at--) {
    const draft = drafts[at];
    const before = drafts[at - 1];
    if (draft === undefined || before === undefined || !before.quotation.unclosed) continue;
    if (before.explicit || draft.paragraph !== before.paragraph + 1) continue;
    before.speaker = draft.speaker;
  }
  for (let at = 1; at < drafts.length; at++) {
    const draft = drafts[at];
    const before = drafts[at - 1];
    if (draft === undefined || before === undefined || !before.quotation.unclosed) continue;
    if (!draft.explicit && draft.paragraph === before.paragraph + 1) draft.speaker = before.speaker;
  }
}

function readSentence(state: State, sentence: Sentence): void {
  const { tokens, paragraph } = sentence;
  const attributions = findAttributions(tokens);
  const speakers = attributions.map((attribution) =>
    attribution.subject === null ? null : resolveSpeaker(state.discourse, tokens, attribution.subject),
  );
  const bare = tokens.every((token) => token.kind === "quote" || token.kind === "stop");
  tokens.forEach((token, at) => {
    if (token.kind === "quote") readQuote(state, sentence, at, attributions, speakers, bare);
  });
  attributions.forEach((attribution, at) => {
    const speaker = speakers[at] ?? null;
    for (const clause of reportedClauses(tokens, attributions, at))
      addReported(state, tokens, clause, attribution, speaker);
  });
  const quoted = state.drafts.at(-1);
  const direct = quoted !== undefined && isIn(tokens, quoted.quotation) ? quoted.speaker : null;
  remember(state, tokens, paragraph, direct ?? speakers.find((speaker) => speaker !== null) ?? null);
}

function isIn(tokens: readonly Token[], quotation: Quotation): boolean {
  return quotation.start >= (tokens[0]?.start ?? 0) && quotation.end <= (tokens.at(-1)?.end ?? 0);
}

function readQuote(
  state: State,
  sentence: Sentence,
  at: number,
  attributions: readonly Attribution[],
  speakers: readonly (Speaker | null)[],
  bare: boolean,
): void {
  const { tokens, paragraph } = sentence;
  const quotation = tokens[at]?.quotation;
  if (quotation === undefined) return;
  const chosen = chooseAttribution(tokens, at, attributions);
  const attribution = attributions[chosen];
  if (attribution !== undefined) {
    if (isScareQuote(state.discourse.text, tokens, at)) return;
    const { lemma } = attribution.verb ?? { lemma: "" };
    const speaker = speakers[chosen] ?? null;
    const exchange = EXCHANGES.has(lemma);
    addDraft(state, {
      quotation,
      speaker,
      attribution: spanOf(tokens, attribution),
      paragraph,
      explicit: true,
      exchange,
    });
    return;
  }
  if (!bare && tokens[at - 1]?.kind !== "colon") return;
  const draft: Draft = {
    quotation,
    speaker: speakerAround(state, paragraph),
    attribution: null,
    paragraph,
    explicit: false,
    exchange: false,
  };
  addDraft(state, draft);
  if (draft.speaker === null) state.pending.push(draft);
}

function addDraft(state: State, draft: Draft): void {
  state.drafts.push(draft);
  state.lastOf.set(draft.paragraph, draft);
}

const EXCHANGES = new Set("ask reply answer respond retort counter inquire enquire".split(" "));

// The speaker goes on, unless two people take turns in question and answer.
function speakerAround(state: State, paragraph: number): Speaker | null {
  const last = state.drafts.at(-1);
  const before = state.lastOf.get(paragraph - 2);
  const turns =
    last?.paragraph === paragraph - 1 && before !== undefined && before.speaker?.name !== last.speaker?.name;
  if (turns && before.speaker !== null && (last.exchange || before.exchange)) return before.speaker;
  return paragraph - state.speakerParagraph <= 3 ? state.speaker : null;
}

function chooseAttribution(tokens: readonly Token[], at: number, attributions: readonly Attribution[]): number {
  const introducing = attributions.findIndex((a) => a.complement.kind === "quotation" && a.complement.from === at);
  if (introducing !== -1) return introducing;
  const behind = tokens[at + 1]?.kind === "comma" || tokens[at + 1]?.kind === "semicolon" ? at + 2 : at + 1;
  const following = attributions.findIndex((a) => a.from === behind && a.verb?.form !== "ing");
  const before = attributions.findLastIndex((a) => a.to <= at);
  const reported = attributions[before]?.complement.kind === "clause" && attributions[following]?.verb === null;
  if (following !== -1 && !reported) return following;
  if (before !== -1) return before;
  return attributions.findIndex((a) => a.from > at);
}

function spanOf(tokens: readonly Token[], attribution: Attribution): Span {
  const start = tokens[attribution.from]?.start ?? 0;
  return { start, end: tokens[attribution.to - 1]?.end ?? start };
}

function addReported(
  state: State,
  tokens: readonly Token[],
  clause: Span,
  attribution: Attribution,
  speaker: Speaker | null,
): void {
  const first = tokens[clause.start];
  const last = tokens[clause.end - 1];
  if (first === undefined || last === undefined || clause.end - clause.start < 2) return;
  state.statements.push({
    start: first.start,
    end: last.end,
    speaker: speaker?.name ?? null,
    speech: "reported",
    attribution: spanOf(tokens, attribution),
    mention: speaker?.mention ?? null,
  });
}

function remember(state: State, tokens: readonly Token[], paragraph: number, speaker: Speaker | null): void {
  const { discourse } = state;
  const phrase = sentenceSubject(tokens);
  const alone = phrase !== null && !(tokens[phrase.to]?.word === "and" && tokens[phrase.to + 1]?.capital === true);
  const subject = speaker ?? (alone ? resolveSpeaker(discourse, tokens, phrase) : null);
  rememberScene(discourse, subject, membersIn(discourse.cast, tokens, 0, tokens.length));
  if (subject === null || (speaker === null && subject.kind !== "person")) return;
  state.speaker = subject;
  state.speakerParagraph = paragraph;
  for (const draft of state.pending) draft.speaker = subject;
  state.pending = [];
}
