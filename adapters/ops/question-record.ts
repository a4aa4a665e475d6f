import { createHash } from "node:crypto";
import { isRecord, stringsOf } from "../conversation/parse-json.ts";
import type { QuestionOutcome } from "./metrics.ts";

/** A question that was asked; `person` is a fingerprint of whoever asked, by which it can be found and deleted. */
export interface AskedRecord {
  readonly kind: "question";
  /** ISO time. */
  readonly at: string;
  readonly platform: string;
  readonly person: string;
  /** Votes name it; `null` where there was no answer to vote on. */
  readonly answerId: string | null;
  readonly question: string;
  readonly outcome: QuestionOutcome;
  /** What the articles do not mention. */
  readonly missing: readonly string[];
}

/** A vote on an answer. */
export interface VoteRecord {
  readonly kind: "vote";
  readonly at: string;
  readonly platform: string;
  readonly person: string;
  readonly answerId: string;
  readonly vote: "up" | "down";
  readonly reason: string | null;
}

/** One line of the question log. */
export type QuestionRecord = AskedRecord | VoteRecord;

/** A person as the log knows them: found again by whoever has the id, not to be read off. */
export function fingerprint(platform: string, person: string): string {
  return createHash("sha256").update(`${platform}:${person}`).digest("base64url").slice(0, 22);
}

const OUTCOMES: readonly QuestionOutcome[] = ["answered", "related", "none", "failed", "refused"];

/** Reads one line of the question log; `null` where it is none. */
export function parseRecord(line: string): QuestionRecord | null {
  const value = parseJson(line);
  if (!isRecord(value)) return null;
  const { kind, at, platform, person, answerId, question, vote, reason } = value;
  if (typeof at !== "string" || typeof platform !== "string" || typeof person !== "string") return null;
  const common = { at, platform, person };
  const outcome = OUTCOMES.find((name) => name === value.outcome);
  if (kind === "question" && typeof question === "string" && outcome) {
    const id = typeof answerId === "string" ? answerId : null;
    return { kind, ...common, answerId: id, question, outcome, missing: stringsOf(value.missing) };
  }
  if (kind === "vote" && typeof answerId === "string" && (vote === "up" || vote === "down"))
    return { kind, ...common, answerId, vote, reason: typeof reason === "string" ? reason : null };
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
