import type { App, webApi } from "@slack/bolt";
import * as v from "valibot";
import { type Handling, type Press, reactTo } from "../conversation/buttons.ts";
import { FAILED } from "../conversation/texts.ts";
import { type Ack, acknowledgeBy, acknowledging } from "./acknowledge.ts";
import { type Message, sentence } from "./message.ts";
import { askingIn, placeFor, type SlackPlace, workspaceOf } from "./place.ts";
import type { SlackBot } from "./write.ts";

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
export interface Pressed extends Press<SlackPlace> {
  readonly bot: SlackBot;
  readonly client: webApi.WebClient;
  readonly value: string;
  readonly triggerId: string;
  /** Where its message stands; `null` on the App Home. */
  readonly messageTs: string | null;
  /** Whether only this person sees the message. */
  readonly isEphemeral: boolean;
  /** Where the button stands: its channel and thread; on the App Home the direct message. */
  readonly place: SlackPlace;
  readonly ack: Ack;
  /** Shows something to whoever pressed, next to the button. */
  readonly showEphemeral: (message: Message) => Promise<unknown>;
}

/** Reacts when buttons are pressed, once; a failure is told to whoever pressed. */
export function listenToButtons(app: App, bot: SlackBot, handlings: Readonly<Record<string, Handling<Pressed>>>): void {
  for (const [action, handling] of Object.entries(handlings))
    app.action(new RegExp(`^${action}\\d*$`), ({ ack, body, client, context }) =>
      bot.run(`button ${action}`, () =>
        acknowledging(ack, async (ackOnce) => {
          const pressed = readPress(bot, body, { client, ack: ackOnce, workspace: workspaceOf(context) });
          if (pressed !== null) await react(pressed, handling);
        }),
      ),
    );
}

async function react(pressed: Pressed, handling: Handling<Pressed>): Promise<void> {
  const { bot, place, ack, tell } = pressed;
  try {
    // What a question needs is kept first.
    if (handling.demand !== null) await ack();
    await reactTo(pressed, handling);
  } catch (error) {
    bot.log.error("A button failed.", { error });
    if (place.responseUrl !== null) await tell(FAILED);
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
    ephemeralTs: threadTs,
    responseUrl: output.response_url ?? null,
  });
  const showEphemeral = (shown: Message) => bot.show({ ...place, kind: "ephemeral" }, shown);
  return {
    ...tools,
    ...{ bot, place, triggerId, showEphemeral },
    asker: askingIn(place.channel, place.user),
    value: actions[0].value ?? "",
    messageTs: message?.ts ?? container?.message_ts ?? null,
    isEphemeral: container?.is_ephemeral === true,
    key: `press:${triggerId}`,
    acknowledge: acknowledgeBy(tools.ack),
    tell: (words) => showEphemeral(sentence(words)),
  };
}
