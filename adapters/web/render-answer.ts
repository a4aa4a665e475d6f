import type { Answer, AnswerPart, Disagreement, Passage, Span } from "../../src/index.ts";
import {
  arrangeAnswer,
  type Group,
  groupByArticle,
  groupPassages,
  leadOf,
  noticesOf,
  passagesIn,
  readingOrder,
} from "../conversation/arrange.ts";
import { citeTogether, type LinkTo, type SourcePart } from "../conversation/citation.ts";
import { BUTTONS, DISAGREEMENT_TITLE, SUGGESTIONS_TITLE } from "../conversation/texts.ts";
import { articlePath } from "../reading-room.ts";
import { linkToPassage, withTextFragment } from "../text-fragment.ts";
import { type Content, type Html, html } from "./html.ts";

/** An answer as a part of a page. @param base the path below which the reading room is reached. */
export function renderAnswer(answer: Answer, earlier: readonly string[], base: string): Html {
  const pieces = arrangeAnswer(answer);
  const rest = readingOrder(answer).slice(passagesIn(pieces).length);
  const render = (group: Group) => renderGroup(group, base);
  const lead = leadOf(answer);
  return html`<div class="answer ${answer.outcome}">
${earlier.length === 0 ? null : html`<p class="trail">After ${earlier.map((one, at) => html`${at === 0 ? "" : ", "}<q>${one}</q>`)}</p>`}
<h1>${answer.question}</h1>
${lead === null ? null : html`<p class="lead">${lead}</p>`}
${noticesOf(answer, answer.notices.length).map((notice) => html`<p class="notice">${notice}</p>`)}
${groupByArticle(pieces).map(render)}
${
  rest.length === 0
    ? null
    : html`<details class="more"><summary>${BUTTONS.more}: ${rest.length} further ${rest.length === 1 ? "passage" : "passages"}</summary>
${groupPassages(rest).map(render)}</details>`
}
${renderSuggestions(answer, base)}
</div>`;
}

function renderGroup(group: Group, base: string): Html {
  return html`${group.parts.map(renderHeading)}${renderBelow(group, base)}`;
}

/** What stands above the passages of one question of several. */
function renderHeading(part: AnswerPart): Html {
  const lead = leadOf(part);
  return html`<h2 class="part">${part.heading}</h2>
${
  lead === null
    ? null
    : html`<p class="lead">${lead}</p>
`
}`;
}

function renderBelow(group: Group, base: string): Html | null {
  switch (group.kind) {
    case "headings":
      return null;
    case "article":
      return renderPassages(group.passages, base);
    case "disagreement":
      return renderDisagreement(group, base);
  }
}

function renderDisagreement({ about, passages }: Disagreement, base: string): Html {
  return html`<section class="disagreement">
<h2>${DISAGREEMENT_TITLE}: ${about}</h2>
<div class="sides">${passages.map((passage) => renderPassages([passage], base))}</div>
</section>
`;
}

/** Passages of one article above the source that they share. */
function renderPassages(passages: readonly Passage[], base: string): Html {
  const linkTo: LinkTo = ({ id }, passage) =>
    base + (passage ? withTextFragment(articlePath(id, passage.start), passage.text) : articlePath(id, null));
  const { own, shared } = citeTogether(passages, linkTo);
  return html`<div class="group">
${passages.map((passage, at) => {
  const isAlone = shared.length === 0;
  return html`<figure>
<blockquote dir="auto"><p>${emphasise(passage.text, passage.matches)}</p></blockquote>
<figcaption>
${renderSource(own[at] ?? [], isAlone ? linkToPassage(passage.article.url, passage.text) : null)}
${passage.cautions.map((caution) => html`<p class="caution">${caution}</p>`)}
</figcaption>
</figure>
`;
})}${renderSource(shared, linkToPassage(passages[0]?.article.url ?? null, ""))}
</div>
`;
}

function renderSource(line: readonly SourcePart[], original: string | null): Html | null {
  if (line.length === 0) return null;
  return html`<p class="source">${line.map((part) => [part.before, renderPart(part)])}${
    original === null ? null : html` · <a rel="noreferrer" href="${original}">original</a>`
  }</p>`;
}

function renderPart({ kind, text, link }: SourcePart): Html {
  const words = link === null ? html`${text}` : html`<a href="${link}">${text}</a>`;
  return kind === "speaker" ? html`<b>${words}</b>` : html`<bdi>${words}</bdi>`;
}

function emphasise(text: string, matches: readonly Span[]): Content {
  const pieces: Content[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    pieces.push(text.slice(at, start), html`<b>${text.slice(start, end)}</b>`);
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function renderSuggestions({ suggestions }: Answer, base: string): Html | null {
  if (suggestions.length === 0) return null;
  return html`<nav class="suggestions" aria-labelledby="suggestions">
<h2 id="suggestions">${SUGGESTIONS_TITLE}</h2>
<ul>${suggestions.map((question) => html`<li><a href="${questionPath(question, base)}">${question}</a></li>`)}</ul>
</nav>`;
}

/** The address at which a question is answered. */
export function questionPath(question: string, base: string): string {
  return `${base}/?${new URLSearchParams({ q: question.toWellFormed() })}`;
}
