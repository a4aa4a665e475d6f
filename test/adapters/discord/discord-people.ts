import { ComponentType } from "discord.js";
import {
  ANNA,
  APPLICATION,
  BOT,
  type Channel,
  channelData,
  GENERAL,
  type Message,
  messageData,
  POST,
  type Scene,
  sceneData,
} from "./discord-data.ts";
import { type SentComponent, walk } from "./discord-refusal.ts";
import type { Dispatch, Interaction, World } from "./discord-world.ts";

/** Who does something and where; Anna in #general, where nothing is said. */
export type Acting = Partial<Scene>;

/** The values of a command's options. */
export type Options = Readonly<Record<string, string | boolean>>;

/** What people do on Discord. */
export interface People {
  slash(options: Options, acting?: Acting, command?: string): Interaction;
  autocomplete(option: string, typed: string): Interaction;
  askAbout(message: Message, acting?: Acting): Interaction;
  /** Presses the first button with this label. */
  press(message: Message, label: string | RegExp, acting?: Acting): Interaction;
  submit(dialog: Interaction, fields: Readonly<Record<string, string>>): Interaction;
  write(content: string, acting?: Acting, replyTo?: string): Message;
  /** Forwards a message with these words, which are all there is of it. */
  forward(words: string, acting?: Acting): Message;
  /** Changes a message so many seconds after it was written. */
  edit(message: Message, content: string, seconds: number): Message;
  /** Opens a thread below a message, as its author. */
  openThread(message: Message, name: string): Channel;
}

const ALL_PERMISSIONS = (1n << 50n) - 1n;
const EVERYDAY: Scene = { channel: GENERAL, user: ANNA, installedBy: "server", permissions: ALL_PERMISSIONS };

/** People who act in a world; what they do reaches the bot through `dispatch`. */
export function createPeople(world: World, dispatch: Dispatch): People {
  const interact = (type: number, data: object, acting: Acting, source: Message | null = null): Interaction => {
    const scene = { ...EVERYDAY, ...acting };
    const id = world.nextId();
    const { channel, user } = scene;
    const unanswered = { callback: null, data: {}, isEphemeral: false, messageId: null };
    const interaction: Interaction = { id, token: `token-${id}`, channel, user, source, ...unanswered };
    world.interactions.set(id, interaction);
    dispatch("INTERACTION_CREATE", {
      ...sceneData(scene),
      id,
      token: interaction.token,
      application_id: APPLICATION,
      type,
      version: 1,
      data,
      ...(source ? { message: messageData(source) } : {}),
    });
    return interaction;
  };
  const tell = (event: string, message: Message) => {
    world.messages.set(message.id, message);
    const channel = channelOf(message);
    const guild = channel.guild_id ? { guild_id: channel.guild_id, member: { roles: [], joined_at: null } } : {};
    dispatch(event, { ...messageData(message), ...guild, channel_type: channel.type });
    return message;
  };
  const channelOf = ({ channel_id }: Message): Channel => world.channels.get(channel_id) ?? GENERAL;

  return {
    slash(options, acting = {}, command = "talks") {
      const given = Object.entries(options).map(([name, value]) => ({ name, value, type: optionType(value) }));
      return interact(2, { id: "1", name: command, type: 1, options: given }, acting);
    },
    autocomplete(option, typed) {
      const options = [{ name: option, value: typed, type: optionType(typed), focused: true }];
      return interact(4, { id: "1", name: "talks", type: 1, options }, {});
    },
    askAbout(message, acting = {}) {
      const resolved = { messages: { [message.id]: messageData(message) } };
      const data = { id: "2", name: "Ask Talks about this", type: 3, target_id: message.id, resolved };
      return interact(2, data, { channel: channelOf(message), ...acting });
    },
    press(message, label, acting = {}) {
      const { custom_id } = findButton(message, label);
      const data = { custom_id, component_type: ComponentType.Button, id: 1 };
      return interact(3, data, { channel: channelOf(message), ...acting }, message);
    },
    submit({ data, channel, user, source }, fields) {
      const components = Object.entries(fields).map(([custom_id, value], at) => ({
        type: ComponentType.Label,
        id: at + 1,
        component: { type: ComponentType.TextInput, id: at + 100, custom_id, value },
      }));
      return interact(5, { custom_id: data.custom_id, components }, { channel, user }, source);
    },
    write(content, acting = {}, replyTo) {
      const { channel, user } = { ...EVERYDAY, ...acting };
      const message: Message = {
        id: world.nextId(),
        channel_id: channel.id,
        author: user,
        flags: 0,
        content,
        components: [],
        nonce: null,
        replyTo: replyTo ?? null,
        ...(replyTo && world.messages.get(replyTo)?.author === BOT ? { notifies: BOT } : {}),
        isThinking: false,
      };
      return tell("MESSAGE_CREATE", message);
    },
    forward(words, acting = {}) {
      const { channel, user: author } = { ...EVERYDAY, ...acting };
      const empty = { flags: 0, content: "", components: [], nonce: null, replyTo: null, isThinking: false };
      return tell("MESSAGE_CREATE", { ...empty, id: world.nextId(), channel_id: channel.id, author, forwards: words });
    },
    edit: (message, content, editedAfter) => tell("MESSAGE_UPDATE", { ...message, content, editedAfter }),
    openThread({ id, channel_id: parent_id, author }, name) {
      const thread: Channel = { ...POST, id, name, parent_id, owner_id: author.id };
      world.channels.set(id, thread);
      dispatch("THREAD_CREATE", { ...channelData(thread), newly_created: true });
      return thread;
    },
  };
}

const STRING = 3;
const BOOLEAN = 5;

const optionType = (value: string | boolean) => (typeof value === "string" ? STRING : BOOLEAN);

/** The labels of a message's buttons, as they are read. */
export function labelsOf(message: Pick<Message, "components">): readonly string[] {
  return buttonsOf(message).map(({ label }) => label ?? "");
}

function findButton(message: Message, label: string | RegExp): SentComponent {
  const fits = (text = "") => (typeof label === "string" ? text === label : label.test(text));
  const found = buttonsOf(message).find((button) => fits(button.label));
  if (!found) throw new Error(`No button ${label} among: ${labelsOf(message).join(", ")}`);
  return found;
}

function buttonsOf({ components }: Pick<Message, "components">): readonly SentComponent[] {
  return walk(components).filter(({ type }) => type === ComponentType.Button);
}

/** All words of a message, the labels of buttons left out. */
export function wordsOf({ content, components }: Message): string {
  return [content, ...walk(components).map((component) => component.content ?? "")].filter(Boolean).join("\n");
}
