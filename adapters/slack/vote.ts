import type { App, types } from "@slack/bolt";
import * as v from "valibot";
import { isAllowed } from "../conversation/fair-use.ts";
import { MAX_REASON_LENGTH, type Vote } from "../conversation/feedback.ts";
import { THANKS } from "../conversation/texts.ts";
import { ACTIONS } from "./action-ids.ts";
import { errorCode } from "./api-errors.ts";
import { plainText, section } from "./blocks.ts";
import type { SlackBot } from "./bot.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { sentence } from "./message.ts";
import { onPress, type Pressed, recallAnswer } from "./on-button.ts";
import { askingIn, personOf } from "./place.ts";

/** 👍 and 👎, and the form for the reason that 👎 opens. */
export function listenToVotes(app: App, bot: SlackBot): void {
  onPress(app, bot, ACTIONS.up, { demand: "trifle", react: (pressed) => vote(pressed, "up") });
  onPress(app, bot, ACTIONS.down, { demand: "trifle", react: (pressed) => vote(pressed, "down") });
  app.view(ACTIONS.reason, async ({ ack, view, body }) => {
    const reason = readReason(view.state.values);
    if (reason === null) return ack();
    await ack({ response_action: "update", view: renderReasonThanks() });
    const { id } = body.user;
    await bot.run("reason", async () => {
      if (!(await bot.isFirst(`reason:${view.id}`))) return;
      const isCounted = await isAllowed(bot.fairUse, askingIn(id, id, { demand: "trifle" }), async () => {});
      if (isCounted) await bot.feedback.explain(view.private_metadata, personOf(id), reason);
    });
  });
}

async function vote(pressed: Pressed, choice: Vote): Promise<void> {
  const { bot, client, value, triggerId, place, whisper } = pressed;
  const saved = await recallAnswer(pressed, value);
  if (saved === null) return;
  const voted = bot.feedback.vote(saved.id, personOf(place.user), choice);
  if (choice === "down") {
    // Beside that, as the trigger is good for three seconds only.
    const form = { trigger_id: triggerId, view: renderReasonForm(saved.id) };
    const opening = client.views.open(form).catch((error: unknown) => {
      bot.log.warn("The form for a reason did not open.", { error: errorCode(error) });
      return null;
    });
    if ((await opening) === null) await whisper(sentence(THANKS.down));
  }
  await voted;
  bot.log.info("Feedback", { platform: "slack", vote: choice, outcome: saved.answer.outcome });
  if (choice === "up") await whisper(sentence(THANKS.up));
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
