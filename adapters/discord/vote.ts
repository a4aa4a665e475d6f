import { type ButtonInteraction, ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js";
import { MAX_REASON_LENGTH } from "../conversation/feedback.ts";
import { THANKS } from "../conversation/texts.ts";
import { tell } from "./acknowledge.ts";
import { type CustomId, formatCustomId } from "./action-ids.ts";
import type { DiscordBot } from "./bot.ts";
import { openModal } from "./on-button.ts";
import { personOf } from "./place.ts";

const REASON_FIELD = "reason";

/** 👍: notes the vote and says thanks. */
export async function voteUp(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  await bot.feedback.vote(id.answerId, personOf(interaction.user.id), "up");
  await tell(bot, interaction, THANKS.up);
}

/** 👎: asks for a reason; the vote counts without one, too. */
export async function voteDown(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  await openModal(bot, interaction, {
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
  await bot.feedback.vote(id.answerId, personOf(interaction.user.id), "down");
}

/** The reason was sent. */
export async function explainVote(bot: DiscordBot, interaction: ModalSubmitInteraction, id: CustomId): Promise<void> {
  const reason = interaction.fields.getTextInputValue(REASON_FIELD).trim();
  if (reason !== "") await bot.feedback.explain(id.answerId, personOf(interaction.user.id), reason);
  await tell(bot, interaction, THANKS.down);
}
