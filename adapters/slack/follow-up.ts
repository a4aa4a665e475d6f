import type { App } from "@slack/bolt";
import { type Asked, askedFor } from "../conversation/asked.ts";
import { acknowledgeBy } from "./acknowledge.ts";
import { ACTIONS } from "./action-ids.ts";
import type { SlackBot } from "./bot.ts";
import { onPress, type Pressed } from "./on-button.ts";
import { askingIn, isDirect, joining, type SlackPlace } from "./place.ts";

/** Questions as buttons: below an answer they go on in its conversation, on the App Home they begin in the direct message. */
export function listenToSuggestions(app: App, bot: SlackBot): void {
  for (const action of [ACTIONS.suggestion, ACTIONS.example])
    onPress(app, bot, action, { demand: null, react: askSuggestion });
}

async function askSuggestion(pressed: Pressed): Promise<void> {
  await pressed.bot.exchange.take(askedBy(pressed), acknowledgeBy(pressed.ack));
}

function askedBy({ key, value: text, place, messageTs, isEphemeral }: Pressed): Asked<SlackPlace> {
  const { channel, user } = place;
  const threadTs = isDirect(place) ? place.threadTs : (place.threadTs ?? messageTs);
  return askedFor({
    key,
    request: { kind: "question", question: { text } },
    asker: askingIn(channel, user),
    continuation: isEphemeral ? { kind: "alone", earlier: [] } : joining({ ...place, threadTs }),
    place: isEphemeral ? { ...place, kind: "whisper", isAskerNamed: true } : { ...place, threadTs, isAskerNamed: true },
  });
}
