import { SLACK_LIMITS } from "./limits.ts";
import { type Block, countCharacters, type Message } from "./message.ts";

/** A message in parts; `foot` is told how many of the groups are shown. */
export interface MessageParts {
  readonly head: readonly Block[];
  readonly groups: readonly (readonly Block[])[];
  /** Shown where not even the first group fits. */
  readonly instead?: readonly Block[];
  readonly foot: (kept: number) => readonly Block[];
  readonly text: string;
}

/** Puts a message together, leaving out whole groups from the end until Slack takes it; head and foot always stay. */
export function fitMessage({ head, groups, instead = [], foot, text }: MessageParts): Message {
  for (let kept = groups.length; kept > 0; kept -= 1) {
    const blocks = [...head, ...groups.slice(0, kept).flat(), ...foot(kept)];
    if (fits(blocks)) return { text, blocks };
  }
  return { text, blocks: [...head, ...instead, ...foot(0)] };
}

function fits(blocks: readonly Block[]): boolean {
  return blocks.length <= SLACK_LIMITS.blocks && countCharacters(blocks) <= SLACK_LIMITS.messageCharacters;
}
