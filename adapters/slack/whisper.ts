import type { RespondFn, webApi } from "@slack/bolt";
import type { Log } from "../log.ts";
import { contentOf, type Message, threadOf } from "./message.ts";
import { callPatiently } from "./patience.ts";
import { formsOf } from "./post.ts";
import { errorCode } from "./refusal.ts";

/** Shows a message to one person only; false where Slack takes it in no form. */
export type Whisper = (message: Message) => Promise<boolean>;

/** Whispers through the response URL of a command or a button, which also works where Talks is no member. */
export function whisperBy(respond: RespondFn, threadTs: string | null, log: Log): Whisper {
  return (message) =>
    tryForms(message, log, (form) =>
      respond({ response_type: "ephemeral", replace_original: false, ...contentOf(form), ...threadOf(threadTs) }),
    );
}

/** Who is whispered to, and where they are. */
export interface Listener {
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
}

/** Whispers in a channel, or in the direct message where the channel does not take it. */
export function whisperTo(client: webApi.WebClient, { channel, user, threadTs }: Listener, log: Log): Whisper {
  return async (message) =>
    (await tryForms(message, log, (form) =>
      client.chat.postEphemeral({ channel, user, ...contentOf(form), ...threadOf(threadTs) }),
    )) ||
    (await tryForms(message, log, (form) =>
      client.chat.postMessage({ channel: user, ...contentOf(form), unfurl_links: false, unfurl_media: false }),
    ));
}

async function tryForms(message: Message, log: Log, send: (form: Message) => Promise<unknown>): Promise<boolean> {
  for (const form of formsOf(message)) {
    try {
      await callPatiently(() => send(form), { log });
      return true;
    } catch (error) {
      log.warn("Slack refused a message for one person; trying a simpler form.", { error: errorCode(error) });
    }
  }
  return false;
}
