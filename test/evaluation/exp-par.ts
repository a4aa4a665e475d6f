import { readFileSync } from "node:fs";
import { splitParagraphs } from "../../src/corpus/paragraphs.ts";

const body = readFileSync(process.argv[2]!, "utf8").split("---\n").slice(2).join("---\n").trimStart();
for (const p of splitParagraphs(body))
  console.log(
    p.kind,
    "|",
    body.slice(p.start, p.start + 60).replace(/\n/g, "⏎"),
    "|",
    p.heading && body.slice(p.heading.start, p.heading.end),
  );
