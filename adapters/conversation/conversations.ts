import * as v from "valibot";
import { OPENED_BY } from "./asked.ts";
import type { State } from "./state.ts";

/** How a conversation began. */
export type OpenedBy = v.InferOutput<typeof OPENED_BY>;

/** `questions` is what was asked in it so far, whoever asked, oldest first. */
const CONVERSATION = v.object({ openedBy: OPENED_BY, questions: v.array(v.string()) });

/** A thread or direct-message channel in which Talks takes part. */
export type Conversation = v.InferOutput<typeof CONVERSATION>;

/** The conversations that are ours. A key names one place of one platform, such as `slack:T1:C1:1700000000.000100`. */
export type Conversations = ReturnType<typeof createConversations>;

/** What belongs to a question that is remembered. */
interface Also {
  /** What it is about, where that was not said in this conversation: later questions lean on it, too. */
  readonly context?: string | undefined;
  /** The question that it takes the place of. */
  readonly instead?: string | undefined;
}

const MINUTE_MS = 60_000;

/** A direct message has no threads: its conversation ends with half an hour of silence. */
export const DM_SILENCE_MS = 30 * MINUTE_MS;

/** A thread is forgotten a month after its last question. */
const THREAD_SILENCE_MS = 30 * 24 * 60 * MINUTE_MS;

const MAX_QUESTIONS = 10;
const MAX_QUESTION_LENGTH = 500;

/** Keeps the conversations in `state`. */
export function createConversations(state: State) {
  const find = async (key: string) => parseConversation(await state.get(stateKey(key)));
  const save = ({ openedBy, questions }: Conversation, key: string) =>
    state.set(stateKey(key), { openedBy, questions }, openedBy === "dm" ? DM_SILENCE_MS : THREAD_SILENCE_MS);

  return {
    /** The conversation at this place; `null` where there is none, or it has been silent for too long. */
    find,
    /**
     * Adds a question, opening the conversation where needed, and gives those that were asked before it. One that is asked
     * again right away is the same question; one that is put instead of another stands in its place.
     */
    async remember(
      key: string,
      openedBy: OpenedBy,
      question: string,
      { context, instead }: Also = {},
    ): Promise<readonly string[]> {
      const known = (await find(key)) ?? { openedBy, questions: [] };
      const asked = cut(question);
      const at = known.questions.lastIndexOf(cut(instead ?? known.questions.at(-1) ?? ""));
      const isReplaced = instead !== undefined ? at >= 0 : known.questions[at] === asked;
      const earlier = isReplaced ? known.questions.slice(0, at) : known.questions;
      const later = isReplaced ? known.questions.slice(at + 1) : [];
      const said = context === undefined || cut(context) === earlier.at(-1) ? [] : [cut(context)];
      const questions = [...earlier, ...said, asked, ...later].slice(-MAX_QUESTIONS);
      await save({ openedBy: known.openedBy, questions }, key);
      return earlier;
    },
  };
}

const cut = (text: string) => text.slice(0, MAX_QUESTION_LENGTH);

const stateKey = (key: string) => `conversation:${key}`;

/** Reads a conversation that was kept; `null` for anything else. */
export function parseConversation(value: unknown): Conversation | null {
  const { success, output } = v.safeParse(CONVERSATION, value);
  return success ? output : null;
}
