import type { ArticleSource, Passage } from "../../src/index.ts";
import { cite, describeSource, nameArticle } from "../chat/citation.ts";
import { cutText } from "../chat/cut.ts";
import { linkToPassage } from "../text-fragment.ts";
import { escapeLine, link } from "./markup.ts";
import type { Room } from "./room.ts";

/** The part of a room that a source line takes. */
export type SourceRoom = Pick<Room, "name" | "address">;

/** `speaker · outlet, date · title · by author · also in …`; the title leads to the very sentence where it can. */
export function sourceLine(passage: Passage, room: SourceRoom): string {
  const { speaker, published, title, author, alsoIn } = cite(passage);
  const cut = (text: string) => escapeLine(cutText(text, room.name));
  const parts = [
    speaker && `**${cut(speaker)}**`,
    published && cut(published),
    titleLink(title, linkToPassage(passage.article.url, passage.text), room),
    author && cut(author),
    alsoIn && cut(alsoIn),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** An article in a list of sources, or above its paragraphs. */
export function articleLine(article: ArticleSource, room: SourceRoom): string {
  const title = titleLink(nameArticle(article), linkToPassage(article.url, ""), room);
  return `**${title}** · ${escapeLine(cutText(describeSource(article), room.name))}`;
}

function titleLink(title: string, address: string | null, room: SourceRoom): string {
  const label = cutText(title, room.name);
  return address !== null && address.length <= room.address ? link(label, address) : escapeLine(label);
}
