import { isRecord } from "../../../adapters/conversation/parse-json.ts";
import { blockFaults } from "./block-rules.ts";
import { BOT, type Channel, type Data, type Posted, type World } from "./slack-world.ts";

/** One call of the Web API and what became of it. */
export interface Call {
  readonly method: string;
  readonly args: Data;
  readonly answer: Data;
  readonly token: string;
}

/** What the API did beside posting: forms it opened, homes it published, prompts it set. */
export interface Shown {
  readonly views: Data[];
  readonly homes: Data[];
  readonly prompts: Data[];
}

/** What the API works on. */
export interface ApiWorld {
  readonly world: World;
  readonly shown: Shown;
  /** A new address for a socket. */
  readonly socketUrl: () => string;
  /** Called after a message was posted, edited or deleted by Talks. */
  readonly changed: (message: Posted) => void;
}

/** Answers one method; unknown ones as Slack does. */
export type Api = (method: string, args: Data) => Data;

const refuse = (error: string, more: Data = {}): Data => ({ ok: false, error, ...more });

/** The methods of the Web API that Talks calls, as strict as Slack. */
export function createApi({ world, shown, socketUrl, changed }: ApiWorld): Api {
  const methods: Readonly<Record<string, (args: Data) => Data>> = {
    "auth.test": () => ({
      ok: true,
      user: "talks",
      user_id: BOT.user,
      bot_id: BOT.bot,
      team_id: BOT.team,
      team: "Town",
    }),
    "api.test": () => ({ ok: true }),
    "apps.connections.open": () => ({ ok: true, url: socketUrl() }),
    "chat.postMessage": (args) =>
      inChannel(args, { asMember: false }, (channel) => {
        const posted = world.add({ ...contentOf(args), channel: channel.id, user: BOT.user, seenBy: null });
        changed(posted);
        return { ok: true, channel: channel.id, ts: posted.ts, message: describeMessage(posted) };
      }),
    "chat.postEphemeral": (args) =>
      inChannel(args, { asMember: true }, (channel) => {
        const posted = world.add({
          ...contentOf(args),
          channel: channel.id,
          user: BOT.user,
          seenBy: String(args.user),
        });
        return { ok: true, message_ts: posted.ts };
      }),
    "chat.update": (args) =>
      onMessage(args, (message) => {
        const { text, blocks } = contentOf(args);
        world.edit(message, text, blocks);
        return { ok: true, channel: message.channel, ts: message.ts };
      }),
    "chat.delete": (args) =>
      onMessage(args, (message) => {
        world.remove(message);
        return { ok: true };
      }),
    "conversations.replies": (args) => {
      const thread = world.in({ id: String(args.channel) }).filter(({ ts, threadTs }) => (threadTs ?? ts) === args.ts);
      if (thread.length === 0) return refuse("thread_not_found");
      return { ok: true, messages: thread.map(describeMessage).slice(0, Number(args.limit ?? 1_000)) };
    },
    "conversations.history": (args) => {
      const root = world.in({ id: String(args.channel) }).filter(({ threadTs }) => threadTs === null);
      return { ok: true, messages: root.map(describeMessage).reverse() };
    },
    "views.open": (args) => show(shown.views, args, args.trigger_id),
    "views.publish": (args) => show(shown.homes, args, args.user_id),
    "assistant.threads.setSuggestedPrompts": (args) => {
      if (!Array.isArray(args.prompts) || args.prompts.length > 4) return refuse("invalid_arguments");
      shown.prompts.push(args);
      return { ok: true };
    },
    "oauth.v2.access": ({ code }) => (code === "good-code" ? { ok: true, ...INSTALLED } : refuse("invalid_code")),
  };

  function inChannel(args: Data, { asMember }: { readonly asMember: boolean }, then: (channel: Channel) => Data): Data {
    const channel = world.channel(String(args.channel));
    if (channel === null || (channel.kind !== "public" && !channel.hasTalks)) return refuse("channel_not_found");
    if (asMember && !channel.hasTalks) return refuse("not_in_channel");
    if (channel.isArchived) return refuse("is_archived");
    const fault = contentFault(args);
    if (fault !== null) return fault;
    const { thread_ts } = args;
    if (thread_ts !== undefined && world.find(channel.id, String(thread_ts)) === null)
      return refuse("thread_not_found");
    return then(channel);
  }

  function onMessage(args: Data, then: (message: Posted) => Data): Data {
    const message = world.find(String(args.channel), String(args.ts));
    return message === null ? refuse("message_not_found") : then(message);
  }

  function show(list: Data[], args: Data, needed: unknown): Data {
    const { view } = args;
    if (typeof needed !== "string" || needed === "" || !isRecord(view)) return refuse("invalid_arguments");
    const faults = blockFaults({ text: "view", blocks: view.blocks, limit: 100 });
    if (faults.length > 0) return refuse("invalid_arguments", { response_metadata: { messages: faults } });
    list.push({ ...view, for: needed });
    return { ok: true, view: { ...view, id: `V${list.length}` } };
  }

  return (method, args) => methods[method]?.(args) ?? refuse("unknown_method");
}

/** Why Slack would not take a message's content; `null` where it would. */
export function contentFault({ text, blocks }: Data): Data | null {
  if (blocks === undefined) return typeof text === "string" && text !== "" ? null : refuse("no_text");
  const faults = blockFaults({ text, blocks });
  if (faults.length === 0) return null;
  return refuse("invalid_blocks", { response_metadata: { messages: faults } });
}

/** A message's content, as the world keeps it. */
export function contentOf({ text, blocks, thread_ts }: Data): Pick<Posted, "text" | "blocks" | "threadTs"> {
  return {
    text: typeof text === "string" ? text : "",
    blocks: Array.isArray(blocks) ? blocks : [],
    threadTs: typeof thread_ts === "string" ? thread_ts : null,
  };
}

/** A message as Slack tells of it. */
export function describeMessage({ ts, user, text, blocks, threadTs }: Posted): Data {
  return {
    type: "message",
    ts,
    user,
    text,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    ...(user === BOT.user ? { bot_id: BOT.bot } : {}),
    ...(user === "USLACKBOT" ? { subtype: "tombstone" } : {}),
  };
}

const INSTALLED: Data = {
  app_id: BOT.app,
  team: { id: BOT.team, name: "Town" },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: "U0ALICE" },
  access_token: "xoxb-installed",
  token_type: "bot",
  scope: "chat:write",
  bot_user_id: BOT.user,
};
