import { html } from "./html.ts";
import { type Page, type Room, renderPage } from "./page.ts";

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
