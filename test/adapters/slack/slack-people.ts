import { isRecord } from "../../../adapters/conversation/parse-json.ts";
import { describeMessage } from "./slack-api.ts";
import type { Acknowledged, Deliver, Sent } from "./slack-transport.ts";
import { ALICE, ALICES_DM, BOT, type Channel, type Data, type Posted, TOWN, type World } from "./slack-world.ts";

/** Where somebody says something; in #town and by Alice unless it is said otherwise. */
export interface Saying {
  readonly channel?: Channel;
  readonly user?: string;
  readonly threadTs?: string | null;
  /** Further fields of the event. */
  readonly raw?: Data;
}

/** The people of the workspace, played by a test. */
export interface People {
  command(text: string, saying?: Saying): Promise<Acknowledged>;
  /** Writes a message; one that mentions Talks comes to it as two events. */
  say(text: string, saying?: Saying): Promise<Posted>;
  mention(text: string, saying?: Saying): Promise<Posted>;
  dm(text: string, saying?: Saying): Promise<Posted>;
  /** Changes a message so many seconds after it was written. */
  edit(message: Posted, text: string, seconds: number): Promise<Posted>;
  erase(message: Posted): Promise<void>;
  /** Chooses a message shortcut. */
  shortcut(message: Posted, callbackId: string, raw?: Data): Promise<Acknowledged>;
  /** Presses the button with this label, or the first that fits a pattern. */
  press(message: Posted, label: string | RegExp, user?: string): Promise<Acknowledged>;
  pressOnHome(home: Data, label: string): Promise<Acknowledged>;
  submit(view: Data, text: string): Promise<Acknowledged>;
  openHome(tab: "home" | "messages"): Promise<void>;
  /** Sends any event, on behalf of the workspace or of another one that has Talks, too. */
  event(event: Data, team?: string): Promise<void>;
  /** Delivers the last event again, as Slack does when no acknowledgement came. */
  repeat(): Promise<void>;
  /** Sends the last command once more, signed as it was. */
  repeatCommand(deliver: Deliver): Promise<Acknowledged>;
  /** Calls back whenever something is acknowledged. */
  onAcknowledged(listener: () => void): void;
  /** Delivers again what was not acknowledged, as Slack does after a while. */
  repeatUnheard(): Promise<void>;
  /** Tells Talks of its own message, as Slack does. */
  tellOfBot(message: Posted): void;
  /** Takes away the last message that only this person sees. */
  dropWhisper(user: string): void;
}

const TYPES = { public: "channel", private: "group", direct: "im", group: "mpim" } as const;

interface Town {
  readonly world: World;
  readonly deliver: Deliver;
  readonly responseUrl: (channel: string, user: string) => string;
}

