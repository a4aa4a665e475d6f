import type { types } from "@slack/bolt";
import { type AnswerPart, type ArticleSource, type ContextParagraph, nameOf, type Passage } from "../../src/index.ts";
import { type Group, leadOf } from "../conversation/arrange.ts";
import { citeTogether, describeSource, type SourcePart, wordsOf } from "../conversation/citation.ts";
import { cutAround, cutText } from "../conversation/cut.ts";
import { DISAGREEMENT_TITLE } from "../conversation/texts.ts";
import { linkToPassage } from "../text-fragment.ts";
import { ROOM, SLACK_LIMITS } from "./limits.ts";
import { link } from "./markup.ts";
import {
  type Block,
  context,
  countCharacters,
  escapeWithin,
  paragraph,
  plainText,
  quotation,
  section,
} from "./message.ts";

/** Tell an answer from a near miss and from none. */
export const OUTCOME_SIGNS = { answered: "💬", related: "🔎", none: "📭" } as const;

/**
 * Passages of one article above their source, or those that do not agree, each above its own; below the headings of the parts
 * that begin with them.
 */
export function renderGroup(group: Group): readonly Block[] {
  const headings = group.parts.map(renderHeading);
  switch (group.kind) {
    case "headings":
      return headings;
    case "article":
      return [...headings, ...renderPassages(group.passages)];
    case "disagreement": {
      const about = section(`⚖️ *${DISAGREEMENT_TITLE}:* ${escapeWithin(group.about, ROOM.about)}`);
      return [...headings, about, ...group.passages.flatMap((passage) => renderPassages([passage]))];
    }
  }
}

function renderHeading(part: AnswerPart): Block {
  const lead = leadOf(part);
  const below = lead === null ? "" : `\n${OUTCOME_SIGNS[part.outcome]} ${escapeWithin(lead, ROOM.lead)}`;
  return section(`*${escapeWithin(part.heading, ROOM.question)}*${below}`);
}

/** Passages of one article as quotations, with what is to be known of each below it, and the source that they share last. */
export function renderPassages(passages: readonly Passage[]): readonly Block[] {
  const { own, shared } = citeTogether(passages);
  return [
    ...passages.flatMap((passage, at) => [
      quotation(cutText(passage.text, ROOM.passage), passage.matches),
      ...small([renderLine(own[at] ?? [])]),
      ...small(passage.cautions.slice(0, ROOM.cautions).map((caution) => `⚠️ ${escapeWithin(caution, ROOM.caution)}`)),
    ]),
    ...small([renderLine(shared)]),
  ];
}

function small(lines: readonly string[]): readonly Block[] {
  const text = lines.join("\n");
  return text === "" ? [] : [context(text)];
}

/** `speaker · outlet, date · title · by author · also in …`; the title leads to the very sentence where it can. */
function sourceLine(passage: Passage): string {
  return renderLine(citeTogether([passage]).own[0] ?? []);
}

function renderLine(line: readonly SourcePart[]): string {
  return line.map((part) => part.before + renderPart(part)).join("");
}

function renderPart({ kind, text, link: address }: SourcePart): string {
  const room = kind === "title" || kind === "question" ? ROOM.title : kind === "also-in" ? 2 * ROOM.name : ROOM.name;
  const shown = linked(text, address, room);
  return kind === "speaker" ? `*${shown}*` : shown;
}

/** An article in a list of sources. */
export function articleLine(article: ArticleSource): string {
  const title = linked(nameOf(article), linkToPassage(article.url, ""), ROOM.title);
  return `${title} · ${escapeWithin(describeSource(article), ROOM.name)}`;
}

/** A group as plain lines, for notifications and screen readers. */
export function describeGroup(group: Group): readonly string[] {
  const headings = group.parts.flatMap((part) => [part.heading, leadOf(part) ?? ""]).filter((line) => line !== "");
  if (group.kind !== "disagreement") return [...headings, ...describePassages(group.passages)];
  const sides = group.passages.flatMap((passage) => describePassages([passage]));
  return [...headings, [`${DISAGREEMENT_TITLE}: ${group.about}`, ...sides].join("\n")];
}

function describePassages(passages: readonly Passage[]): readonly string[] {
  const { own, shared } = citeTogether(passages);
  return [
    ...passages.flatMap(({ text, cautions }, at) => {
      const line = wordsOf(own[at] ?? []);
      return [line === "" ? text : `${text}\n— ${line}`, ...cautions];
    }),
    ...(shared.length > 0 ? [wordsOf(shared)] : []),
  ];
}

function linked(text: string, address: string | null, room: number): string {
  const whole = address === null ? null : link(cutText(text, room), address);
  return whole !== null && whole.length <= ROOM.address ? whole : escapeWithin(text, room);
}

/** A passage and the paragraphs around it. */
interface PassageInContext {
  readonly passage: Passage;
  readonly paragraphs: readonly ContextParagraph[];
}

/** How much of a paragraph is shown; one that holds the passage is cut around it. */
const MAX_PARAGRAPH = 1_200;

/** The modal with the paragraphs around each passage, the passage itself as a quotation in bold. */
export function renderContext(passages: readonly PassageInContext[]): types.ModalView {
  const blocks: Block[] = [];
  for (const shown of passages) {
    const next: Block[] = [...(blocks.length > 0 ? [{ type: "divider" as const }] : []), ...renderOne(shown)];
    // Whole passages only; the first always fits.
    if (blocks.length + next.length > SLACK_LIMITS.viewBlocks) break;
    if (countCharacters([...blocks, ...next]) > SLACK_LIMITS.messageCharacters) break;
    blocks.push(...next);
  }
  return {
    type: "modal",
    title: plainText("In context", SLACK_LIMITS.modalTitleCharacters),
    close: plainText("Close", SLACK_LIMITS.modalTitleCharacters),
    blocks,
  };
}

function renderOne({ passage, paragraphs }: PassageInContext): readonly Block[] {
  return [context(sourceLine(passage)), ...paragraphs.map(renderParagraph)];
}

function renderParagraph({ text, mark }: ContextParagraph): Block {
  if (mark === null) return paragraph(cutText(text, MAX_PARAGRAPH));
  const around = cutAround(text, mark, MAX_PARAGRAPH);
  return quotation(around.shown, [around.mark]);
}
