import { type Coverage, nameOf } from "../../src/index.ts";
import { describeCoverage, describeSource, joinWords } from "../conversation/citation.ts";
import { joinBlocks, renderList, renderText } from "./render-answer.ts";
import type { TerminalStyle } from "./terminal-style.ts";

/** How many of the people who speak in the articles are named. */
const MAX_SPEAKERS = 12;

/** What can be asked: the articles, and whose words they report. */
export function renderCoverage(coverage: Coverage, style: TerminalStyle): string {
  const articles = coverage.articles.map((article) => `${nameOf(article)} · ${describeSource(article)}`);
  return joinBlocks([
    renderList(describeCoverage(coverage), articles, style),
    renderText(describeSpeakers(coverage.speakers), "plain", style),
  ]);
}

function describeSpeakers(speakers: readonly string[]): string {
  if (speakers.length === 0) return "";
  const others = speakers.length - MAX_SPEAKERS;
  const named = speakers.slice(0, MAX_SPEAKERS);
  return `They report the words of ${joinWords(others > 0 ? [...named, `${others} more`] : named)}.`;
}
