import { readFileSync } from "node:fs";

/** A question of which it is known what answers it. */
export interface GoldQuestion {
  readonly id: string;
  /** What is asked for or what makes it hard: said, fact, position, spelling, none … */
  readonly kind: string;
  readonly question: string;
  /** The questions asked before it in the same conversation, oldest first. */
  readonly earlier: readonly string[];
  /** Whether the corpus answers it. */
  readonly isAnswerable: boolean;
  /** Part of the speaker's name, where the answer is somebody's words. */
  readonly speaker: string | null;
  /** Pieces of text of which any one answers. */
  readonly evidence: readonly string[];
  /** For an answer of several parts: for each part, the pieces of text of which any one tells it. */
  readonly facets: readonly (readonly string[])[];
  /** Pieces of text of garbled articles, which may not be shown first. */
  readonly notFirst: readonly string[];
}

/** Reads a file of questions, one JSON object in a line; README.md beside this file has the format. */
export function readGoldQuestions(file: string): GoldQuestion[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [goldQuestionOf(JSON.parse(line), `${file}:${at + 1}`)]));
}

function goldQuestionOf(line: unknown, where: string): GoldQuestion {
  const fields = new Map<string, unknown>(typeof line === "object" && line !== null ? Object.entries(line) : []);
  const wrong = (name: string) => new Error(`${where}: "${name}" is missing or of the wrong form`);
  const text = (name: string): string => {
    const value = fields.get(name);
    if (typeof value !== "string") throw wrong(name);
    return value;
  };
  const texts = (name: string, value: unknown = fields.get(name)): string[] => {
    if (!Array.isArray(value)) throw wrong(name);
    return value.map((one: unknown) => {
      if (typeof one !== "string") throw wrong(name);
      return one;
    });
  };
  const earlierOf = (follows: unknown) =>
    follows === null ? [] : Array.isArray(follows) ? texts("follows") : [text("follows")];
  const facets = fields.get("facets");
  if (!Array.isArray(facets)) throw wrong("facets");
  return {
    id: text("id"),
    kind: text("kind"),
    question: text("question"),
    earlier: earlierOf(fields.get("follows")),
    isAnswerable: text("outcome") === "answered",
    speaker: fields.get("speaker") === null ? null : text("speaker"),
    evidence: texts("evidence"),
    facets: facets.map((facet: unknown) => texts("facets", facet)),
    notFirst: texts("not_first"),
  };
}
