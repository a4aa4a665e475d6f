import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../../src/index.ts";
import { emptyFolder } from "./run-program.ts";

const HARBOUR = `---
title: "Harbour talks go on"
outlet: "Coast Gazette"
author: null
published: "2025-04-24"
url: "https://gazette.example/harbour"
---
The harbour of Norrvik will reopen in May, the port authority said on Thursday.

“We are ready to reopen the harbour,” said Elena Brandt, the minister of ports. Twelve ships are waiting outside the harbour.

The dredging of the harbour cost 40 million crowns, according to the ministry.
`;

const FERRY = `---
title: null
outlet: null
author: null
published: null
url: null
---
The ferry to Sandholm was cancelled on Monday because the harbour was closed.
`;

/** The bodies of the articles by id, as an engine counts in them. */
export const BODIES: Readonly<Record<string, string>> = {
  harbour: HARBOUR.slice(HARBOUR.indexOf("---\n", 4) + 4),
  ferry: FERRY.slice(FERRY.indexOf("---\n", 4) + 4),
};

/** A corpus of two sound articles and whatever files are given beside them. */
export function corpusFolder(others: Readonly<Record<string, string>> = {}): string {
  return folderOf({ "harbour.md": HARBOUR, "ferry.md": FERRY, ...others });
}

/** A corpus of these articles, by the names of their files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const dir = emptyFolder();
  mkdirSync(join(dir, "articles"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, "articles", name), content);
  return dir;
}

/** An article as its file. */
export function fileOf(article: Article): string {
  const fields = ["title", "outlet", "author", "published", "url"] as const;
  return `---\n${fields.map((name) => `${name}: ${JSON.stringify(article[name])}\n`).join("")}---\n${article.body}`;
}
