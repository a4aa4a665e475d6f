import type { App, types } from "@slack/bolt";
import * as v from "valibot";
import { readingOrder } from "../conversation/arrange.ts";
import { ask, reactTo, recallAnswer, recallQuestion, share } from "../conversation/buttons.ts";
import { MAX_REASON_LENGTH } from "../conversation/feedback.ts";
import { NO_MORE, THANKS } from "../conversation/texts.ts";
import { ACTIONS, parsePassageRange } from "./action-ids.ts";
import { errorCode } from "./api-errors.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { plainText, section } from "./message.ts";
import type { Pressed } from "./on-button.ts";
import { askingIn, isDirect, joining, type SlackPlace } from "./place.ts";
import { renderMore } from "./render-answer.ts";
import { renderContext } from "./render-passage.ts";
import { respond, type SlackBot } from "./write.ts";

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
    await bot.show({ ...place, threadTs }, more);
  }
}

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

/** Opens the form for the reason of a 👎. */
export async function askForReason({ bot, client, value: id, triggerId, tell }: Pressed): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view: renderReasonForm(id) }).catch((error: unknown) => {
    bot.log.warn("The form for a reason did not open.", { error: errorCode(error) });
    return tell(THANKS.down);
  });
}

/** The form for a reason that was sent. */
export function listenToReasons(app: App, bot: SlackBot): void {
  app.view(ACTIONS.reason, async ({ ack, view, body }) => {
    const reason = readReason(view.state.values);
    if (reason === null) return ack();
    await ack({ response_action: "update", view: renderReasonThanks() });
    const asker = askingIn(body.user.id, body.user.id);
    const sent = { bot, key: `reason:${view.id}`, asker, tell: async () => {} };
    const react = () => bot.feedback.explain(view.private_metadata, asker, reason);
    await bot.run("reason", () => reactTo(sent, { demand: "trifle", react }));
  });
}

const REASON = v.object({ [ACTIONS.reason]: v.object({ [ACTIONS.reason]: v.object({ value: v.string() }) }) });

/** What was written into the form; `null` for nothing. */
function readReason(values: unknown): string | null {
  const { success, output } = v.safeParse(REASON, values);
  return (success && output.reason.reason.value.trim()) || null;
}

const TITLE = plainText("What was wrong?", SLACK_LIMITS.modalTitleCharacters);

/** The form that a 👎 opens; the vote counts already, so closing the form is fine. */
function renderReasonForm(answerId: string): types.ModalView {
  return {
    type: "modal",
    callback_id: ACTIONS.reason,
    private_metadata: answerId,
    title: TITLE,
    submit: plainText("Send", SLACK_LIMITS.modalTitleCharacters),
    close: plainText("Skip", SLACK_LIMITS.modalTitleCharacters),
    blocks: [
      {
        type: "input",
        block_id: ACTIONS.reason,
        optional: true,
        label: plainText("Tell us, if you like", SLACK_LIMITS.contextCharacters),
        element: {
          type: "plain_text_input",
          action_id: ACTIONS.reason,
          multiline: true,
          max_length: MAX_REASON_LENGTH,
          placeholder: plainText("Wrong speaker, old news, misses the point …", SLACK_LIMITS.headerCharacters),
        },
      },
    ],
  };
}

/** What takes the form's place when it was sent. */
function renderReasonThanks(): types.ModalView {
  return {
    type: "modal",
    title: TITLE,
    close: plainText("Close", SLACK_LIMITS.modalTitleCharacters),
    blocks: [section(THANKS.down)],
  };
}
