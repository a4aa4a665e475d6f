import type { APIComponentInContainer } from "discord.js";
import type { Answer } from "../../src/index.ts";
import {
  arrangeAnswer,
  type Group,
  groupByArticle,
  leadOf,
  noticesOf,
  pageOf,
  passagesIn,
  placeIn,
  readingOrder,
} from "../conversation/arrange.ts";
import { BUTTONS, SUGGESTIONS_TITLE } from "../conversation/texts.ts";
import { type BothForms, type Room, renderToFit } from "./fit.ts";
import { escapeWithin, smallPrint } from "./markup.ts";
import { ACCENT, button, buttonRows, container, textDisplay } from "./message.ts";
import { type GroupFrame, renderGroup, SIGNS } from "./render-passage.ts";

/** What a message shows beside the answer itself. */
export interface AnswerFrame {
  readonly answerId: string;
  /** Markdown above the answer, where the message does not stand below its question. */
  readonly heading: string | null;
  readonly audience: "everyone" | "asker";
}

/** How many passages **More** shows. */
const MORE_AT_ONCE = 3;

/** The answer as a message that stays within every limit, whatever the answer holds. */
export function renderAnswer(answer: Answer, frame: AnswerFrame): BothForms {
  const order = readingOrder(answer);
  return renderToFit((room) => {
    const pieces = piecesWithin(answer, room);
    const shown = passagesIn(pieces);
    // Where a disagreement found no room, the first that is not shown may stand before others that are.
    const next = order.findIndex((passage) => placeIn(shown, passage) < 0);
    return {
      words: [
        ...(frame.heading === null ? [] : [textDisplay(frame.heading)]),
        ...container(
          [introduction(answer, room), ...groupsIn(pieces, { ...frame, order, room })],
          ACCENT[answer.outcome],
        ),
      ],
      buttons: [
        ...answerButtons(frame, next < 0 ? order.length : next, order.length),
        ...suggestionsOf(answer, frame, room),
      ],
    };
  });
}

/** The passages from number `from` on, below an answer that was shown before. */
export function renderMore(answer: Answer, frame: AnswerFrame, from: number): BothForms {
  const order = readingOrder(answer);
  const page = pageOf(answer, from, MORE_AT_ONCE);
  return renderToFit((room) => {
    const shown = page.slice(0, room.passages);
    return {
      words: container(groupsIn(shown, { ...frame, order, room }), ACCENT[answer.outcome]),
      buttons: buttonRows(moreButton(frame, from + shown.length, order.length)),
    };
  });
}

/** Passages whose disagreement finds no room stand alone; that nothing answers a part is said in any room. */
function piecesWithin(answer: Answer, room: Room): readonly Group[] {
  const disagreements = answer.disagreements.slice(0, room.disagreements);
  const most = room.passages + room.disagreements;
  return arrangeAnswer({ ...answer, disagreements }).filter(({ kind }, at) => at < most || kind === "headings");
}

function groupsIn(pieces: readonly Group[], frame: Omit<GroupFrame, "buttonsAbove">) {
  const groups = groupByArticle(pieces);
  const above = (at: number) => passagesIn(groups.slice(0, at).filter(({ kind }) => kind === "article"));
  return groups.map((group, at) => renderGroup(group, { ...frame, buttonsAbove: above(at) }));
}

function introduction(answer: Answer, room: Room): readonly APIComponentInContainer[] {
  const lead = leadOf(answer);
  const lines = [
    ...(lead === null ? [] : [`${SIGNS[answer.outcome]} **${escapeWithin(lead, room.quotation)}**`]),
    ...noticesOf(answer, room.notes).map((notice) => smallPrint(escapeWithin(notice, room.quotation))),
  ];
  return lines.length === 0 ? [] : [textDisplay(lines.join("\n"))];
}

function answerButtons(frame: AnswerFrame, next: number, all: number) {
  const { answerId, audience } = frame;
  return buttonRows([
    ...moreButton(frame, next, all),
    button({ action: "follow", answerId, index: 0 }, "Follow up"),
    ...(audience === "asker" ? [button({ action: "share", answerId, index: 0 }, BUTTONS.share)] : []),
    button({ action: "up", answerId, index: 0 }, BUTTONS.up),
    button({ action: "down", answerId, index: 0 }, BUTTONS.down),
  ]);
}

function moreButton({ answerId }: AnswerFrame, from: number, all: number) {
  return from < all ? [button({ action: "more", answerId, index: from }, `${BUTTONS.more} (${all - from})`)] : [];
}

function suggestionsOf({ suggestions }: Answer, { answerId }: AnswerFrame, room: Room) {
  const buttons = suggestions
    .slice(0, room.suggestions)
    .map((suggestion, index) => button({ action: "ask", answerId, index }, suggestion));
  return buttons.length === 0 ? [] : [textDisplay(smallPrint(SUGGESTIONS_TITLE)), ...buttonRows(buttons)];
}
