import * as v from "valibot";
import { withoutAddressees } from "../conversation/addressed.ts";
import { isRecord } from "../conversation/parse-json.ts";
import type { Said } from "../conversation/platform.ts";
import { parseCustomId } from "./action-ids.ts";

const TEXT = v.fallback(v.string(), "");
const SNAPSHOT = v.object({ message: v.object({ content: TEXT }) });
const MESSAGE = v.object({
  content: TEXT,
  components: v.fallback(v.array(v.unknown()), []),
  message_snapshots: v.fallback(v.array(SNAPSHOT), []),
});

/**
 * What a message says that a question is about: an answer of Talks, by its buttons; or its words below the title of its
 * post. Without the Message Content intent Discord keeps the words back that do not mention Talks.
 */
export function readAbout(message: unknown, title: string | null): Said | null {
  const { success, output } = v.safeParse(MESSAGE, message);
  const answerId = success ? answerIdIn(output.components) : null;
  if (answerId !== null) return { kind: "answer", answerId };
  const written = success ? output.content || (output.message_snapshots[0]?.message.content ?? "") : "";
  const words = withoutAddressees(written);
  const text = title === null || words.includes(title) ? words : `${title}\n${words}`.trim();
  return text === "" ? null : { kind: "words", text };
}

function answerIdIn(components: readonly unknown[]): string | null {
  for (const component of components) {
    if (!isRecord(component)) continue;
    const id = typeof component.custom_id === "string" ? parseCustomId(component.custom_id) : null;
    const inside = Array.isArray(component.components) ? answerIdIn(component.components) : null;
    if (id !== null || inside !== null) return id?.answerId ?? inside;
  }
  return null;
}
