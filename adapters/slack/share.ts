import { recallQuestion, share } from "../conversation/buttons.ts";
import type { Pressed } from "./on-button.ts";
import { joining } from "./place.ts";
import { respond } from "./write.ts";

/** Puts an answer that only the asker sees before everyone: in its thread, or in a new one. */
export async function shareAnswer(pressed: Pressed): Promise<void> {
  const { value: id, place } = pressed;
  const { threadTs, responseUrl } = place;
  const question = await recallQuestion(pressed, id);
  if (question === null || responseUrl === null) return;
  const where = {
    continuation: threadTs === null ? ({ kind: "opens" } as const) : joining(place),
    place: { ...place, isAskerNamed: threadTs !== null, ifRefused: "reason" as const },
  };
  const isShared = await share(pressed, { id, question }, where, ({ kind }) => kind === "post");
  if (isShared) await respond(responseUrl, { delete_original: true });
}
