import { createHash } from "node:crypto";
import * as v from "valibot";
import type { QuestionOutcome } from "./metrics.ts";

const COMMON = {
  /** ISO time. */
  at: v.string(),
  platform: v.string(),
  person: v.string(),
};

/** A question that was asked; `person` is a fingerprint of whoever asked, by which it can be found and deleted. */
const ASKED = v.object({
  kind: v.literal("question"),
  ...COMMON,
  /** Votes name it; `null` where there was no answer to vote on. */
  answerId: v.fallback(v.nullable(v.string()), null),
  question: v.string(),
  outcome: v.picklist(["answered", "related", "none", "failed", "refused"] satisfies QuestionOutcome[]),
  /** What the articles do not mention. */
  missing: v.fallback(v.pipe(v.array(v.string()), v.readonly()), []),
});

/** A vote on an answer. */
const VOTE = v.object({
  kind: v.literal("vote"),
  ...COMMON,
  answerId: v.string(),
  vote: v.picklist(["up", "down"]),
  reason: v.fallback(v.nullable(v.string()), null),
});

/** A question that was asked, as the question log has it. */
export type AskedRecord = Readonly<v.InferOutput<typeof ASKED>>;

/** A vote on an answer, likewise. */
export type VoteRecord = Readonly<v.InferOutput<typeof VOTE>>;

const RECORD = v.pipe(v.string(), v.parseJson(), v.variant("kind", [ASKED, VOTE]));

/** One line of the question log. */
export type QuestionRecord = AskedRecord | VoteRecord;

/** A person as the log knows them: found again by whoever has the id, not to be read off. */
export function fingerprint(platform: string, person: string): string {
  return createHash("sha256").update(`${platform}:${person}`).digest("base64url").slice(0, 22);
}

/** Reads one line of the question log; `null` where it is none. */
export function parseRecord(line: string): QuestionRecord | null {
  const { success, output } = v.safeParse(RECORD, line);
  return success ? output : null;
}