/** Puts people into the workspace. */
export function createPeople({ world, deliver: carry, responseUrl }: Town): People {
  let count = 0;
  let lastCommand: Sent | null = null;
  const listeners: (() => void)[] = [];
  const deliver: Deliver = async (sent) => {
    const answer = await carry(sent);
    if (answer.acknowledged) for (const listener of listeners) listener();
    return answer;
  };
  let last: Sent | null = null;
  const unheard = new Set<Sent>();
  const next = (prefix: string) => {
    count += 1;
    return `${prefix}${count}`;
  };

  const send = async (event: Data, team: string = BOT.team): Promise<void> => {
    const payload = { type: "event_callback", team_id: team, api_app_id: BOT.app, event_id: next("Ev"), event };
    last = { type: "events_api", payload };
    await tell(last);
  };
  const tell = async (sent: Sent): Promise<void> => {
    unheard.add(sent);
    const { acknowledged } = await deliver(sent);
    if (acknowledged) unheard.delete(sent);
  };
  const interact = (payload: Data): Promise<Acknowledged> =>
    deliver({
      type: "interactive",
      payload: { team: { id: BOT.team, domain: "town" }, trigger_id: next("trigger"), ...payload },
    });

  const say: People["say"] = async (text, { channel = TOWN, user = ALICE, threadTs = null, raw = {} } = {}) => {
    const posted = world.add({ channel: channel.id, user, text, threadTs, blocks: [], seenBy: null });
    const channel_type = TYPES[channel.kind];
    const event = { ...describeMessage(posted), channel: channel.id, channel_type, ...raw };
    if (!channel.hasTalks) return posted;
    const mentions = text.includes(`<@${BOT.user}>`) && channel.kind !== "direct";
    await Promise.all([...(mentions ? [send({ ...event, type: "app_mention" })] : []), send(event)]);
    return posted;
  };

  const pressIn = (
    container: Data,
    blocks: readonly unknown[],
    label: string | RegExp,
    user: string,
  ): Promise<Acknowledged> => {
    const fits = (text: string) => (typeof label === "string" ? text === label : label.test(text));
    const action = buttonsIn(blocks).find(({ text }) => fits(text));
    if (action === undefined)
      throw new Error(`There is no button "${label}", only: ${buttonsIn(blocks).map(({ text }) => text)}`);
    return interact({ type: "block_actions", user: { id: user }, actions: [action.action], ...container });
  };

  return {
    command(text, { channel = TOWN, user = ALICE } = {}) {
      lastCommand = {
        type: "slash_commands",
        payload: {
          command: "/talks",
          text: text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
          channel_id: channel.id,
          channel_name: channel.kind === "private" ? "privategroup" : channel.name,
          user_id: user,
          team_id: BOT.team,
          trigger_id: next("trigger"),
          response_url: responseUrl(channel.id, user),
        },
      };
      return deliver(lastCommand);
    },
    say,
    mention: (text, saying) => say(`<@${BOT.user}> ${text}`, saying),
    dm: (text, saying) => say(text, { channel: ALICES_DM, ...saying }),
    async edit(message, text, seconds) {
      const changed = world.edit(message, text, message.blocks);
      const edited = { user: message.user, ts: (Number(message.ts) + seconds).toFixed(6) };
      const { channel } = message;
      const said = { ...describeMessage(changed), edited };
      const channel_type = TYPES[world.channel(channel)?.kind ?? "public"];
      const notice = { subtype: "message_changed", hidden: true, previous_message: describeMessage(message) };
      const mentions = text.includes(`<@${BOT.user}>`);
      await Promise.all([
        ...(mentions ? [send({ ...said, type: "app_mention", channel })] : []),
        send({ type: "message", ...notice, ts: edited.ts, channel, channel_type, message: said }),
      ]);
      return changed;
    },
    async erase(message) {
      const { channel, ts } = message;
      if (world.in({ id: channel }).some(({ threadTs }) => threadTs === ts)) {
        const tombstone = describeMessage(
          world.edit({ ...message, user: "USLACKBOT" }, "This message was deleted.", []),
        );
        const notice = { type: "message", subtype: "message_changed", hidden: true, channel, ts };
        return send({ ...notice, message: tombstone });
      }
      world.remove(message);
      await send({
        type: "message",
        subtype: "message_deleted",
        hidden: true,
        channel: message.channel,
        deleted_ts: message.ts,
        ts: message.ts,
      });
    },
    shortcut: (message, callback_id, raw = {}) =>
      interact({
        type: "message_action",
        callback_id,
        user: { id: ALICE, name: "alice" },
        channel: { id: message.channel, name: "town" },
        message: { ...describeMessage(message), ...raw },
        response_url: responseUrl(message.channel, ALICE),
      }),
    press: (message, label, user = ALICE) =>
      pressIn(
        {
          channel: { id: message.channel, name: "town" },
          container: {
            type: "message",
            message_ts: message.ts,
            channel_id: message.channel,
            is_ephemeral: message.seenBy !== null,
            ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
          },
          ...(message.seenBy === null ? { message: describeMessage(message) } : {}),
          response_url: responseUrl(message.channel, user),
        },
        message.blocks,
        label,
        user,
      ),
    pressOnHome: (home, label) =>
      pressIn(
        { container: { type: "view", view_id: "V1" }, view: home },
        Array.isArray(home.blocks) ? home.blocks : [],
        label,
        ALICE,
      ),
    submit: (view, text) =>
      interact({
        type: "view_submission",
        user: { id: ALICE },
        view: {
          ...view,
          id: "V1",
          state: { values: { reason: { reason: { type: "plain_text_input", value: text } } } },
        },
      }),
    openHome: (tab) => send({ type: "app_home_opened", user: ALICE, channel: ALICES_DM.id, tab }),
    event: send,
    async repeat() {
      if (last) await deliver({ ...last, retry: 1 });
    },
    async repeatCommand(again) {
      if (lastCommand === null) throw new Error("No command was given.");
      return again(lastCommand);
    },
    onAcknowledged: (listener) => void listeners.push(listener),
    async repeatUnheard() {
      await Promise.all([...unheard].map(tell));
    },
    tellOfBot: (message) =>
      void send({ ...describeMessage(message), channel: message.channel, channel_type: "channel" }),
    dropWhisper(user) {
      const whisper = world.channels.flatMap((channel) => world.in(channel)).findLast(({ seenBy }) => seenBy === user);
      if (whisper) world.remove(whisper);
    },
  };
}

interface Button {
  readonly text: string;
  readonly action: Data;
}

function buttonsIn(blocks: readonly unknown[]): readonly Button[] {
  return blocks.flatMap((block) => {
    if (!isRecord(block) || !Array.isArray(block.elements)) return [];
    return block.elements.flatMap((element: unknown) =>
      isRecord(element) && element.type === "button" && isRecord(element.text)
        ? [
            {
              text: String(element.text.text),
              action: { ...element, block_id: block.block_id, action_ts: "1700000000.000001" },
            },
          ]
        : [],
    );
  });
}
