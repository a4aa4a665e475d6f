import type { ArticleSource, Passage } from "../../src/index.ts";
import { cite, describeSource, nameArticle } from "../conversation/citation.ts";
import { cutText } from "../conversation/cut.ts";
import { linkToPassage } from "../text-fragment.ts";
import { context, escapeWithin, quotation } from "./blocks.ts";
import { ROOM } from "./limits.ts";
import { link } from "./markup.ts";
import type { Block } from "./message.ts";

const SEPARATOR = " · ";

/** A passage as a quotation with its source below, and what to beware of. */
export function renderPassage(passage: Passage): readonly Block[] {
  const cautions = passage.cautions
    .slice(0, ROOM.cautions)
    .map((caution) => `⚠️ ${escapeWithin(caution, ROOM.caution)}`);
  return [
    quotation(cutText(passage.text, ROOM.passage), passage.matches),
    context(sourceLine(passage)),
    ...(cautions.length > 0 ? [context(cautions.join("\n"))] : []),
  ];
}

/** `speaker · outlet, date · title · by author · also in …`; the title leads to the very sentence where it can. */
export function sourceLine(passage: Passage): string {
  const { speaker, published, title, author, alsoIn } = cite(passage);
  const parts = [
    speaker && `*${escapeWithin(speaker, ROOM.name)}*`,
    published && escapeWithin(published, ROOM.name),
    titleLink(title, linkToPassage(passage.article.url, passage.text)),
    author && escapeWithin(author, ROOM.name),
    alsoIn && escapeWithin(alsoIn, ROOM.name * 2),
  ];
  return parts.filter(Boolean).join(SEPARATOR);
}

/** An article in a list of sources. */
export function articleLine(article: ArticleSource): string {
  const title = titleLink(nameArticle(article), linkToPassage(article.url, ""));
  return `${title}${SEPARATOR}${escapeWithin(describeSource(article), ROOM.name)}`;
}

/** A passage as plain lines, for notifications and screen readers. */
export function describePassage(passage: Passage): string {
  const { speaker, published, title, author, alsoIn } = cite(passage);
  return `${passage.text}\n— ${[speaker, published, title, author, alsoIn].filter(Boolean).join(SEPARATOR)}`;
}

function titleLink(title: string, address: string | null): string {
  const label = cutText(title, ROOM.title);
  const linked = address === null ? null : link(label, address);
  return linked !== null && linked.length <= ROOM.address ? linked : escapeWithin(title, ROOM.title);
}
