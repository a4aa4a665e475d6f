import type { Name, NameBook } from "../names/name-book.ts";
import type { Statement } from "../speech/annotate-statements.ts";
import type { StoredStatement } from "./passages.ts";

/** Names the speakers of an article's statements as the whole corpus knows them. */
export function storeStatements(statements: readonly Statement[], book: NameBook): StoredStatement[] {
  const seen = new Map<string, Pick<StoredStatement, "speaker" | "speakerIds">>();
  return statements.map(({ start, end, speech, speaker }) => {
    if (speaker === null) return { start, end, speech, speaker, speakerIds: [] };
    const known = seen.get(speaker) ?? identify(speaker, book);
    seen.set(speaker, known);
    return { start, end, speech, ...known };
  });
}

function identify(label: string, book: NameBook): Pick<StoredStatement, "speaker" | "speakerIds"> {
  const name = book.resolve(label);
  if (name) return { speaker: name.kind === "person" ? name.name : label, speakerIds: withSides(name, book) };
  const party = book.partyOf(label);
  return { speaker: label, speakerIds: party ? withSides(party, book) : [] };
}

function withSides(name: Name, book: NameBook): number[] {
  const ids = [name.id];
  for (let side = name.sideId; side !== null && !ids.includes(side); side = book.names[side]?.sideId ?? null)
    ids.push(side);
  return ids;
}
