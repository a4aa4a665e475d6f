import { isRecord, stringsOf } from "./parse-json.ts";
import type { State } from "./state.ts";

/** How a conversation began; in a thread that a command opened, plain questions are answered too. */
export type OpenedBy = "command" | "mention" | "dm";

/** A thread or direct-message channel in which Talks takes part. */
export interface Conversation {
  readonly openedBy: OpenedBy;
  /** What was asked in it so far, whoever asked, oldest first. */
  readonly questions: readonly string[];
}

/** The conversations that are ours. A key names one place of one platform, such as `slack:T1:C1:1700000000.000100`. */
export interface Conversations {
  /** The conversation at this place; `null` where there is none, or it has been silent for too long. */
  find(key: string): Promise<Conversation | null>;
  /** Makes the place ours before anything is asked in it; a conversation that is already there goes on unchanged. */
  open(key: string, openedBy: OpenedBy): Promise<void>;
  /**
   * Adds a question, opening the conversation where needed, and gives those that were asked before it. One that is asked
   * again right away is the same question.
   */
  remember(key: string, openedBy: OpenedBy, question: string): Promise<readonly string[]>;
}

const MINUTE_MS = 60_000;

/** A direct message has no threads: its conversation ends with half an hour of silence. */
export const DM_SILENCE_MS = 30 * MINUTE_MS;

/** A thread is forgotten a month after its last question. */
const THREAD_SILENCE_MS = 30 * 24 * 60 * MINUTE_MS;

const MAX_QUESTIONS = 10;
const MAX_QUESTION_LENGTH = 500;

/** Keeps the conversations in `state`. */
export function createConversations(state: State): Conversations {
  const find = async (key: string) => parseConversation(await state.get(stateKey(key)));
  const save = ({ openedBy, questions }: Conversation, key: string) =>
    state.set(stateKey(key), { openedBy, questions }, openedBy === "dm" ? DM_SILENCE_MS : THREAD_SILENCE_MS);

  return {
    find,
    async open(key, openedBy) {
      if (!(await find(key))) await save({ openedBy, questions: [] }, key);
    },
    async remember(key, openedBy, question) {
      const known = (await find(key)) ?? { openedBy, questions: [] };
      const asked = question.slice(0, MAX_QUESTION_LENGTH);
      const earlier = known.questions.at(-1) === asked ? known.questions.slice(0, -1) : known.questions;
      await save({ openedBy: known.openedBy, questions: [...earlier, asked].slice(-MAX_QUESTIONS) }, key);
      return earlier;
    },
  };
}

const stateKey = (key: string) => `conversation:${key}`;

/** Reads a conversation that was kept. */
export function parseConversation(value: unknown): Conversation | null {
  if (!isRecord(value)) return null;
  const { openedBy } = value;
  if (openedBy !== "command" && openedBy !== "mention" && openedBy !== "dm") return null;
  return { openedBy, questions: stringsOf(value.questions) };
}
