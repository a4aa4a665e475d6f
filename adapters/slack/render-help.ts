import type { types } from "@slack/bolt";
import type { Coverage } from "../../src/index.ts";
import { describeCoverage } from "../conversation/citation.ts";
import { cutText } from "../conversation/cut.ts";
import { composeHelp, type Help, NOTHING_ASKED, type Way } from "../conversation/texts.ts";
import { ACTIONS } from "./action-ids.ts";
import { ROOM, SLACK_LIMITS } from "./limits.ts";
import { escapeEntities } from "./markup.ts";
import {
  actions,
  type Block,
  button,
  context,
  countCharacters,
  escapeWithin,
  header,
  type Message,
  section,
} from "./message.ts";
import { articleLine } from "./render-passage.ts";

/** The command as the manifest names it, for texts that are shown where nobody typed it. */
export const COMMAND = "/talks";

const SHORTCUT = "Ask Talks about this";

const WAYS: readonly Way[] = [
  { how: `${COMMAND} QUESTION`, what: "I answer in a thread, where you can ask on" },
  { how: "@Talks QUESTION", what: "the same in a message of yours, also in a thread; ask on with @Talks again" },
  { how: "A direct message to Talks", what: "between you and me" },
  { how: `⋮ → ${SHORTCUT}`, what: "takes somebody's message as the question" },
  { how: `${COMMAND} private QUESTION`, what: "only you see the answer" },
  { how: `${COMMAND} sources`, what: "the articles I know" },
];

/** How to ask, with questions that the corpus answers; below the question what one would like to know, where nothing was asked. */
export function renderHelp(coverage: Coverage, isNothingAsked: boolean): Message {
  const opening = isNothingAsked ? NOTHING_ASKED : null;
  const help = composeHelp(coverage, WAYS);
  const examples = help.examples.map((question) => `• ${COMMAND} ${escapeWithin(question, ROOM.question)}`);
  const lines = [...(opening === null ? [] : [opening]), help.intro, help.covers];
  return {
    text: escapeEntities(cutText([...lines, ...help.examples].join("\n"), ROOM.source)),
    blocks: [
      ...(opening === null ? [] : [section(`*${opening}*`)]),
      section(help.intro),
      ...(examples.length > 0 ? [section(["*Try*", ...examples].join("\n"))] : []),
      ...renderWays(help),
      context(escapeWithin(help.covers, SLACK_LIMITS.contextCharacters)),
    ],
  };
}

/** The articles, as far as one message holds them. */
export function renderSources(coverage: Coverage): Message {
  const title = describeCoverage(coverage);
  const blocks: Block[] = [section(`*${escapeWithin(title, ROOM.lead)}*`)];
  let shown = 0;
  for (const lines of pagesOf(coverage.articles.map((article) => `• ${articleLine(article)}`))) {
    const next = section(lines.join("\n"));
    if (blocks.length + 2 > SLACK_LIMITS.blocks) break;
    if (countCharacters([...blocks, next]) > SLACK_LIMITS.messageCharacters - ROOM.lead) break;
    blocks.push(next);
    shown += lines.length;
  }
  const left = coverage.articles.length - shown;
  return { text: escapeEntities(title), blocks: left > 0 ? [...blocks, context(`and ${left} more.`)] : blocks };
}

/** The App Home: what there is, how to ask, and questions to begin with. */
export function renderHome(coverage: Coverage): types.HomeView {
  const help = composeHelp(coverage, WAYS);
  const sources = renderSources(coverage).blocks;
  const speakers = coverage.speakers.slice(0, MAX_SPEAKERS).join(", ");
  const examples = coverage.examples
    .slice(0, MAX_EXAMPLES)
    .map((question, n) => button(`${ACTIONS.example}${n}`, question, question));
  return {
    type: "home",
    blocks: [
      header("Talks"),
      section(help.intro),
      ...(examples.length > 0 ? [context("I answer these in our direct message"), actions("examples", examples)] : []),
      header("How to ask"),
      ...renderWays(help),
      header("What I know"),
      ...sources,
      ...(speakers === "" ? [] : [section(`*Whose words they report*\n${escapeWithin(speakers, ROOM.source)}`)]),
    ],
  };
}

const MAX_SPEAKERS = 25;
const MAX_EXAMPLES = 5;

function renderWays({ ways }: Help): readonly Block[] {
  return [
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_list",
          style: "bullet",
          elements: ways.map(({ how, what }) => ({
            type: "rich_text_section",
            elements: [
              { type: "text", text: how, style: { bold: true } },
              { type: "text", text: `: ${what}` },
            ],
          })),
        },
      ],
    },
  ];
}

/** Lines packed into as few sections as they fit. */
function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  for (const line of lines) {
    const last = pages.at(-1);
    const length = last?.reduce((sum, other) => sum + other.length + 1, 0) ?? 0;
    if (last && length + line.length <= SLACK_LIMITS.sectionCharacters) last.push(line);
    else pages.push([line]);
  }
  return pages;
}
