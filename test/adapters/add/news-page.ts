import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../../../adapters/add/draft.ts";
import { readDocument } from "../../../adapters/add/read-document.ts";

const PAGES = join(import.meta.dirname, "../../fixtures/pages");

/** Layouts as sites have them: a blog's theme, hashed names of components, microdata, a mobile page, tables. */
export const LAYOUTS = ["blog", "components", "declared", "mobile", "tables"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The story that all pages tell. */
export const STORY = [
  "The council of Marrow Bay voted on Monday to close the old swing bridge for good, ending a dispute that has split the town since 2019.",
  "Engineers told the meeting that the iron had lost a third of its strength, and that no repair would last for more than two winters.",
  "“We’ve patched it eleven times,” said the harbour master, Greta Olin. “It’s more patch than bridge by now.”",
  "Shopkeepers on the east bank fear for their trade, because the detour by the new road is four miles long.",
  "A ferry for people on foot will run every twenty minutes from June, the council promised, at a price of 80 pence.",
] as const;

export const HEAD =
  '<title>Marrow Bay closes its swing bridge | Bay Courier</title><meta property="og:site_name" content="Bay Courier"><meta name="author" content="Nils Ferro"><meta property="article:published_time" content="2026-03-02T10:00:00+01:00">';

export const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("\n");

/** A page of a layout with this content. */
export function newsPage(layout: Layout, content: string, head = HEAD): string {
  return fixture(layout)
    .replace("{{HEAD}}", () => head)
    .replace("{{STORY}}", () => content);
}

export function fixture(name: string): string {
  return readFileSync(join(PAGES, `${name}.html`), "utf8");
}

export interface Read {
  readonly draft: Draft;
  readonly paragraphs: readonly string[];
  readonly notes: readonly string[];
}

/** What comes of a document that is one article, read at an address. */
export function readArticle(
  content: string,
  mediaType = "text/html",
  address = "https://bay.example/news/bridge",
): Read {
  const document = readDocument({ name: address, address, mediaType, charset: "utf-8", bytes: Buffer.from(content) });
  if (document.kind !== "article") throw new Error("a feed");
  const { draft, notes } = document;
  return { draft, notes, paragraphs: draft.body.trimEnd().split("\n\n") };
}
