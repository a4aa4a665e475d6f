import { type ButtonInteraction, ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js";
import { MAX_REASON_LENGTH } from "../conversation/feedback.ts";
import { THANKS } from "../conversation/texts.ts";
import { personOf } from "./asking.ts";
import { type CustomId, formatCustomId } from "./custom-id.ts";
import type { DiscordBot } from "./discord-bot.ts";
import { plainMessage } from "./message.ts";
import { openModal } from "./modal.ts";
import { respond } from "./respond.ts";

const REASON_FIELD = "reason";

/** 👍: notes the vote and says thanks. */
export async function onVoteUp(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
  await respond(bot, interaction, "asker", async (draft) => {
    await bot.feedback.vote(id.answerId, personOf(interaction.user.id), "up");
    await draft.write(plainMessage(THANKS.up));
  });
}

/** 👎: asks for a reason; the vote counts without one, too. */
export async function onVoteDown(bot: DiscordBot, interaction: ButtonInteraction, id: CustomId): Promise<void> {
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
export async function onReason(bot: DiscordBot, interaction: ModalSubmitInteraction, id: CustomId): Promise<void> {
  await respond(bot, interaction, "asker", async (draft) => {
    const reason = interaction.fields.getTextInputValue(REASON_FIELD).trim();
    if (reason !== "") await bot.feedback.explain(id.answerId, personOf(interaction.user.id), reason);
    await draft.write(plainMessage(THANKS.down));
  });
}
