import type { types } from "@slack/bolt";
import type { Answer } from "../../src/index.ts";
import {
  arrangeAnswer,
  type Group,
  groupByArticle,
  leadOf,
  noticesOf,
  pageOf,
  passagesIn,
  readingOrder,
} from "../conversation/arrange.ts";
import { cutText } from "../conversation/cut.ts";
import { BUTTONS, SHORTENED, SUGGESTIONS_TITLE } from "../conversation/texts.ts";
import { ACTIONS, answerBlock, formatPassageRange } from "./action-ids.ts";
import { ROOM, SLACK_LIMITS } from "./limits.ts";
import { escapeEntities, mention } from "./markup.ts";
import { actions, type Block, button, context, escapeWithin, fitMessage, type Message, section } from "./message.ts";
import { describeGroup, OUTCOME_SIGNS, renderGroup, renderPassages } from "./render-passage.ts";

/** What a message about an answer depends on beside the answer. */
export interface AnswerView {
  /** The id under which the buttons find the answer again. */
  readonly id: string;
  readonly answer: Answer;
  /** Who sees the message; what only the asker sees can be shared. */
  readonly audience: "everyone" | "asker";
  /** Whoever asked, where no message of theirs above shows the question. */
  readonly askedBy: string | null;
}

/** How many passages `more` shows at a time. */
const PASSAGES_PER_PAGE = 3;

/** An answer as the message that is posted first. */
export function renderAnswer(view: AnswerView): Message {
  const { answer } = view;
  const head = [...renderAsked(view), ...renderLead(answer), ...renderNotices(answer)];
  const pieces = arrangeAnswer(answer);
  const [first] = readingOrder(answer);
  return fitMessage({
    head,
    most: pieces.length,
    body: (kept) => groupByArticle(pieces.slice(0, kept)).flatMap(renderGroup),
    instead: first ? renderPassages([first]) : [],
    foot: (kept) => {
      const shown = kept === 0 ? (first ? 1 : 0) : passagesIn(pieces.slice(0, kept)).length;
      return renderFoot(view, { from: 0, shown }, kept < pieces.length);
    },
    text: describeAnswer(answer, groupByArticle(pieces)),
  });
}

/** The passages after the first `from` ones, or `null` where there are none. */
export function renderMore(view: AnswerView, from: number): Message | null {
  const page = pageOf(view.answer, from, PASSAGES_PER_PAGE);
  if (page.length === 0) return null;
  return fitMessage({
    head: [],
    most: page.length,
    body: (kept) => groupByArticle(page.slice(0, kept)).flatMap(renderGroup),
    foot: (kept) => [actions(`answer:${view.id}:${from}`, readingButtons(view, { from, shown: kept }))],
    text: describeLines(groupByArticle(page).flatMap(describeGroup)),
  });
}

/** Passages by their place in the answer: `shown` of them, beginning at `from`. */
interface Shown {
  readonly from: number;
  readonly shown: number;
}

function renderAsked({ askedBy, answer }: AnswerView): readonly Block[] {
  if (askedBy === null) return [];
  return [context(`${mention(askedBy)} asked: ${escapeWithin(answer.question, ROOM.question)}`)];
}

function renderNotices(answer: Answer): readonly Block[] {
  const notices = noticesOf(answer, ROOM.notices - 1);
  if (notices.length === 0) return [];
  return [context(notices.map((notice) => escapeWithin(notice, ROOM.notice)).join("\n"))];
}

function renderLead(answer: Answer): readonly Block[] {
  const lead = leadOf(answer);
  return lead === null ? [] : [section(`${OUTCOME_SIGNS[answer.outcome]} *${escapeWithin(lead, ROOM.lead)}*`)];
}

function renderFoot(view: AnswerView, range: Shown, isShort: boolean): readonly Block[] {
  const { id, audience } = view;
  const share =
    audience === "asker" ? [button(ACTIONS.share, BUTTONS.share, id, "Share this answer in the channel")] : [];
  const votes = [
    button(ACTIONS.up, BUTTONS.up, id, "This answer helped"),
    button(ACTIONS.down, BUTTONS.down, id, "This answer did not help"),
  ];
  return [
    ...(isShort ? [context(SHORTENED)] : []),
    actions(answerBlock(id), [...readingButtons(view, range), ...votes, ...share]),
    ...renderSuggestions(view),
  ];
}

function readingButtons({ id, answer }: AnswerView, { from, shown }: Shown): readonly types.Button[] {
  const rest = readingOrder(answer).length - from - shown;
  const these = formatPassageRange(id, from, shown);
  const next = formatPassageRange(id, from + shown, 0);
  return [
    ...(shown > 0 ? [button(ACTIONS.context, BUTTONS.context, these, "Read the passages in context")] : []),
    ...(rest > 0 ? [button(ACTIONS.more, `${BUTTONS.more} (${rest})`, next, "Show more passages")] : []),
  ];
}

function renderSuggestions({ id, answer }: AnswerView): readonly Block[] {
  if (answer.suggestions.length === 0) return [];
  const buttons = answer.suggestions
    .slice(0, MAX_SUGGESTIONS)
    .map((question, n) => button(`${ACTIONS.suggestion}${n}`, question, cutText(question, ROOM.question)));
  return [context(SUGGESTIONS_TITLE), actions(`suggestions:${id}`, buttons)];
}

const MAX_SUGGESTIONS = 3;

function describeAnswer(answer: Answer, groups: readonly Group[]): string {
  const lead = leadOf(answer);
  return describeLines([
    ...(lead === null ? [] : [lead]),
    ...noticesOf(answer, answer.notices.length),
    ...groups.flatMap(describeGroup),
  ]);
}

/** As many of the pieces as the top-level text takes; a piece is cut only where it is the first. */
function describeLines(pieces: readonly string[]): string {
  let text = "";
  for (const piece of pieces) {
    const longer = text === "" ? escapeEntities(piece) : `${text}\n${escapeEntities(piece)}`;
    if (longer.length > SLACK_LIMITS.textCharacters)
      return text === "" ? escapeEntities(cutText(piece, SLACK_LIMITS.textCharacters / ESCAPE_GROWTH)) : text;
    text = longer;
  }
  return text;
}

/** One sign can become five: `&` is written `&amp;`. */
const ESCAPE_GROWTH = 5;
