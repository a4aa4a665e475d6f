import { readingOrder } from "../conversation/arrange.ts";
import { recallAnswer } from "../conversation/buttons.ts";
import { NO_MORE } from "../conversation/texts.ts";
import { parsePassageRange } from "./action-ids.ts";
import type { Pressed } from "./on-button.ts";
import { isDirect } from "./place.ts";
import { renderMore } from "./render-answer.ts";
import { renderContext } from "./render-context.ts";

/** The paragraphs around the passages, in a form of their own. */
export async function showContext(pressed: Pressed): Promise<void> {
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

/** The next passages: for all where all see the answer, once. */
export async function showMore(pressed: Pressed): Promise<void> {
  const { bot, value, place, messageTs, isEphemeral, showEphemeral, tell } = pressed;
  const range = parsePassageRange(value);
  const saved = range && (await recallAnswer(pressed, range.answerId));
  if (!saved) return;
  const more = renderMore({ ...saved, audience: isEphemeral ? "asker" : "everyone", askedBy: null }, range.from);
  if (more === null) await tell(NO_MORE);
  else if (isEphemeral) await showEphemeral(more);
  else if (!(await bot.state.claim(`slack:more:${value}:${messageTs}`, SHOWN_MS)))
    await tell("The next passages are already below.");
  else {
    const threadTs = isDirect(place) ? place.threadTs : (place.threadTs ?? messageTs);
    const shown = await bot.show({ ...place, threadTs }, more);
    if (shown.kind === "refused") await showEphemeral(more);
  }
}
