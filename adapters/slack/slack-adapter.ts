import type { ChatAdapter } from "../chat/chat-adapter.ts";
import { type ChatOptions, createChatServices } from "../chat/chat-services.ts";
import { createInFlight, type InFlight } from "../chat/in-flight.ts";
import type { SlackConfig } from "../config.ts";
import { listenToAppHome } from "./app-home.ts";
import { listenToCommand } from "./ask-command.ts";
import { listenToMessages } from "./ask-message.ts";
import { listenToShortcut } from "./ask-shortcut.ts";
import { createConnection } from "./connect.ts";
import { createDeletedMessages } from "./deleted-messages.ts";
import { listenToRemovals } from "./installations.ts";
import { createOnce } from "./once.ts";
import { createPost } from "./post.ts";
import { listenToReading } from "./press-reading.ts";
import { listenToSharing } from "./press-share.ts";
import { listenToSuggestions } from "./press-suggestion.ts";
import { listenToVotes } from "./press-vote.ts";
import type { Services } from "./services.ts";
import { takeUpQuestions } from "./take-up.ts";

/** What the adapter is given by the composition root. */
export interface SlackAdapterOptions extends ChatOptions {
  readonly config: SlackConfig;
}

/** A process that is told to stop is gone after five seconds; what is not finished, the next one answers. */
const DRAIN_MS = 3_000;

/** Talks in Slack. */
export function createSlackAdapter(options: SlackAdapterOptions): ChatAdapter {
  const { config, state, log } = options;
  const inFlight = createInFlight();
  const stopping = new AbortController();
  const services = createServices(options, inFlight);
  const { app, open, close, clientFor } = createConnection(config, { state, log });
  for (const listen of LISTENERS) listen(app, services);
  if (config.mode === "http-oauth") listenToRemovals(app, state, services);
  app.error(async (error) => log.error("A Slack event could not be handled.", { error }));
  return {
    name: "slack",
    async start(onChange = () => {}) {
      await open(onChange);
      void services.handle("take up", () => takeUpQuestions(services, clientFor, stopping.signal));
    },
    async stop() {
      stopping.abort();
      await close();
      if (!(await inFlight.drain(DRAIN_MS))) log.warn("Some questions in Slack were not finished in time.");
    },
  };
}

const LISTENERS = [
  listenToCommand,
  listenToMessages,
  listenToShortcut,
  listenToReading,
  listenToVotes,
  listenToSharing,
  listenToSuggestions,
  listenToAppHome,
];

function createServices(options: SlackAdapterOptions, inFlight: InFlight): Services {
  const { state, log } = options;
  const shared = createChatServices("slack", options);
  const deleted = createDeletedMessages(state);
  return {
    ...shared,
    deleted,
    once: createOnce(state),
    post: createPost({ turns: shared.turns, deleted, log }),
    handle: (what, work) =>
      inFlight.track(work()).catch((error: unknown) => log.error("Something failed in Slack.", { what, error })),
  };
}
