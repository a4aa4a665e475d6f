import type { ArticleSource, Passage } from "../src/index.ts";

/** A piece of the line below a passage; a link goes on the `title`, or where there is none on `published`. */
export interface AttributionPart {
  readonly kind: "speaker" | "published" | "title" | "author" | "also-in";
  readonly text: string;
}

/** Who says a passage and where it stands, as far as it is known: speaker, outlet and date, title, author, copies. */
export function attributePassage(passage: Passage): readonly AttributionPart[] {
  const speaker = nameSpeaker(passage);
  const copies = new Set(passage.alsoIn.map(({ id, title, outlet }) => outlet ?? title ?? id));
  return [
    ...(speaker ? [{ kind: "speaker", text: speaker } as const] : []),
    ...attributeArticle(passage.article),
    ...(copies.size > 0 ? [{ kind: "also-in", text: `also in ${[...copies].join(", ")}` } as const] : []),
  ];
}

/** What an article says of itself; one that has neither title nor outlet is named by its id. */
export function attributeArticle({ id, title, outlet, author, published }: ArticleSource): readonly AttributionPart[] {
  const date = published === null ? null : formatDate(published);
  const parts = [
    { kind: "published", text: [outlet, date].filter((text) => text !== null).join(", ") },
    { kind: "title", text: title ?? (outlet === null ? id : "") },
    { kind: "author", text: author === null ? "" : `by ${author}` },
  ] as const;
  return parts.filter(({ text }) => text !== "");
}

/** 2025-04-24 as 24 April 2025; anything that is no such date stays as it is. */
export function formatDate(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function nameSpeaker({ speaker, speech }: Passage): string | null {
  if (speech === null) return speaker;
  return `${speaker ?? "speaker unclear"}${speech === "reported" ? " (reported)" : ""}`;
}
