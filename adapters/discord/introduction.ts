import type { Answer } from "../../src/index.ts";
import { joinWords } from "../chat/citation.ts";
import { cutText } from "../chat/cut.ts";
import { NONE_TITLE, RELATED_TITLE } from "../chat/texts.ts";
import { escapeLine, smallPrint } from "./markup.ts";
import type { Room } from "./room.ts";

const SIGNS = { answered: "💬", related: "🔎", none: "🚫" } as const;

/** What stands above the quotations: what kind of answer it is, and how the question was read. */
export function introductionLines(answer: Answer, room: Room): readonly string[] {
  const lead = leadOf(answer);
  const notices = [...answer.notices.slice(0, room.notes), ...unmentioned(answer)];
  return [
    ...(lead === null ? [] : [`${SIGNS[answer.outcome]} **${escapeLine(cutText(lead, room.quotation))}**`]),
    ...notices.map((notice) => smallPrint(escapeLine(cutText(notice, room.quotation)))),
  ];
}

function leadOf({ lead, outcome }: Answer): string | null {
  if (lead !== null || outcome === "answered") return lead;
  return outcome === "related" ? RELATED_TITLE : NONE_TITLE;
}

/** What nothing mentions is said even where the rest of the question is answered. */
function unmentioned({ missing, lead, notices }: Answer): readonly string[] {
  const said = [lead ?? "", ...notices].join("\n");
  const unsaid = missing.filter((name) => !said.includes(name));
  return unsaid.length > 0 ? [`No article here mentions ${joinWords(unsaid)}.`] : [];
}
