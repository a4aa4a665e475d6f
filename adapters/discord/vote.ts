import { type ButtonInteraction, ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js";
import { recallQuestion } from "../conversation/buttons.ts";
import { MAX_REASON_LENGTH } from "../conversation/feedback.ts";
import { THANKS } from "../conversation/texts.ts";
import { formatCustomId } from "./action-ids.ts";
import { openModal, type Pressed } from "./on-button.ts";

const REASON_FIELD = "reason";

/** 👍: notes the vote and says thanks. */
export async function voteUp(pressed: Pressed): Promise<void> {
  const { bot, id, asker, tell } = pressed;
  if ((await recallQuestion(pressed, id.answerId)) === null) return;
  await bot.feedback.vote(id.answerId, asker, "up");
  await tell(THANKS.up);
}

/** 👎: asks for a reason; the vote counts without one, too. */
export async function voteDown(pressed: Pressed<ButtonInteraction>): Promise<void> {
  const { bot, id, asker } = pressed;
  if ((await recallQuestion(pressed, id.answerId)) === null) return;
  await openModal(pressed, {
    custom_id: formatCustomId({ ...id, action: "reason" }),
    title: "What was wrong?",
    components: [
      {
        type: ComponentType.Label,
        label: "Your reason, if you like",
        description: "Your vote counts either way.",
        component: {
          type: ComponentType.TextInput,
          custom_id: REASON_FIELD,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: MAX_REASON_LENGTH,
        },
      },
    ],
  });
  await bot.feedback.vote(id.answerId, asker, "down");
}

/** The reason was sent. */
export async function explainVote(pressed: Pressed<ModalSubmitInteraction>): Promise<void> {
  const { bot, interaction, id, asker, tell } = pressed;
  const reason = interaction.fields.getTextInputValue(REASON_FIELD).trim();
  if (reason !== "") await bot.feedback.explain(id.answerId, asker, reason);
  await tell(THANKS.down);
}
