import type { App, webApi } from "@slack/bolt";
import * as v from "valibot";
import type { SavedAnswer } from "../conversation/answering.ts";
import { type Asking, isAllowed } from "../conversation/fair-use.ts";
import { EXPIRED, FAILED } from "../conversation/texts.ts";
import { type Ack, acknowledging } from "./acknowledge.ts";
import { type Action, actionPattern } from "./action-ids.ts";
import type { SlackBot } from "./bot.ts";
import { type Message, sentence } from "./message.ts";
import { askingIn, placeFor, type SlackPlace, workspaceOf } from "./place.ts";

const TEXT = v.fallback(v.nullish(v.pipe(v.string(), v.nonEmpty())), null);

const PRESS = v.object({
  user: v.object({ id: v.string() }),
  actions: v.looseTuple([v.object({ value: TEXT })]),
  trigger_id: v.string(),
  response_url: TEXT,
  channel: v.nullish(v.object({ id: v.string(), name: TEXT })),
  container: v.nullish(
    v.object({ channel_id: TEXT, thread_ts: TEXT, message_ts: TEXT, is_ephemeral: v.nullish(v.boolean()) }),
  ),
  message: v.nullish(v.object({ thread_ts: TEXT, ts: TEXT })),
});

/** A button that somebody pressed, and the ways to react to it. */
export interface Pressed {
  readonly bot: SlackBot;
  readonly client: webApi.WebClient;
  readonly value: string;
  readonly triggerId: string;
  /** Where its message stands; `null` on the App Home. */
  readonly messageTs: string | null;
  /** Whether only this person sees the message. */
  readonly isEphemeral: boolean;
  /** The name of the delivery. */
  readonly key: string;
  /** Where the button stands: its channel and thread; on the App Home the direct message. */
  readonly place: SlackPlace;
  readonly ack: Ack;
  /** Shows something to whoever pressed, next to the button. */
  readonly whisper: (message: Message) => Promise<unknown>;
}

/** How a button is treated. */
export interface Handling {
  /** What a press counts as for its person's limit; `null` where it asks a question, which is counted as one. */
  readonly demand: Asking["demand"] | null;
  readonly react: (pressed: Pressed) => Promise<void>;
}

/** Reacts when a button is pressed, once; a failure is told to whoever pressed. */
export function onPress(app: App, bot: SlackBot, action: Action, handling: Handling): void {
  app.action(actionPattern(action), ({ ack, body, client, context }) =>
    bot.run(`button ${action}`, () =>
      acknowledging(ack, async (ackOnce) => {
        const pressed = readPress(bot, body, { client, ack: ackOnce, workspace: workspaceOf(context) });
        if (pressed !== null) await react(pressed, handling);
      }),
    ),
  );
}

async function react(pressed: Pressed, { demand, react: reaction }: Handling): Promise<void> {
  const { bot, place, key, ack, whisper } = pressed;
  try {
    if (demand !== null) {
      // What a question needs is kept first.
      await ack();
      if (!(await bot.isFirst(key))) return;
      const asking = askingIn(place.channel, place.user, { demand });
      if (!(await isAllowed(bot.fairUse, asking, (reason) => whisper(sentence(reason))))) return;
    }
    await reaction(pressed);
  } catch (error) {
    bot.log.error("A button failed.", { error });
    if (place.responseUrl !== null) await whisper(sentence(FAILED));
  }
}

function readPress(
  bot: SlackBot,
  body: unknown,
  { workspace, ...tools }: Pick<Pressed, "client" | "ack"> & Pick<SlackPlace, "workspace">,
): Pressed | null {
  const { success, output } = v.safeParse(PRESS, body);
  if (!success) return null;
  const { user, actions, trigger_id: triggerId, channel, container, message } = output;
  const threadTs = message?.thread_ts ?? container?.thread_ts ?? null;
  const place = placeFor({
    workspace,
    channel: channel?.id ?? container?.channel_id ?? user.id,
    channelName: channel?.name ?? null,
    user: user.id,
    threadTs,
    whisperTs: threadTs,
    responseUrl: output.response_url ?? null,
  });
  return {
    ...tools,
    ...{ bot, place, triggerId },
    value: actions[0].value ?? "",
    messageTs: message?.ts ?? container?.message_ts ?? null,
    isEphemeral: container?.is_ephemeral === true,
    key: `press:${triggerId}`,
    whisper: (shown) => bot.show({ ...place, kind: "whisper" }, shown),
  };
}

/** The answer a button belongs to; `null` after whoever pressed was told that it has expired. */
export async function recallAnswer({ bot, whisper }: Pressed, answerId: string): Promise<SavedAnswer | null> {
  const saved = await bot.answering.recall(answerId);
  if (saved === null) await whisper(sentence(EXPIRED));
  return saved;
}
