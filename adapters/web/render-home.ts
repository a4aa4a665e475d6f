import { type Coverage, nameOf } from "../../src/index.ts";
import { describeCoverage, describeSource } from "../conversation/citation.ts";
import { articlePath } from "../reading-room.ts";
import { type Html, html } from "./html.ts";
import { questionPath } from "./render-answer.ts";

const EXAMPLES = 5;
/** A page with more links is no help. */
const MAX_ARTICLES = 500;

/** What can be asked and read. */
export function renderHome(coverage: Coverage, base: string): Html {
  const { articles, examples } = coverage;
  const left = articles.length - MAX_ARTICLES;
  return html`<div class="home">
<h1>Ask the articles</h1>
<p class="lead">You get their own sentences, who said them and where, and never a word that is not theirs.</p>
${
  examples.length === 0
    ? null
    : html`<nav class="suggestions" aria-labelledby="examples">
<h2 id="examples">For example</h2>
<ul>${examples.slice(0, EXAMPLES).map((example) => html`<li><a href="${questionPath(example, base)}">${example}</a></li>`)}</ul>
</nav>`
}
<section class="contents" aria-labelledby="articles">
<h2 id="articles">What is here</h2>
<p>${describeCoverage(coverage)}</p>
<ul>${articles
    .slice(0, MAX_ARTICLES)
    .map(
      (article) =>
        html`<li><a href="${base}${articlePath(article.id, null)}">${nameOf(article)}</a> <span>${describeSource(article)}</span></li>\n`,
    )}</ul>
${left > 0 ? html`<p>and ${left} more, which answers lead to.</p>` : null}
</section>
</div>`;
}
