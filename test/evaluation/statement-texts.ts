import { join } from "node:path";
import { annotateStatements } from "../../src/speech/annotate-statements.ts";
import { type GoldText, readGoldTexts } from "./gold-statements.ts";
import { judgeStatements, type StatementVerdict } from "./score-statements.ts";

/** The name of the annotated texts among the sets. */
export const STATEMENTS = "statements";

/** The texts in which a reader marked every statement. */
export function readStatementTexts(): GoldText[] {
  return readGoldTexts(join("test", "evaluation", "statements.jsonl"));
}

/** Finds the statements of all texts, and judges them. */
export function judgeAllStatements(texts: readonly GoldText[]): StatementVerdict[] {
  return texts.flatMap((gold) => judgeStatements(gold, annotateStatements(gold.text)));
}
