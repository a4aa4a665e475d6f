/** What the buttons and forms of Talks are called; those of suggestions end with their number. */
export const ACTIONS = {
  context: "context",
  more: "more",
  up: "up",
  down: "down",
  share: "share",
  suggestion: "suggestion-",
  /** Questions on the App Home, which are answered in the direct message. */
  example: "example-",
  reason: "reason",
  askAbout: "ask_about_message",
} as const;

/** The name of the block below an answer, by which the answer is found in a channel. */
export function answerBlock(answerId: string): string {
  return `answer:${answerId}:0`;
}

/** The name of the block that shows a question, above its answer. */
export function questionBlock(answerId: string): string {
  return `question:${answerId}`;
}

/** The answer to which a block of that name belongs; `null` where it is none of these. */
export function answerOfBlock(name: string): string | null {
  return /^(?:answer|question):([\w-]+)/.exec(name)?.[1] ?? null;
}

/** Some passages of an answer: `count` of them, beginning at `from`. */
interface PassageRange {
  readonly answerId: string;
  readonly from: number;
  readonly count: number;
}

/** What a button about passages carries. */
export function formatPassageRange(answerId: string, from: number, count: number): string {
  return `${answerId}:${from}:${count}`;
}

/** Reads what a button carries; `null` where it is not ours. */
export function parsePassageRange(value: string): PassageRange | null {
  const [, answerId, from, count] = /^([\w-]{1,40}):(\d{1,4}):(\d{1,4})$/.exec(value) ?? [];
  return answerId ? { answerId, from: Number(from), count: Number(count) } : null;
}
