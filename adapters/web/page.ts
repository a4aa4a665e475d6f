import { type Content, type Html, html } from "./html.ts";

/** What all pages of a reading room share. */
export interface Room {
  /** The path below which it is reached, such as "/talks"; empty for the server's root. */
  readonly base: string;
  /** A sentence about who may see it. */
  readonly seenBy: string;
}

/** A page. */
export interface Page {
  readonly title: string;
  /** What was asked, for the field to ask in, and what was asked before it; both oldest first. */
  readonly asked?: string;
  readonly earlier?: readonly string[];
  readonly main: Html;
}

/** A whole document around what a page is about. It holds no script, and loads nothing but its style sheet and its icon. */
export function renderPage({ title, asked = "", earlier = [], main }: Page, { base, seenBy }: Room): string {
  const before = [...earlier, asked].filter((question) => question !== "").slice(-MAX_EARLIER);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${base}/style.css">
<link rel="icon" href="${base}/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<p class="name"><a href="${base}/">Talks</a> <span>Reading room</span></p>
<form role="search" action="${base}/" method="get">
<label for="q">Ask these articles</label>
<input id="q" name="q" type="search" value="${asked}" required maxlength="1000" autocomplete="off">
${before.map((question): Content => html`<input type="hidden" name="after" value="${question}">`)}
<button type="submit">Ask</button>
</form>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<p>${seenBy}</p>
<p>Talks quotes these articles word for word and writes nothing of its own. The articles belong to their publishers.</p>
</footer>
</body>
</html>
`.markup;
}

/** So many questions are carried along, for a follow-up to be understood. */
export const MAX_EARLIER = 3;

/** What is sent for a request. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page as a reply. */
export function pageReply(page: Page, room: Room, status = 200): Reply {
  return { status, type: "text/html; charset=utf-8", body: renderPage(page, room) };
}

/** A page of one sentence. */
export function sentencePage(status: number, sentence: string, room: Room): Reply {
  return pageReply({ title: "Talks", main: html`<h1>${sentence}</h1>` }, room, status);
}

/** Data as a reply: in ASCII, so that no terminal obeys what an article holds. */
export function jsonReply(status: number, data: object): Reply {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const body = `${JSON.stringify(data).replace(/[\u007f-\uffff]/g, escaped)}\n`;
  return { status, type: "application/json; charset=utf-8", body };
}

/** A file that does not change while the program runs. */
export function fileReply(type: string, body: string): Reply {
  return { status: 200, type, body, headers: { "cache-control": "max-age=600" } };
}
