import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { Question } from "../../src/index.ts";
import { admit } from "../conversation/admission.ts";
import { answerQuestion } from "./answer-question.ts";
import { askingBy } from "./asking.ts";
import { conversationOf } from "./conversation-of.ts";
import type { Audience, DiscordBot } from "./discord-bot.ts";
import { showHelp } from "./help.ts";
import { readCommand } from "./read-command.ts";
import { respond, tell } from "./respond.ts";
import { showSources } from "./sources.ts";
import { askedLine } from "./texts.ts";

/** `/talks`: a question with its filters, answered in a thread of its own where there can be one. */
export async function onAsk(bot: DiscordBot, interaction: ChatInputCommandInteraction): Promise<void> {
  const request = readCommand(interaction);
  switch (request.kind) {
    case "help":
      return showHelp(bot, interaction);
    case "sources":
      return showSources(bot, interaction);
    case "question":
      return answerCommand(bot, interaction, request.question, request.audience);
  }
}

/** Answers the question of a command, whichever command it was. */
export async function answerCommand(
  bot: DiscordBot,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  question: Question,
  audience: Audience,
): Promise<void> {
  const asker = askingBy(interaction);
  if (!(await admit(bot, asker, question.text, (reason) => tell(bot, interaction, reason)))) return;
  await respond(bot, interaction, audience, async (draft) => {
    const isSeenByOthers = audience === "everyone" && interaction.inGuild();
    await answerQuestion(bot, question, {
      draft,
      heading: askedLine(isSeenByOthers ? interaction.user.id : null, question),
      audience,
      asker,
      conversation: await conversationOf(bot, interaction, audience),
    });
  });
}
