import type { ArticleSource, Passage } from "../../src/index.ts";
import { cite, describeSource, nameArticle } from "../conversation/citation.ts";
import { cutText } from "../conversation/cut.ts";
import { linkToPassage } from "../text-fragment.ts";
import type { Room } from "./fit.ts";
import { escapeLine, link, smallPrint } from "./markup.ts";

/** The part of a room that a source line takes. */
export type SourceRoom = Pick<Room, "name" | "address">;

/** Who says a passage, and in small print where: `outlet, date · title · by author · also in …`. */
export function sourceMarkdown(passage: Passage, room: SourceRoom): string {
  const { speaker, rest } = sourceParts(passage, room);
  const line = smallPrint(rest.join(SEPARATOR));
  return speaker === null ? line : `${speaker}\n${line}`;
}

/** The same on one line. */
export function sourceLine(passage: Passage, room: SourceRoom): string {
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
