import type { webApi } from "@slack/bolt";
import { NOT_SHOWN } from "../conversation/texts.ts";
import type { Turns } from "../conversation/turns.ts";
import type { Log } from "../log.ts";
import type { DeletedMessages } from "./deleted-messages.ts";
import { contentOf, type Message, threadOf } from "./message.ts";
import { callPatiently } from "./patience.ts";
import { errorCode, sortRefusal } from "./refusal.ts";

/** Where a message goes that everyone in the place sees. */
export interface Place {
  /** A channel, or a person for their direct messages with Talks. */
  readonly channel: string;
  readonly threadTs: string | null;
  /** The message that asks; once it is deleted nothing is posted. */
  readonly questionTs: string | null;
}

/** A message that is where it should be. */
export interface Posted {
  readonly kind: "posted";
  readonly channel: string;
  readonly ts: string;
}

/** What became of a message; `gone` means that nobody waits for it any more. */
export type Delivery = Posted | { readonly kind: "gone" } | { readonly kind: "refused"; readonly error: string };

/** Posts messages; those of one channel one after the other, so that a rate limit holds up only its own channel. */
export type Post = (client: webApi.WebClient, place: Place, message: Message) => Promise<Delivery>;

/** What posting needs. */
export interface PostTools {
  readonly turns: Turns;
  readonly deleted: DeletedMessages;
  readonly log: Log;
}

/** A message in the forms in which Slack may take it, the best first: with blocks, as text, as one plain sentence. */
export function formsOf(message: Message): readonly Message[] {
  const forms = [message, { text: message.text, blocks: [] }, { text: NOT_SHOWN, blocks: [] }];
  return message.blocks.length > 0 ? forms : forms.slice(1);
}

/** Creates the way to post. */
export function createPost({ turns, deleted, log }: PostTools): Post {
  const isGone = async ({ channel, threadTs, questionTs }: Place) => {
    for (const ts of [questionTs, threadTs]) if (ts !== null && (await deleted.has(channel, ts))) return true;
    return false;
  };
  return (client, place, message) =>
    turns.take(`slack:post:${place.channel}`, async () => {
      let error = "unknown";
      for (const form of formsOf(message)) {
        try {
          const sent = await callPatiently(
            async () => ((await isGone(place)) ? GONE : await send(client, place, form)),
            { log, findEffect: () => findPosted(client, place, form) },
          );
          return sent;
        } catch (fault) {
          error = errorCode(fault);
          const refusal = sortRefusal(error);
          if (refusal === "gone") return GONE;
          if (refusal === "place") break;
          log.warn("Slack refused a message; trying a simpler form.", { error });
        }
      }
      return { kind: "refused", error };
    });
}

const GONE: Delivery = { kind: "gone" };

async function send(client: webApi.WebClient, place: Place, form: Message): Promise<Delivery> {
  const {
    channel = place.channel,
    ts = "",
    message,
  } = await client.chat.postMessage({
    channel: place.channel,
    ...contentOf(form),
    ...threadOf(place.threadTs),
    unfurl_links: false,
    unfurl_media: false,
  });
  // A reply whose thread has just been deleted falls into the channel itself, where nobody asked for it.
  if (place.threadTs !== null && message && message.thread_ts !== place.threadTs) {
    await client.chat.delete({ channel, ts });
    return GONE;
  }
  return { kind: "posted", channel, ts };
}

/** Looks for a message of which it is not known whether it was posted, by the name of one of its blocks. */
async function findPosted(client: webApi.WebClient, place: Place, { blocks }: Message): Promise<Posted | null> {
  const name = blocks.find(({ block_id }) => block_id !== undefined)?.block_id;
  return name === undefined ? null : findBlock(client, place, name);
}

/** The latest message in a place that has a block of this name; `null` where there is none. */
export async function findBlock(client: webApi.WebClient, place: Place, name: string): Promise<Posted | null> {
  const { channel, threadTs, questionTs } = place;
  // Of a long thread Slack gives the oldest replies first.
  const since = questionTs === null ? {} : { oldest: questionTs };
  const { messages = [] } =
    threadTs === null
      ? await client.conversations.history({ channel, limit: LATEST })
      : await client.conversations.replies({ channel, ts: threadTs, ...since, limit: WHOLE_THREAD });
  const posted = messages.find((message) => message.blocks?.some(({ block_id }) => block_id === name));
  return posted?.ts === undefined ? null : { kind: "posted", channel, ts: posted.ts };
}

const LATEST = 100;
const WHOLE_THREAD = 500;
