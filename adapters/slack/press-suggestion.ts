import type { App } from "@slack/bolt";
import { ACTIONS } from "./action-ids.ts";
import { answerInPlace, composeAnswer } from "./ask.ts";
import { directConversation, threadConversation } from "./places.ts";
import { onPress, type Pressed } from "./pressed.ts";
import type { Services } from "./services.ts";

/** Questions as buttons: below an answer they go on in its conversation, on the App Home they begin in the direct message. */
export function listenToSuggestions(app: App, services: Services): void {
  onPress(app, services, ACTIONS.suggestion, askHere);
  onPress(app, services, ACTIONS.example, askDirectly);
}

async function askHere(pressed: Pressed): Promise<void> {
  const { services, client, press, team, whisper } = pressed;
  const { channel, user, value: text } = press;
  if (channel === null) return askDirectly(pressed);
  if (press.isEphemeral) {
    await whisper(await composeAnswer(services, { text }, { audience: "asker", askedBy: user }));
    return;
  }
  const isDirect = channel.startsWith("D");
  const threadTs = isDirect ? press.threadTs : (press.threadTs ?? press.messageTs);
  await answerInPlace(services, client, {
    text,
    conversation:
      isDirect || threadTs === null
        ? directConversation(team, user, threadTs)
        : threadConversation(channel, threadTs, "mention"),
    place: { channel, threadTs, questionTs: null },
    askedBy: user,
  });
}

async function askDirectly({ services, client, press, team }: Pressed): Promise<void> {
  await answerInPlace(services, client, {
    text: press.value,
    conversation: directConversation(team, press.user, null),
    place: { channel: press.user, threadTs: null, questionTs: null },
    askedBy: press.user,
  });
}
