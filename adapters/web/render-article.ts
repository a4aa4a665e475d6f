import { type Article, type Citable, nameOf, paragraphSpans, type Span, sourceOf } from "../../src/index.ts";
import { formatDate } from "../conversation/citation.ts";
import { anchorAt } from "../reading-room.ts";
import { linkToPassage } from "../text-fragment.ts";
import { type Content, type Html, html } from "./html.ts";

/** An article to read: what it says of itself and its body to the letter, with an anchor wherever a passage can begin. */
export function renderArticle(article: Article, { places, cautions }: Citable): Html {
  const { outlet, author, published, url, body } = article;
  const original = linkToPassage(url, "");
  const kicker = [outlet, published === null ? "no date" : formatDate(published)].filter((part) => part !== null);
  return html`<article class="article">
<header>
<p class="kicker">${kicker.join(" · ")}</p>
<h1>${nameOf(sourceOf(article))}</h1>
${author === null ? null : html`<p class="byline">by ${author}</p>`}
${original === null ? null : html`<p class="original"><a rel="noreferrer" href="${original}">Read it where it was published</a></p>`}
${cautions.map((caution) => html`<p class="caution">${caution}</p>`)}
</header>
<div class="body">
${paragraphSpans(body).map(
  (span, at) => html`<p id="p-${at + 1}" dir="auto">${withAnchors(body, span, places)}</p>
`,
)}
</div>
</article>`;
}

function withAnchors(body: string, { start, end }: Span, places: readonly Span[]): Content {
  const pieces: Content[] = [];
  let at = start;
  for (const place of places) {
    if (place.start < at || place.end > end) continue;
    pieces.push(body.slice(at, place.start));
    pieces.push(html`<span id="${anchorAt(place.start)}">${body.slice(place.start, place.end)}</span>`);
    at = place.end;
  }
  return [...pieces, body.slice(at, end)];
}
