import type { App } from "@slack/bolt";
import { askedFor } from "../conversation/asked.ts";
import { acknowledgeBy } from "./acknowledge.ts";
import { ACTIONS } from "./action-ids.ts";
import type { SlackBot } from "./bot.ts";
import { sentence } from "./message.ts";
import { onPress, type Pressed, recallAnswer } from "./on-button.ts";
import { askingIn, joining } from "./place.ts";
import { respond } from "./write.ts";

/** Puts an answer that only the asker sees before everyone: in its thread, or in a new one. */
export function listenToSharing(app: App, bot: SlackBot): void {
  onPress(app, bot, ACTIONS.share, { demand: "answer", react: share });
}

const SHARED_MS = 24 * 60 * 60_000;

async function share(pressed: Pressed): Promise<void> {
  const { bot, value, place, key, ack, whisper } = pressed;
  const saved = await recallAnswer(pressed, value);
  if (saved === null || place.responseUrl === null) return;
  const shared = `slack:shared:${saved.id}`;
  if (!(await bot.state.claim(shared, SHARED_MS))) {
    await whisper(sentence("This answer is shared already."));
    return;
  }
  const { channel, user, threadTs } = place;
  const written = await bot.exchange.take(
    askedFor({
      key: `share:${key}`,
      answerId: saved.id,
      request: { kind: "question", question: { ...saved.question, earlier: [...(saved.question.earlier ?? [])] } },
      asker: askingIn(channel, user),
      // It was counted when it was asked.
      isCounted: false,
      continuation: threadTs === null ? { kind: "opens" } : joining(place),
      place: { ...place, isAskerNamed: threadTs !== null, ifRefused: "reason" },
    }),
    acknowledgeBy(ack),
  );
  if (written?.place.kind === "post") await respond(place.responseUrl, { delete_original: true });
  else await bot.state.delete(shared);
}
