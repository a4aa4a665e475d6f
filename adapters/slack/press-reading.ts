import type { App } from "@slack/bolt";
import { NO_MORE } from "../conversation/texts.ts";
import { ACTIONS, parsePassageRange } from "./action-ids.ts";
import { sentence } from "./message.ts";
import { onPress, type Pressed, recallAnswer } from "./pressed.ts";
import { allPassages, renderMore } from "./render-answer.ts";
import { renderContext } from "./render-context.ts";
import type { Services } from "./services.ts";

/** The buttons with which somebody reads on: the paragraphs around the passages, and the next passages. */
export function listenToReading(app: App, services: Services): void {
  onPress(app, services, ACTIONS.context, showContext);
  onPress(app, services, ACTIONS.more, showMore);
}

async function showContext(pressed: Pressed): Promise<void> {
  const { services, client, press } = pressed;
  const range = parsePassageRange(press.value);
  const saved = range && (await recallAnswer(pressed, range.answerId));
  if (!saved) return;
  const passages = allPassages(saved.answer).slice(range.from, range.from + range.count);
  const engine = services.engine();
  const view = renderContext(passages.map((passage) => ({ passage, paragraphs: engine.context(passage) })));
  await client.views.open({ trigger_id: press.triggerId, view });
}

/** Long enough that nobody presses the same button again for want of a reply. */
const SHOWN_MS = 24 * 60 * 60_000;

async function showMore(pressed: Pressed): Promise<void> {
  const { services, client, press, whisper } = pressed;
  const range = parsePassageRange(press.value);
  const saved = range && (await recallAnswer(pressed, range.answerId));
  if (!saved) return;
  const more = renderMore({ ...saved, audience: press.isEphemeral ? "asker" : "everyone", askedBy: null }, range.from);
  if (more === null) await whisper(sentence(NO_MORE));
  else if (press.isEphemeral || press.channel === null) await whisper(more);
  else if (!(await services.state.claim(`slack:more:${press.value}:${press.messageTs}`, SHOWN_MS)))
    await whisper(sentence("The next passages are already below."));
  else {
    const threadTs = press.channel.startsWith("D") ? press.threadTs : (press.threadTs ?? press.messageTs);
    const posted = await services.post(client, { channel: press.channel, threadTs, questionTs: null }, more);
    if (posted.kind === "refused") await whisper(more);
  }
}
