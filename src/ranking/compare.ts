import type { Meaning } from "../meaning/meaning.ts";
import type { Query } from "../question/query.ts";
import type { Candidate } from "./retrieve.ts";

/** The candidates, with how near their passages are to the question in meaning. */
export async function compareInMeaning(
  query: Query,
  candidates: readonly Candidate[],
  meaning: Meaning | null,
): Promise<readonly Candidate[]> {
  const asked = await meaning?.(query.text);
  if (!asked) return candidates;
  const passages = candidates.flatMap(({ paragraph }) => paragraph.passages.map((passage) => ({ paragraph, passage })));
  const similarities = await asked.of(passages);
  let at = 0;
  return candidates.map((candidate) => {
    const from = at;
    at += candidate.paragraph.passages.length;
    return { ...candidate, similarities: similarities.slice(from, at) };
  });
}
