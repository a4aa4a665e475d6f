import { type APIButtonComponent, type APIComponentInContainer, ComponentType } from "discord.js";
import type { Answer, AnswerPart, Outcome, Passage } from "../../src/index.ts";
import { leadOf, noticesOf, partsAt } from "../conversation/arrange.ts";
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
import { disagreementMarkdown, type NumberedPassage, passageMarkdown, renderPassage } from "./render-passage.ts";

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

/** All passages in the order in which buttons number them: those shown at first, then the others. */
export function numberedPassages({ passages, more }: Answer): readonly Passage[] {
  return [...passages, ...more];
}

const fitsDiscord = (message: ComponentMessage) => fits(measureMessage(message));

function answerMessage(answer: Answer, frame: AnswerFrame, room: Room): ComponentMessage {
  const shown = numbered(answer.passages, 0).slice(0, room.passages);
  const disagreements = answer.disagreements.slice(0, room.disagreements);
  const parts = [
    introduction(answer, room),
    ...shown.map((passage) => [
      ...headingsAt(answer, passage.index, room).map(textDisplay),
      ...renderPassage(passage, frame.answerId, room),
    ]),
    headingsAt(answer, answer.passages.length, room).map(textDisplay),
    ...disagreements.map((disagreement) => [textDisplay(disagreementMarkdown(disagreement, room))]),
  ];
  return componentMessage([
    ...headingOf(frame),
    ...container(parts, ACCENT[answer.outcome]),
    ...buttonRows(answerButtons(answer, frame, shown.length)),
    ...suggestionsOf(answer, frame, room),
  ]);
}

function moreMessage(answer: Answer, frame: AnswerFrame, from: number, room: Room): ComponentMessage {
  const all = numbered(numberedPassages(answer), 0);
  const shown = all.slice(from, from + Math.min(MORE_AT_ONCE, room.passages));
  const parts = shown.map((passage) => renderPassage(passage, frame.answerId, room));
  const next = from + shown.length;
  const buttons = next < all.length ? [moreButton(frame.answerId, next, all.length)] : [];
  return componentMessage([...headingOf(frame), ...container(parts, ACCENT[answer.outcome]), ...buttonRows(buttons)]);
}

function numbered(passages: readonly Passage[], from: number): NumberedPassage[] {
  return passages.map((passage, at) => ({ passage, index: from + at }));
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

function answerButtons(answer: Answer, { answerId, audience }: AnswerFrame, shown: number): APIButtonComponent[] {
  const all = numberedPassages(answer).length;
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
  const passages = numberedPassages(answer).slice(from, from + MORE_AT_ONCE);
  const render = (room: Room) => passages.map((passage) => passageMarkdown(passage, room)).join("\n\n");
  return plainMessage(renderToFit(render, (text) => text.length <= DISCORD_LIMITS.contentCharacters));
}

function answerText(answer: Answer, { heading }: AnswerFrame, room: Room): string {
  return [
    [...(heading === null ? [] : [heading]), ...introductionLines(answer, room)].join("\n"),
    ...answer.passages
      .slice(0, room.passages)
      .flatMap((passage, at) => [...headingsAt(answer, at, room), passageMarkdown(passage, room)]),
    ...headingsAt(answer, answer.passages.length, room),
    ...answer.disagreements.slice(0, room.disagreements).map((point) => disagreementMarkdown(point, room)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const SIGNS = { answered: "💬", related: "🔎", none: "🚫" } as const;

/** The headings of the parts that begin with a passage. */
function headingsAt(answer: Answer, at: number, room: Room): readonly string[] {
  return partsAt(answer, at).map((part) => headingOfPart(part, room));
}

function headingOfPart(part: AnswerPart, room: Room): string {
  const lead = leadOf(part);
  const heading = `**${escapeLine(cutText(part.heading, room.quotation))}**`;
  return lead === null ? heading : `${heading}\n${SIGNS[part.outcome]} ${escapeLine(cutText(lead, room.quotation))}`;
}

function introductionLines(answer: Answer, room: Room): readonly string[] {
  const lead = leadOf(answer);
  const notices = noticesOf(answer, room.notes);
  return [
    ...(lead === null ? [] : [`${SIGNS[answer.outcome]} **${escapeLine(cutText(lead, room.quotation))}**`]),
    ...notices.map((notice) => smallPrint(escapeLine(cutText(notice, room.quotation)))),
  ];
}
