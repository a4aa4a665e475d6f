import type { ExplainedPassage, Explanation, Points } from "../../src/index.ts";

/** Why a question was answered as it was, for a person who knows the names of docs/how-an-answer-is-found.md. */
export function renderExplanation(explanation: Explanation): string {
  const { question, intent, need, overview, subject, terms, missing, decidedBy, compared } = explanation;
  const { outcome, confidence, reasons, passages } = explanation;
  const read = [
    `asks for: ${overview ?? intent}${need === "any" ? "" : ` (${need})`}${subject === null ? "" : ` of ${subject}`}`,
    ...terms.map(({ text, role, weight, foundBy }) => {
      const found = foundBy.length === 0 ? "in no article" : `found by ${foundBy.join(", ")}`;
      return `${role === "asked" ? "term" : "from before"}: ${text} (${weight}), ${found}`;
    }),
    ...(missing.length > 0 ? [`in no article: ${missing.join(", ")}`] : []),
    decidedBy === "words" ? "decided by words" : `decided by words and meaning, of “${compared}”`,
    `${outcome}, at ${confidence}: ${listed(reasons)}`,
  ];
  return [`Why: ${question}`, ...read.map((line) => `  ${line}`), ...passages.map(renderPassage), ""].join("\n");
}

function renderPassage({ score, parts, meaning, setting }: ExplainedPassage, at: number): string {
  const near = meaning === null ? "" : `; cosines ${meaning} and, of its paragraph, ${setting}`;
  return `  ${at + 1}  ${score} = ${listed(parts)}${near}`;
}

function listed(points: readonly Points[]): string {
  return points.map(({ name, points: own }) => `${name} ${own > 0 ? "+" : ""}${own}`).join(", ");
}
