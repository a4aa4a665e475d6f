import type { Answer } from "../../src/index.ts";
import { cutText } from "../conversation/cut.ts";
import { leadOf, noticesOf } from "../conversation/lead.ts";
import { escapeLine, smallPrint } from "./markup.ts";
import type { Room } from "./room.ts";

const SIGNS = { answered: "💬", related: "🔎", none: "🚫" } as const;

/** What stands above the quotations: what kind of answer it is, and how the question was read. */
export function introductionLines(answer: Answer, room: Room): readonly string[] {
  const lead = leadOf(answer);
  const notices = noticesOf(answer, room.notes);
  return [
    ...(lead === null ? [] : [`${SIGNS[answer.outcome]} **${escapeLine(cutText(lead, room.quotation))}**`]),
    ...notices.map((notice) => smallPrint(escapeLine(cutText(notice, room.quotation)))),
  ];
}
