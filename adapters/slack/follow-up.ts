import { ask } from "../conversation/buttons.ts";
import type { Pressed } from "./on-button.ts";
import { isDirect, joining, type SlackPlace } from "./place.ts";

/** Questions as buttons: below an answer they go on in its conversation, on the App Home they begin in the direct message. */
export async function askSuggestion(pressed: Pressed): Promise<void> {
  const { value, place, messageTs, isEphemeral } = pressed;
  const asking = { ...place, isAskerNamed: true };
  if (isEphemeral)
    return ask<SlackPlace>(pressed, value, {
      continuation: { kind: "alone", earlier: [] },
      place: { ...asking, kind: "ephemeral" },
    });
  const threadTs = isDirect(place) ? place.threadTs : (place.threadTs ?? messageTs);
  await ask(pressed, value, { continuation: joining({ ...place, threadTs }), place: { ...asking, threadTs } });
}
