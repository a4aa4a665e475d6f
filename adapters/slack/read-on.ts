import type { App } from "@slack/bolt";
import { readingOrder } from "../conversation/arrange.ts";
import { NO_MORE } from "../conversation/texts.ts";
import { ACTIONS, parsePassageRange } from "./action-ids.ts";
import type { SlackBot } from "./bot.ts";
import { sentence } from "./message.ts";
import { onPress, type Pressed, recallAnswer } from "./on-button.ts";
import { isDirect } from "./place.ts";
import { renderMore } from "./render-answer.ts";
import { renderContext } from "./render-context.ts";

/** The buttons with which somebody reads on: the paragraphs around the passages, and the next passages. */
export function listenToReading(app: App, bot: SlackBot): void {
  onPress(app, bot, ACTIONS.context, { demand: "answer", react: showContext });
  onPress(app, bot, ACTIONS.more, { demand: "answer", react: showMore });
}

async function showContext(pressed: Pressed): Promise<void> {
  const { bot, client, value, triggerId } = pressed;
  const range = parsePassageRange(value);
  const saved = range && (await recallAnswer(pressed, range.answerId));
  if (!saved) return;
  const passages = readingOrder(saved.answer).slice(range.from, range.from + range.count);
  const engine = bot.engine();
  const inContext = passages.map(async (passage) => ({ passage, paragraphs: await engine.context(passage) }));
  const view = renderContext(await Promise.all(inContext));
  await client.views.open({ trigger_id: triggerId, view });
}

/** Long enough that nobody presses the same button again for want of a reply. */
const SHOWN_MS = 24 * 60 * 60_000;

async function showMore(pressed: Pressed): Promise<void> {
  const { bot, value, place, messageTs, isEphemeral, whisper } = pressed;
  const range = parsePassageRange(value);
  const saved = range && (await recallAnswer(pressed, range.answerId));
  if (!saved) return;
  const more = renderMore({ ...saved, audience: isEphemeral ? "asker" : "everyone", askedBy: null }, range.from);
  if (more === null) await whisper(sentence(NO_MORE));
  else if (isEphemeral) await whisper(more);
  else if (!(await bot.state.claim(`slack:more:${value}:${messageTs}`, SHOWN_MS)))
    await whisper(sentence("The next passages are already below."));
  else {
    const threadTs = isDirect(place) ? place.threadTs : (place.threadTs ?? messageTs);
    const shown = await bot.show({ ...place, threadTs }, more);
    if (shown.kind === "refused") await whisper(more);
  }
}
