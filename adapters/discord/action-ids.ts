const ACTIONS = ["context", "more", "ask", "up", "down", "reason", "follow", "share"] as const;

/** What a button of an answer, or the dialog that it opened, does. */
export type Action = (typeof ACTIONS)[number];

/** What a button carries: the answer it belongs to, and which of its passages or suggestions, counted from 0. */
export interface CustomId {
  readonly action: Action;
  readonly answerId: string;
  readonly index: number;
}

const PATTERN = /^([a-z]+):([\w-]{1,40}):(\d{1,4})$/;

/** The `custom_id` of a button: `action:answerId:index`. */
export function formatCustomId({ action, answerId, index }: CustomId): string {
  return `${action}:${answerId}:${index}`;
}

/** Reads a `custom_id`; `null` where it is not one of ours. */
export function parseCustomId(text: string): CustomId | null {
  const [, name, answerId, index] = PATTERN.exec(text) ?? [];
  const action = ACTIONS.find((known) => known === name);
  if (!action || !answerId) return null;
  return { action, answerId, index: Number(index) };
}
