import { type APIComponentInContainer, ComponentType } from "discord.js";
import type { ArticleSource, Disagreement, Passage } from "../../src/index.ts";
import { cite, describeSource, nameArticle } from "../conversation/citation.ts";
import { cutText } from "../conversation/cut.ts";
import { BUTTONS, DISAGREEMENT_TITLE } from "../conversation/texts.ts";
import { linkToPassage } from "../text-fragment.ts";
import { FIRST_QUOTATION, type Room } from "./fit.ts";
import { blockQuote, emphasise, escapeLine, link, smallPrint } from "./markup.ts";
import { button, textDisplay } from "./message.ts";

const PASSAGES_OF_DISAGREEMENT = 3;

/** A passage of an answer, and its number there. */
export interface NumberedPassage {
  readonly passage: Passage;
  readonly index: number;
}

/** A quotation with its cautions, and its source beside the button that shows what stands around it. */
export function renderPassage(
  { passage, index }: NumberedPassage,
  answerId: string,
  room: Room,
): APIComponentInContainer[] {
  const longest = index === 0 ? Math.max(FIRST_QUOTATION, room.quotation) : room.quotation;
  return [
    textDisplay([quotation(passage, longest), ...cautions(passage, room)].join("\n")),
    {
      type: ComponentType.Section,
      components: [textDisplay(sourceMarkdown(passage, room))],
      accessory: button({ action: "context", answerId, index }, BUTTONS.context),
    },
  ];
}

/** A passage as markdown without buttons. */
export function passageMarkdown(passage: Passage, room: Room): string {
  return [quotation(passage, room.quotation), sourceMarkdown(passage, room), ...cautions(passage, room)].join("\n");
}

/** Passages that do not agree, one below the other, under the point in which they differ. */
export function disagreementMarkdown({ about, passages }: Disagreement, room: Room): string {
  const sides = passages
    .slice(0, PASSAGES_OF_DISAGREEMENT)
    .map((passage) => `${quotation(passage, room.quotation / 2)}\n${sourceLine(passage, room)}`);
  return [`⚖️ **${DISAGREEMENT_TITLE}:** ${escapeLine(cutText(about, room.quotation))}`, ...sides].join("\n");
}

function quotation({ text, matches }: Passage, limit: number): string {
  return blockQuote(emphasise(cutText(text, limit), matches));
}

function cautions({ cautions }: Passage, room: Room): string[] {
  return cautions
    .slice(0, room.notes)
    .map((caution) => smallPrint(`⚠️ ${escapeLine(cutText(caution, room.quotation))}`));
}

/** The part of a room that a source line takes. */
type SourceRoom = Pick<Room, "name" | "address">;

/** Who says a passage, and in small print where: `outlet, date · title · by author · also in …`. */
function sourceMarkdown(passage: Passage, room: SourceRoom): string {
  const { speaker, rest } = sourceParts(passage, room);
  const line = smallPrint(rest.join(SEPARATOR));
  return speaker === null ? line : `${speaker}\n${line}`;
}

/** The same on one line. */
function sourceLine(passage: Passage, room: SourceRoom): string {
  const { speaker, rest } = sourceParts(passage, room);
  return smallPrint([...(speaker === null ? [] : [speaker]), ...rest].join(SEPARATOR));
}

/** An article in a list of sources, or above its paragraphs. */
export function articleLine(article: ArticleSource, room: SourceRoom): string {
  const title = titleLink(nameArticle(article), linkToPassage(article.url, ""), room);
  return `**${title}**${SEPARATOR}${escapeLine(cutText(describeSource(article), room.name))}`;
}

const SEPARATOR = " · ";

/** The title leads to the very sentence where it can. */
function sourceParts(passage: Passage, room: SourceRoom) {
  const { speaker, published, title, author, alsoIn } = cite(passage);
  const cut = (text: string) => escapeLine(cutText(text, room.name));
  const rest = [
    published && cut(published),
    titleLink(title, linkToPassage(passage.article.url, passage.text), room),
    author && cut(author),
    alsoIn && cut(alsoIn),
  ];
  return { speaker: speaker && `**${cut(speaker)}**`, rest: rest.filter((part) => part !== null) };
}

function titleLink(title: string, address: string | null, room: SourceRoom): string {
  const label = cutText(title, room.name);
  return address !== null && address.length <= room.address ? link(label, address) : escapeLine(label);
}
