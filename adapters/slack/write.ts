import type { webApi } from "@slack/bolt";
import { type Delivery, type Writing, writeFirstAccepted } from "../conversation/platform.ts";
import { type Attempt, NEVER, retry } from "../conversation/retry.ts";
import type { ChatServices } from "../conversation/services.ts";
import type { State } from "../conversation/state.ts";
import { NOT_SHOWN } from "../conversation/texts.ts";
import { createTurns } from "../conversation/turns.ts";
import type { Log } from "../log.ts";
import { callPatiently, deliveryAfter, errorCode, ResponseUrlError, troubleOf } from "./api-errors.ts";
import { contentOf, formsOf, type Message, sentence, threadOf } from "./message.ts";
import { type ClientFor, elsewhere, type SlackPlace, UNSEEN } from "./place.ts";

/** A message that is where it should be; `ts` is `null` for one that only its reader sees. */
export interface WrittenMessage {
  readonly kind: "written";
  readonly channel: string;
  readonly ts: string | null;
}

/** What became of a message in Slack. */
export type SlackDelivery = WrittenMessage | Exclude<Delivery, { kind: "written" }>;

/** Writes one form of a message in a place, whatever kind of place it is. Rejects where Slack is in trouble. */
export type Write = (place: SlackPlace, message: Message, writing: Pick<Writing, "attempt">) => Promise<SlackDelivery>;

/** What writing needs. */
interface WriteTools {
  readonly clientFor: ClientFor;
  readonly state: State;
  readonly log: Log;
}

/** Whoever waits is still there after a few minutes of Slack's rate limits, but not after hours. */
const PATIENCE_MS = 15 * 60_000;

/** Creates the way to write. */
export function createWrite(tools: WriteTools): Write {
  const { clientFor, log } = tools;
  const turns = createTurns();
  return async (place, message, { attempt }) => {
    const client = await clientFor(place.workspace);
    const once = () => writeOnce({ ...tools, client, place, message, attempt });
    try {
      if (place.kind !== "post") return await once();
      // Those of one channel one after the other, so that a rate limit holds up only its own channel.
      return await turns.take(place.channel, () =>
        retry(once, { troubleOf, log, pauses: NEVER, deadline: Date.now() + PATIENCE_MS }),
      );
    } catch (error) {
      return deliveryAfter(error);
    }
  };
}

interface Draft extends WriteTools {
  readonly client: webApi.WebClient;
  readonly place: SlackPlace;
  readonly message: Message;
  readonly attempt: Attempt;
}

async function writeOnce(draft: Draft): Promise<SlackDelivery> {
  const { client, place, message } = draft;
  const { kind, channel, user, ephemeralTs, responseUrl, threadTs } = place;
  const content = { ...contentOf(message), ...threadOf(ephemeralTs) };
  const unlisted = { kind: "written", channel, ts: null } as const;
  switch (kind) {
    case "post":
      return post(draft);
    case "own":
    case "anchor":
      await client.chat.update({ channel, ts: threadTs ?? "", ...contentOf(message) });
      return unlisted;
    case "ephemeral":
      if (responseUrl === null) await client.chat.postEphemeral({ channel, user, ...content });
      else await respond(responseUrl, { response_type: "ephemeral", replace_original: false, ...content });
      return unlisted;
  }
}

async function post(draft: Draft): Promise<SlackDelivery> {
  if (await isGone(draft)) return GONE;
  const before = draft.attempt === "first" ? null : await findBefore(draft);
  return before ?? send(draft);
}

const GONE: SlackDelivery = { kind: "gone" };

async function isGone({ state, place: { channel, threadTs, questionTs } }: Draft): Promise<boolean> {
  // A thread outlives its first message where somebody has replied; the message above a command's answer is its question.
  const question = questionTs ?? threadTs;
  return question !== null && (await state.get(deletedKey(channel, question)).catch(() => null)) === true;
}

async function send({ client, place, message: form }: Draft): Promise<SlackDelivery> {
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
  return { kind: "written", channel, ts };
}

/**
 * The message, where it was posted before. Where Slack does not let Talks look, one that comes twice is better than none
 * after a passing fault; after the end of a process it is most likely there, and its reader is told to ask again.
 */
async function findBefore(draft: Draft): Promise<SlackDelivery | null> {
  try {
    return await find(draft);
  } catch (error) {
    if (troubleOf(error).kind !== "final") throw error;
    draft.log.warn("It cannot be seen whether a message was posted before.", { error: errorCode(error) });
    return draft.attempt === "taken-up" ? { kind: "refused", reason: UNSEEN } : null;
  }
}

/** Looks for the message by the name of one of its blocks; one without by its text. */
async function find({ client, place, message }: Draft): Promise<SlackDelivery | null> {
  const { channel, threadTs, questionTs } = place;
  // Of a long thread Slack gives the oldest replies first.
  const since = questionTs === null ? {} : { oldest: questionTs };
  const { messages = [] } =
    threadTs === null
      ? await client.conversations.history({ channel, ...since, limit: LATEST })
      : await client.conversations.replies({ channel, ts: threadTs, ...since, limit: WHOLE_THREAD });
  const name = message.blocks.find(({ block_id }) => block_id !== undefined)?.block_id;
  const posted = messages.find(({ blocks, bot_id, text }) =>
    name === undefined
      ? bot_id !== undefined && text === message.text
      : blocks?.some(({ block_id }) => block_id === name),
  );
  return posted?.ts === undefined ? null : { kind: "written", channel, ts: posted.ts };
}

const LATEST = 200;
const WHOLE_THREAD = 500;

/** Sends something to the response URL of a command or a button, which holds for half an hour. */
export async function respond(responseUrl: string, body: object): Promise<void> {
  const response = await fetch(responseUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(RESPONSE_MS),
  }).catch((error: unknown) => {
    throw new ResponseUrlError(0, error instanceof Error ? error.name : "");
  });
  const text = await response.text();
  if (response.ok) return;
  const [, code = ""] = /"error":"(\w+)"/.exec(text) ?? [];
  throw new ResponseUrlError(response.status, code, Number(response.headers.get("retry-after") ?? 1) || 1);
}

const RESPONSE_MS = 10_000;

/** Longer than an answer ever waits for its turn. */
const NOTED_MS = 30 * 60_000;

/** Notes that a message was deleted: if it asks something, it is not answered. */
export function noteDeleted(state: State, channel: string, ts: string): Promise<void> {
  return state.set(deletedKey(channel, ts), true, NOTED_MS);
}

const deletedKey = (channel: string, ts: string) => `slack:deleted:${channel}:${ts}`;

/** What the listeners work with. */
export interface SlackBot extends ChatServices<SlackPlace> {
  readonly show: Show;
}

/** Shows a message that is no reply to a question, such as what a button brings, in the first form that Slack takes. */
type Show = (place: SlackPlace, message: Message) => Promise<void>;

/** Creates the way to show; what a place refuses goes to its person alone, in the end into their direct messages. */
export function createShow(write: Write, log: Log): Show {
  return async function show(place, message) {
    const forms = [...formsOf(message), sentence(NOT_SHOWN)];
    const delivery = await writeFirstAccepted(forms, (form) =>
      callPatiently(() => write(place, form, { attempt: "first" }), log),
    );
    if (delivery.kind !== "refused") return;
    log.warn("Slack refused a message.", { reason: delivery.reason });
    const next = elsewhere(place, delivery.reason);
    if (next !== null) await show(next, message);
  };
}
