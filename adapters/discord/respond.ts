import { MessageFlags, type RepliableInteraction } from "discord.js";
import { FAILED } from "../conversation/texts.ts";
import { describeError, isAlreadyAcknowledged, isMessageGone } from "./api-errors.ts";
import { persist } from "./discord-api.ts";
import type { Audience, DiscordBot } from "./discord-bot.ts";
import { createNonce, type Draft } from "./draft.ts";
import { type LastingDraft, openDraft, openLate } from "./lasting-draft.ts";
import { plainMessage } from "./message.ts";

/**
 * Defers the reply to an interaction and lets `work` write it. Where Discord has stopped waiting, what all may see is
 * written as an ordinary message, and instead of what only one person may see comes a sentence that it was too late.
 */
export async function respond(
  bot: DiscordBot,
  interaction: RepliableInteraction,
  audience: Audience,
  work: (draft: LastingDraft) => Promise<void>,
): Promise<void> {
  const draft = await acknowledge(bot, interaction, audience);
  await orApologise(bot, draft, () => work(draft));
}

/** Says one sentence that only this person sees. */
export async function tell(bot: DiscordBot, interaction: RepliableInteraction, sentence: string): Promise<void> {
  await respond(bot, interaction, "asker", async (draft) => void (await draft.write(plainMessage(sentence))));
}

/** Does the work; where it fails, the draft says so, unless the question is no longer there. */
export async function orApologise(bot: DiscordBot, draft: Draft, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isMessageGone(error)) return bot.log.info("The question was deleted before it was answered");
    bot.log.error("A question could not be answered", describeError(error));
    await draft.write(plainMessage(FAILED));
  }
}

async function acknowledge(
  bot: DiscordBot,
  interaction: RepliableInteraction,
  audience: Audience,
): Promise<LastingDraft> {
  const { token, channelId } = interaction;
  const place = { kind: "interaction", token, channelId, audience, nonce: createNonce() } as const;
  try {
    await persist(() => interaction.deferReply(audience === "asker" ? { flags: MessageFlags.Ephemeral } : {}));
  } catch (error) {
    if (!isAlreadyAcknowledged(error)) {
      bot.log.warn("Discord no longer waits for the reply to an interaction", describeError(error));
      return openLate(bot.api, place);
    }
  }
  return openDraft(bot.api, place);
}
