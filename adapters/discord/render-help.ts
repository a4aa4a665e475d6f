import type { Coverage } from "../../src/index.ts";
import { describeCoverage } from "../conversation/citation.ts";
import { composeHelp, NOTHING_ASKED } from "../conversation/texts.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { escapeLine, escapeMarkdown } from "./markup.ts";
import { type PlainMessage, plainMessage } from "./message.ts";
import { articleLine } from "./render-passage.ts";
import { DISCORD_WAYS } from "./texts.ts";

/** Help, below the question what one would like to know where nothing was asked. */
export function renderHelp(coverage: Coverage, isNothingAsked: boolean): PlainMessage {
  const { intro, covers, ways, examples } = composeHelp(coverage, DISCORD_WAYS);
  return plainMessage(
    [
      ...(isNothingAsked ? [`**${NOTHING_ASKED}**`] : []),
      escapeMarkdown(intro),
      escapeMarkdown(covers),
      "",
      "**How to ask**",
      ...ways.map(({ how, what }) => `- \`${how}\` – ${escapeLine(what)}`),
      ...(examples.length > 0 ? ["", "**For example**", ...examples.map((example) => `- ${escapeLine(example)}`)] : []),
    ].join("\n"),
  );
}

const ROOM = { name: 200, address: 300 };
const FOR_THE_LAST_LINE = 100;

/** As many articles as a message holds, and how many more there are. */
export function renderSources(coverage: Coverage): PlainMessage {
  const lines = [`I know ${escapeLine(describeCoverage(coverage))}`, ""];
  let length = lines.join("\n").length;
  for (const [at, article] of coverage.articles.entries()) {
    const line = `- ${articleLine(article, ROOM)}`;
    length += line.length + 1;
    if (length > DISCORD_LIMITS.contentCharacters - FOR_THE_LAST_LINE)
      return plainMessage([...lines, `…and ${coverage.articles.length - at} more.`].join("\n"));
    lines.push(line);
  }
  return plainMessage(lines.join("\n"));
}
