import { type Figures, figuresOf, type Verdict } from "./score.ts";
import { type StatementFigures, type StatementVerdict, statementFiguresOf } from "./score-statements.ts";
import { type PairVerdict, pairFiguresOf } from "./story-pairs.ts";
import type { BaselineFigures } from "./thirty-lines.ts";

const HEAD = "                 n   hit@1   hit@3  facets speaker abstain answered garbled   words";
const MAX_MISS_LENGTH = 150;

/** What the lines below the figures mean, for whoever sees them for the first time. */
export const ABOUT_MISSES = `What a miss means: below each table stands, with its id, every question whose first passage does not answer it or names
another speaker, of which a part is not shown, or for which an answer is claimed where the articles have none; behind it, what was shown
instead. A miss is information and no failure: npm test fails only where a set falls below its floor (test/evaluation/level.test.ts).`;

/** The figures of a set by kind of question and over all, those of the baseline, then the misses. */
export function reportOn(name: string, verdicts: readonly Verdict[], baseline: BaselineFigures): string {
  const kinds = [...new Set(verdicts.map(({ gold }) => gold.kind))];
  const rows = kinds.map((kind) => row(kind, figuresOf(verdicts.filter(({ gold }) => gold.kind === kind))));
  const thirty = `${"thirty lines".padEnd(17)} ${percent(baseline.hitAt1).padStart(7)} ${percent(baseline.hitAt3).padStart(7)}`;
  return [name, HEAD, ...rows, row("all", figuresOf(verdicts)), thirty, "", ...verdicts.flatMap(missOf), ""].join("\n");
}

const STATEMENTS_HEAD = "              marked   found    span F1  span and speaker F1";

/** The figures of statements by kind of speech and over all, then the misses. */
export function reportOnStatements(name: string, verdicts: readonly StatementVerdict[]): string {
  const rows = (["direct", "reported"] as const).map((kind) =>
    statementsRow(kind, statementFiguresOf(verdicts.filter(({ speech }) => speech === kind))),
  );
  const all = statementsRow("all", statementFiguresOf(verdicts));
  const misses = verdicts.flatMap(({ miss }) => (miss === null ? [] : [`- ${short(miss)}`]));
  return [name, STATEMENTS_HEAD, ...rows, all, "", ...misses, ""].join("\n");
}

const PAIRS_HEAD = "              differing   found   agreeing   false alarms";

/** The figures of pairs of stories by what they differ in or only seem to, then those that were misjudged. */
export function reportOnPairs(name: string, verdicts: readonly PairVerdict[]): string {
  const kinds = [...new Set(verdicts.map(({ pair }) => pair.kind))];
  const ofKind = (kind: string) => verdicts.filter(({ pair }) => pair.kind === kind);
  const rows = kinds.map((kind) => pairsRow(kind, ofKind(kind)));
  const misjudged = verdicts.filter(({ pair, disagreements, isFound }) =>
    pair.differ ? !isFound : disagreements.length > 0,
  );
  const misses = misjudged.flatMap(({ pair, disagreements }) => [
    `- ${pair.id}  ${short(pair.question)}`,
    `    ${disagreements.map(({ about }) => about).join("; ") || "nothing is set side by side"}`,
  ]);
  return [name, PAIRS_HEAD, ...rows, pairsRow("all", verdicts), "", ...misses, ""].join("\n");
}

function pairsRow(label: string, verdicts: readonly PairVerdict[]): string {
  const { differing, found, agreeing, falseAlarms } = pairFiguresOf(verdicts);
  const numbers = [differing, found, agreeing, falseAlarms].map((count, at) =>
    String(count).padStart([11, 8, 11, 15][at] ?? 0),
  );
  return label.padEnd(12) + numbers.join("");
}

function statementsRow(label: string, { marked, found, spanF1, speakerF1 }: StatementFigures): string {
  return [
    label.padEnd(12),
    String(marked).padStart(8),
    String(found).padStart(8),
    percent(spanF1).padStart(11),
    percent(speakerF1).padStart(21),
  ].join("");
}

function row(label: string, figures: Figures): string {
  const { hitAt1, hitAt3, facets, speaker, abstained, answered } = figures;
  const shares = [hitAt1, hitAt3, facets, speaker, abstained].map((share) => percent(share).padStart(7));
  return [
    label.padEnd(12),
    String(figures.questions).padStart(5),
    ...shares.map((share) => ` ${share}`),
    percent(answered).padStart(9),
    String(figures.garbledFirst).padStart(8),
    (figures.meanWords?.toFixed(0) ?? "–").padStart(8),
  ].join("");
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)} %`;
}

function missOf({ gold, miss }: Verdict): string[] {
  if (miss === null) return [];
  const asked = [...gold.earlier, gold.question].join(" → ");
  return [`- ${gold.id}  ${short(asked)}`, `    ${short(miss)}`];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= MAX_MISS_LENGTH ? line : `${line.slice(0, MAX_MISS_LENGTH - 1)}…`;
}
