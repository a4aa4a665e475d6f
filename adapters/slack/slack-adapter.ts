import type { SlackConfig } from "../config.ts";
import { voteDown, voteUp } from "../conversation/buttons.ts";
import type { ChatAdapter, ChatOptions } from "../conversation/chat-adapter.ts";
import { createChatServices } from "../conversation/services.ts";
import { acknowledgeWhenKept } from "./acknowledge.ts";
import { ACTIONS } from "./action-ids.ts";
import { listenToAppHome } from "./app-home.ts";
import { askForReason, askSuggestion, listenToReasons, shareAnswer, showContext, showMore } from "./buttons.ts";
import { createConnection } from "./connect.ts";
import { listenToRemovals } from "./installations.ts";
import { listenToButtons } from "./on-button.ts";
import { listenToCommands } from "./on-command.ts";
import { listenToMessages } from "./on-message.ts";
import type { ClientFor } from "./place.ts";
import { createSlackPlatform } from "./platform.ts";
import { createShow, createWrite, type SlackBot } from "./write.ts";

/** What the adapter is given by the composition root. */
export interface SlackAdapterOptions extends ChatOptions {
  readonly config: SlackConfig;
}

/** Talks in Slack. */
export function createSlackAdapter(options: SlackAdapterOptions): ChatAdapter {
  const { config, state, log } = options;
  const { app, open, close, clientFor } = createConnection(config, { state, log });
  const bot = createBot(options, clientFor);
  acknowledgeWhenKept(app);
  for (const listen of [listenToCommands, listenToMessages, listenToReasons, listenToAppHome]) listen(app, bot);
  listenToButtons(app, bot, {
    [ACTIONS.context]: { demand: "answer", react: showContext },
    [ACTIONS.more]: { demand: "answer", react: showMore },
    [ACTIONS.share]: { demand: "answer", react: shareAnswer },
    [ACTIONS.suggestion]: { demand: null, react: askSuggestion },
    [ACTIONS.example]: { demand: null, react: askSuggestion },
    [ACTIONS.up]: { demand: "trifle", react: (pressed) => voteUp(pressed, pressed.value) },
    [ACTIONS.down]: {
      demand: "trifle",
      react: (pressed) => voteDown(pressed, pressed.value, () => askForReason(pressed)),
    },
  });
  if (config.mode === "http-oauth") listenToRemovals(app, state, bot);
  app.error(async (error) => log.error("A Slack event could not be handled.", { error }));
  return {
    name: "slack",
    async start(onChange = () => {}) {
      await open(onChange);
      bot.takeUp();
    },
    async stop() {
      const stopped = bot.stop();
      await close();
      await stopped;
    },
  };
}

function createBot(options: SlackAdapterOptions, clientFor: ClientFor): SlackBot {
  const write = createWrite({ ...options, clientFor });
  return {
    ...createChatServices(createSlackPlatform(write, clientFor), options),
    show: createShow(write, options.log),
  };
}
