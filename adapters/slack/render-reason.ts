import type { types } from "@slack/bolt";
import { MAX_REASON_LENGTH } from "../conversation/feedback.ts";
import { THANKS } from "../conversation/texts.ts";
import { ACTIONS } from "./action-ids.ts";
import { plainText, section } from "./blocks.ts";
import { SLACK_LIMITS } from "./limits.ts";

const TITLE = plainText("What was wrong?", SLACK_LIMITS.modalTitleCharacters);

/** The form that a 👎 opens; the vote counts already, so closing the form is fine. */
export function renderReasonForm(answerId: string): types.ModalView {
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
export function renderReasonThanks(): types.ModalView {
  return {
    type: "modal",
    title: TITLE,
    close: plainText("Close", SLACK_LIMITS.modalTitleCharacters),
    blocks: [section(THANKS.down)],
  };
}
