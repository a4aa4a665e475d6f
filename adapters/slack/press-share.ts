import type { App } from "@slack/bolt";
import type { Question } from "../../src/index.ts";
import { ACTIONS } from "./action-ids.ts";
import { answerInNewThread } from "./anchor.ts";
import { answerInPlace } from "./ask.ts";
import { describeRefusal } from "./hints.ts";
import { sentence } from "./message.ts";
import { threadConversation } from "./places.ts";
import { onPress, type Pressed, recallAnswer } from "./pressed.ts";
import type { Services } from "./services.ts";

/** Puts an answer that only the asker sees before everyone: in its thread, or in a new one. */
export function listenToSharing(app: App, services: Services): void {
  onPress(app, services, ACTIONS.share, share);
}

const SHARED_MS = 24 * 60 * 60_000;

async function share(pressed: Pressed): Promise<void> {
  const { services, press, respond, whisper } = pressed;
  const saved = await recallAnswer(pressed, press.value);
  if (saved === null || press.channel === null) return;
  const key = `slack:shared:${saved.id}`;
  if (!(await services.state.claim(key, SHARED_MS))) {
    await whisper(sentence("This answer is shared already."));
    return;
  }
  if (await postForEveryone(pressed, press.channel, saved.question)) await respond({ delete_original: true });
  else await services.state.delete(key);
}

async function postForEveryone(pressed: Pressed, channel: string, question: Question): Promise<boolean> {
  const { services, client, press, workspace, whisper } = pressed;
  const { user, threadTs } = press;
  const { text, earlier = [] } = question;
  const onRefusal = async (error: string) => void (await whisper(sentence(describeRefusal(error, null))));
  // It was counted when it was asked.
  const asker = null;
  if (threadTs === null)
    return answerInNewThread(services, client, { channel, user, text, earlier, workspace }, { asker, onRefusal });
  const shared = await answerInPlace(services, client, {
    text,
    earlier,
    conversation: threadConversation(channel, threadTs, "mention"),
    place: { channel, threadTs, questionTs: null },
    askedBy: user,
    asker,
    workspace,
  });
  if (shared.kind === "refused") await onRefusal(shared.error);
  return shared.kind !== "refused";
}
