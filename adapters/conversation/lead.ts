import type { Answer } from "../../src/index.ts";
import { joinWords } from "./citation.ts";
import { NONE_TITLE, RELATED_TITLE } from "./texts.ts";

/** What stands above the quotations; `null` where they speak for themselves. */
export function leadOf({ lead, outcome }: Answer): string | null {
  if (lead !== null || outcome === "answered") return lead;
  return outcome === "related" ? RELATED_TITLE : NONE_TITLE;
}

/** How the question was read, the first `most` of it, and what no article mentions: that must not get lost. */
export function noticesOf({ missing, lead, notices }: Answer, most: number): readonly string[] {
  const said = [lead ?? "", ...notices].join("\n");
  const unsaid = missing.filter((name) => !said.includes(name));
  const unmentioned = unsaid.length > 0 ? [`No article here mentions ${joinWords(unsaid)}.`] : [];
  return [...notices.slice(0, most), ...unmentioned];
}
