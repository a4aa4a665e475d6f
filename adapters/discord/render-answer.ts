import { type APIButtonComponent, type APIComponentInContainer, ComponentType } from "discord.js";
import type { Answer, Outcome } from "../../src/index.ts";
import {
  arrangeAnswer,
  type Group,
  groupByArticle,
  groupPassages,
  leadOf,
  noticesOf,
  passagesIn,
  readingOrder,
} from "../conversation/arrange.ts";
import { cutText } from "../conversation/cut.ts";
import { BUTTONS, SUGGESTIONS_TITLE } from "../conversation/texts.ts";
import { fits, measureMessage, type Room, renderToFit } from "./fit.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { escapeLine, smallPrint } from "./markup.ts";
import {
  button,
  buttonRows,
  type ComponentMessage,
  componentMessage,
  type PlainMessage,
  plainMessage,
  separator,
  textDisplay,
} from "./message.ts";
import { groupMarkdown, renderGroup, SIGNS } from "./render-passage.ts";

/** What a message shows beside the answer itself. */
export interface AnswerFrame {
  readonly answerId: string;
  /** Markdown above the answer, where the message does not stand below its question. */
  readonly heading: string | null;
  readonly audience: "everyone" | "asker";
}

/** How many passages **More** shows. */
export const MORE_AT_ONCE = 3;

/** The colour at the edge tells an answer from a near miss and from none. */
export const ACCENT: Readonly<Record<Outcome, number>> = { answered: 0x3b7dd8, related: 0xd9a03b, none: 0x80848e };

/** The answer as a message in Components V2 that stays within every limit, whatever the answer holds. */
export function renderAnswer(answer: Answer, frame: AnswerFrame): ComponentMessage {
  return renderToFit((room) => answerMessage(answer, frame, room), fitsDiscord);
}

/** The passages from number `from` on, below an answer that was shown before. */
export function renderMore(answer: Answer, frame: AnswerFrame, from: number): ComponentMessage {
  return renderToFit((room) => moreMessage(answer, frame, from, room), fitsDiscord);
}

const fitsDiscord = (message: ComponentMessage) => fits(measureMessage(message));

function answerMessage(answer: Answer, frame: AnswerFrame, room: Room): ComponentMessage {
  const order = readingOrder(answer);
  const pieces = piecesWithin(answer, room);
  const shown = passagesIn(pieces).length;
  const { answerId } = frame;
  const groups = groupByArticle(pieces).map((group) => renderGroup(group, { answerId, order, room }));
  return componentMessage([
    ...headingOf(frame),
    ...container([introduction(answer, room), ...groups], ACCENT[answer.outcome]),
    ...buttonRows(answerButtons(frame, shown, order.length)),
    ...suggestionsOf(answer, frame, room),
  ]);
}

/** Passages whose disagreement finds no room stand alone; that nothing answers a part is said in any room. */
function piecesWithin(answer: Answer, room: Room): readonly Group[] {
  const disagreements = answer.disagreements.slice(0, room.disagreements);
  const most = room.passages + room.disagreements;
  return arrangeAnswer({ ...answer, disagreements }).filter(({ kind }, at) => at < most || kind === "headings");
}

function moreMessage(answer: Answer, frame: AnswerFrame, from: number, room: Room): ComponentMessage {
  const order = readingOrder(answer);
  const shown = order.slice(from, from + Math.min(MORE_AT_ONCE, room.passages));
  const { answerId } = frame;
  const parts = groupPassages(shown).map((group) => renderGroup(group, { answerId, order, room }));
  const next = from + shown.length;
  const buttons = next < order.length ? [moreButton(answerId, next, order.length)] : [];
  return componentMessage([...headingOf(frame), ...container(parts, ACCENT[answer.outcome]), ...buttonRows(buttons)]);
}

function headingOf({ heading }: AnswerFrame) {
  return heading === null ? [] : [textDisplay(heading)];
}

function introduction(answer: Answer, room: Room): APIComponentInContainer[] {
  const lines = introductionLines(answer, room);
  return lines.length === 0 ? [] : [textDisplay(lines.join("\n"))];
}

/** Parts in a frame with thin lines between them; no frame where there is nothing in it. */
export function container(parts: readonly (readonly APIComponentInContainer[])[], accent: number) {
  const components = parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : [separator(), ...part]));
  if (components.length === 0) return [];
  return [{ type: ComponentType.Container as const, accent_color: accent, spoiler: false, components }];
}

function answerButtons({ answerId, audience }: AnswerFrame, shown: number, all: number): APIButtonComponent[] {
  return [
    ...(shown < all ? [moreButton(answerId, shown, all)] : []),
    button({ action: "follow", answerId, index: 0 }, "Follow up"),
    ...(audience === "asker" ? [button({ action: "share", answerId, index: 0 }, BUTTONS.share)] : []),
    button({ action: "up", answerId, index: 0 }, BUTTONS.up),
    button({ action: "down", answerId, index: 0 }, BUTTONS.down),
  ];
}

function moreButton(answerId: string, from: number, all: number): APIButtonComponent {
  return button({ action: "more", answerId, index: from }, `${BUTTONS.more} (${all - from})`);
}

function suggestionsOf({ suggestions }: Answer, { answerId }: AnswerFrame, room: Room) {
  const buttons = suggestions
    .slice(0, room.suggestions)
    .map((suggestion, index) => button({ action: "ask", answerId, index }, suggestion));
  return buttons.length === 0 ? [] : [textDisplay(smallPrint(SUGGESTIONS_TITLE)), ...buttonRows(buttons)];
}

/** The answer without components: what is sent where Discord refuses them. */
export function renderPlainAnswer(answer: Answer, frame: AnswerFrame): PlainMessage {
  const text = renderToFit(
    (room) => answerText(answer, frame, room),
    (fitted) => fitted.length <= DISCORD_LIMITS.contentCharacters,
  );
  return plainMessage(text);
}

/** The passages from number `from` on without components. */
export function renderPlainMore(answer: Answer, from: number): PlainMessage {
  const groups = groupPassages(readingOrder(answer).slice(from, from + MORE_AT_ONCE));
  const render = (room: Room) => groups.map((group) => groupMarkdown(group, room)).join("\n\n");
  return plainMessage(renderToFit(render, (text) => text.length <= DISCORD_LIMITS.contentCharacters));
}

function answerText(answer: Answer, { heading }: AnswerFrame, room: Room): string {
  return [
    [...(heading === null ? [] : [heading]), ...introductionLines(answer, room)].join("\n"),
    ...groupByArticle(piecesWithin(answer, room)).map((group) => groupMarkdown(group, room)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function introductionLines(answer: Answer, room: Room): readonly string[] {
  const lead = leadOf(answer);
  const notices = noticesOf(answer, room.notes);
  return [
    ...(lead === null ? [] : [`${SIGNS[answer.outcome]} **${escapeLine(cutText(lead, room.quotation))}**`]),
    ...notices.map((notice) => smallPrint(escapeLine(cutText(notice, room.quotation)))),
  ];
}
