import type { App } from "@slack/bolt";
import { admit } from "../conversation/admission.ts";
import { ACTIONS } from "./action-ids.ts";
import { rootOf } from "./anchor.ts";
import { answerInPlace, composeAnswer } from "./ask.ts";
import { askingIn } from "./asking.ts";
import { sentence } from "./message.ts";
import { directConversation, threadConversation } from "./places.ts";
import { onPress, type Pressed } from "./pressed.ts";
import type { Services } from "./services.ts";

/** Questions as buttons: below an answer they go on in its conversation, on the App Home they begin in the direct message. */
export function listenToSuggestions(app: App, services: Services): void {
  onPress(app, services, ACTIONS.suggestion, askHere);
  onPress(app, services, ACTIONS.example, askDirectly);
}

async function askHere(pressed: Pressed): Promise<void> {
  const { services, client, press, team, workspace, whisper } = pressed;
  const { channel, user, value: text } = press;
  if (channel === null) return askDirectly(pressed);
  const asker = askingIn(channel, user);
  if (!(await admit(services, asker, text, (reason) => whisper(sentence(reason))))) return;
  if (press.isEphemeral) {
    await whisper(await composeAnswer(services, { text }, { audience: "asker", askedBy: user, asker }));
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
    asker,
    workspace,
  });
}

async function askDirectly({ services, client, press, team, workspace }: Pressed): Promise<void> {
  const { user, value: text } = press;
  const asker = askingIn(user, user);
  const place = rootOf(user);
  if (!(await admit(services, asker, text, (reason) => services.post(client, place, sentence(reason))))) return;
  const conversation = directConversation(team, user, null);
  await answerInPlace(services, client, { text, conversation, place, askedBy: user, asker, workspace });
}
