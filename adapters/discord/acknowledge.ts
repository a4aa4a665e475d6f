import { type Interaction, MessageFlags, type RepliableInteraction } from "discord.js";
import type { Acknowledge } from "../conversation/exchange.ts";
import { type Delivery, writeFirstAccepted } from "../conversation/platform.ts";
import { NOT_SHOWN } from "../conversation/texts.ts";
import { callPatiently, deliveryAfter, describeError, isAlreadyAcknowledged, isTokenGone } from "./api-errors.ts";
import { type DiscordMessage, plainMessage } from "./message.ts";
import { type Audience, type DiscordPlace, elsewhere, REFUSALS } from "./place.ts";
import { RESTARTING } from "./texts.ts";
import type { DiscordBot } from "./write.ts";

/** Shows that Talks is thinking, to whom the reply is for. Where Discord has stopped waiting, the reply goes elsewhere. */
export function deferBy({ log }: DiscordBot, interaction: RepliableInteraction): Acknowledge<DiscordPlace> {
  return async (place) => {
    const options = place.audience === "asker" ? ({ flags: MessageFlags.Ephemeral } as const) : {};
    try {
      await callPatiently(() => interaction.deferReply(options), log);
      return place;
    } catch (error) {
      if (!isTokenGone(error)) return place;
      log.warn("Discord no longer waits for the reply to an interaction", describeError(error));
      return elsewhere(place, REFUSALS.tokenGone) ?? place;
    }
  };
}

/** A message is acknowledged by nothing. */
export const acknowledgeMessage: Acknowledge<DiscordPlace> = async (place) => place;

/**
 * Replies to an interaction with the first form that Discord takes, which acknowledges it, too: nobody sees Talks think.
 * Where Discord has stopped waiting, it says itself that this failed, to the one who pressed alone.
 */
export async function replyTo(
  bot: DiscordBot,
  interaction: RepliableInteraction,
  { audience, forms }: { readonly audience: Audience; readonly forms: readonly DiscordMessage[] },
): Promise<void> {
  const { api, log } = bot;
  const flags = audience === "asker" ? MessageFlags.Ephemeral : 0;
  const attempt = async (form: DiscordMessage): Promise<Delivery> => {
    try {
      await callPatiently(() => api.reply(interaction, form, flags), log);
    } catch (error) {
      if (!isAlreadyAcknowledged(error)) return deliveryAfter(error, { isPlain: "content" in form });
    }
    return { kind: "written" };
  };
  const delivery = await writeFirstAccepted([...forms, plainMessage(NOT_SHOWN)], attempt);
  if (delivery.kind === "refused") log.warn("Discord took no reply to an interaction", { reason: delivery.reason });
}

/** Says one sentence that only this person sees. */
export function tell(bot: DiscordBot, interaction: RepliableInteraction, sentence: string): Promise<void> {
  return replyTo(bot, interaction, { audience: "asker", forms: [plainMessage(sentence)] });
}

/** Tells who asks while the bot stops to ask again soon. */
export async function turnAway(interaction: Interaction): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply({ content: RESTARTING, flags: MessageFlags.Ephemeral });
}
