import type { Name, NameBook } from "../names/name-book.ts";
import type { Statement } from "../speech/annotate-statements.ts";
import type { StoredStatement } from "./passages.ts";

/** Names the speakers of an article's statements as the whole corpus knows them. */
export function storeStatements(statements: readonly Statement[], book: NameBook): StoredStatement[] {
  const seen = new Map<string, Speaker>();
  return statements.map(({ start, end, speech, asserts, speaker, jointly }) => {
    if (speaker === null) return { start, end, speech, asserts, speaker, speakerIds: [] };
    const known = seen.get(speaker) ?? (jointly.length > 1 ? together(jointly, book) : identify(speaker, book));
    seen.set(speaker, known);
    return { start, end, speech, asserts, ...known };
  });
}

type Speaker = Pick<StoredStatement, "speaker" | "speakerIds">;

/** Several who say the same: each of them says it. */
function together(labels: readonly string[], book: NameBook): Speaker {
  const speakers = labels.map((label) => identify(label, book));
  const names = speakers.map(({ speaker }) => speaker ?? "");
  const ids = [
    ...speakers.flatMap(({ speakerIds }) => speakerIds.slice(0, 1)),
    ...speakers.flatMap(({ speakerIds }) => speakerIds),
  ];
  return { speaker: `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`, speakerIds: [...new Set(ids)] };
}

function identify(label: string, book: NameBook): Speaker {
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
