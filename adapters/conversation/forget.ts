import { setImmediate as nextTurn } from "node:timers/promises";
import { parseQuestion } from "./answering.ts";
import { type Conversation, parseConversation } from "./conversations.ts";
import { isRecord } from "./parse-json.ts";
import type { State } from "./state.ts";

type Kind = "votes" | "pending" | "answers" | "conversations" | "limits" | "others";

/** How many entries of the state were removed or changed, by what they are. */
export type ForgottenEntries = Readonly<Record<Kind, number>>;

/** What begins so is of this kind; a workspace's installation is nobody's, and stays. */
const KINDS: readonly (readonly [prefix: string, kind: Kind | null])[] = [
  ["feedback:", "votes"],
  ["pending:", "pending"],
  ["answer:", "answers"],
  ["conversation:", "conversations"],
  ["limit:", "limits"],
  ["slack:installation:", null],
  ["", "others"],
];

/** Others are answered after so many entries. */
const LOOKED_AT_ONCE = 500;

/**
 * Removes what is kept under a person's id, and the questions that are known to be theirs: those that were being answered
 * for them, and those of the answers with these ids, also where a thread or a later question in it goes on from them. Who
 * asked the other questions of a thread, the state does not know.
 */
export async function forgetEntries(
  state: State,
  person: string,
  answerIds: Iterable<string>,
): Promise<ForgottenEntries> {
  const forgotten: Record<Kind, number> = { votes: 0, pending: 0, answers: 0, conversations: 0, limits: 0, others: 0 };
  const remove: Remove = async (key, kind) => {
    await state.delete(key);
    forgotten[kind] += 1;
  };
  const ids = new Set([...answerIds, ...(await removeNamed(state, person, remove))]);
  const steps = await removeAnswers(state, ids, remove);
  if (steps.length === 0) return forgotten;
  const theirs = await findTheirs(state, steps);
  forgotten.conversations += await takeOut(state, theirs);
  await forEachEntry(state, "answer:", async (key, value) => {
    if (stepsOf(questionsBehind(value).slice(0, -1)).some((step) => theirs.has(step))) await remove(key, "answers");
  });
  return forgotten;
}

type Remove = (key: string, kind: Kind) => Promise<void>;

/** Removes what bears the person's id; resolves with the ids of the answers that they were waiting for. */
async function removeNamed(state: State, person: string, remove: Remove): Promise<readonly string[]> {
  const ids: string[] = [];
  await forEachEntry(state, "", async (key, value) => {
    const kind = KINDS.find(([prefix]) => key.startsWith(prefix))?.[1] ?? null;
    const texts = stringsIn(value);
    if (kind === null || !(key.split(":").includes(person) || texts.some(([text]) => text === person))) return;
    if (kind === "pending") ids.push(...texts.flatMap(([text, name]) => (name === "answerId" ? [text] : [])));
    await remove(key, kind);
  });
  return ids;
}

/** Removes answers; resolves with what was asked for each. */
async function removeAnswers(state: State, ids: Iterable<string>, remove: Remove): Promise<readonly string[]> {
  const steps: string[] = [];
  for (const id of ids) {
    const step = stepsOf(questionsBehind(await state.get(`answer:${id}`))).at(-1);
    if (step === undefined) continue;
    steps.push(step);
    await remove(`answer:${id}`, "answers");
  }
  return steps;
}

/** Takes questions out of the conversations in which they stand; resolves with how many those were. */
async function takeOut(state: State, theirs: ReadonlySet<string>): Promise<number> {
  let changed = 0;
  await forEachEntry(state, "conversation:", async (key, value) => {
    const { openedBy, questions } = parseConversation(value) ?? NO_CONVERSATION;
    const steps = stepsOf(questions);
    if (!steps.some((step) => theirs.has(step))) return;
    await state.replace(key, { openedBy, questions: questions.filter((_, at) => !theirs.has(steps[at] ?? "")) });
    changed += 1;
  });
  return changed;
}

const NO_CONVERSATION: Conversation = { openedBy: "dm", questions: [] };

/** Of the steps that a person took, those that nobody else took, too: they stand in no more conversations. */
async function findTheirs(state: State, steps: readonly string[]): Promise<ReadonlySet<string>> {
  const left = new Map<string, number>();
  for (const step of steps) left.set(step, (left.get(step) ?? 0) + 1);
  await forEachEntry(state, "conversation:", async (_, value) => {
    for (const step of stepsOf(parseConversation(value)?.questions ?? [])) {
      const times = left.get(step);
      if (times !== undefined) left.set(step, times - 1);
    }
  });
  return new Set([...left].filter(([, times]) => times >= 0).map(([step]) => step));
}

async function forEachEntry(
  state: State,
  prefix: string,
  look: (key: string, value: unknown) => Promise<void>,
): Promise<void> {
  const keys = await state.keys(prefix);
  for (let begin = 0; begin < keys.length; begin += LOOKED_AT_ONCE) {
    const some = keys.slice(begin, begin + LOOKED_AT_ONCE);
    await Promise.all(some.map(async (key) => look(key, await state.get(key))));
    await nextTurn();
  }
}

/** Each question with the one before it, which tells it from the same words in most other conversations. */
function stepsOf(questions: readonly string[]): readonly string[] {
  return questions.map((text, at) => JSON.stringify([questions[at - 1] ?? null, text]));
}

function questionsBehind(answer: unknown): readonly string[] {
  const question = parseQuestion(answer);
  if (question === null) return [];
  const { earlier = [], context, text } = question;
  return [...earlier, ...(context === undefined ? [] : [context]), text];
}

/** All texts in a value, each with the name of its field. */
function stringsIn(value: unknown, name = ""): readonly (readonly [text: string, name: string])[] {
  if (typeof value === "string") return [[value, name]];
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, name));
  return isRecord(value) ? Object.entries(value).flatMap(([key, item]) => stringsIn(item, key)) : [];
}
