import type { App, types } from "@slack/bolt";
import * as v from "valibot";
import { recallQuestion } from "../conversation/buttons.ts";
import { isAllowed } from "../conversation/fair-use.ts";
import { MAX_REASON_LENGTH } from "../conversation/feedback.ts";
import { THANKS } from "../conversation/texts.ts";
import { ACTIONS } from "./action-ids.ts";
import { errorCode } from "./api-errors.ts";
import { plainText, section } from "./blocks.ts";
import type { SlackBot } from "./bot.ts";
import { SLACK_LIMITS } from "./limits.ts";
import type { Pressed } from "./on-button.ts";
import { askingIn } from "./place.ts";

/** 👍. */
export async function voteUp(pressed: Pressed): Promise<void> {
  const { bot, value: id, asker, tell } = pressed;
  if ((await recallQuestion(pressed, id)) === null) return;
  await bot.feedback.vote(id, asker, "up");
  await tell(THANKS.up);
}

/** 👎, and the form for the reason, beside which it counts already. */
export async function voteDown(pressed: Pressed): Promise<void> {
  const { bot, client, value: id, triggerId, asker, tell } = pressed;
  if ((await recallQuestion(pressed, id)) === null) return;
  const voted = bot.feedback.vote(id, asker, "down");
  // Meanwhile, as the trigger is good for three seconds only.
  await client.views.open({ trigger_id: triggerId, view: renderReasonForm(id) }).catch((error: unknown) => {
    bot.log.warn("The form for a reason did not open.", { error: errorCode(error) });
    return tell(THANKS.down);
  });
  await voted;
}

/** The form for a reason that was sent. */
export function listenToReasons(app: App, bot: SlackBot): void {
  app.view(ACTIONS.reason, async ({ ack, view, body }) => {
    const reason = readReason(view.state.values);
    if (reason === null) return ack();
    await ack({ response_action: "update", view: renderReasonThanks() });
    const asker = askingIn(body.user.id, body.user.id, { demand: "trifle" });
    await bot.run("reason", async () => {
      if (!(await bot.isFirst(`reason:${view.id}`))) return;
      if (await isAllowed(bot.fairUse, asker, async () => {}))
        await bot.feedback.explain(view.private_metadata, asker, reason);
    });
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
