import type { Lexicon } from "../indexing/lexicon.ts";
import { oneLine, tidyLines } from "../text/one-line.ts";
import { readable } from "../text/readable.ts";
import { createFilterReader } from "./filter-names.ts";
import { type FilterReader, NO_FILTERS, takeFilters, withOptions } from "./filters.ts";
import { readMessage } from "./message.ts";
import type { Query } from "./query.ts";
import type { Question } from "./question.ts";
import { readQuery } from "./read-query.ts";
import type { Speller } from "./spelling.ts";

/** Only so many earlier questions are looked back to. */
const MAX_EARLIER = 5;

/** What somebody asks: as it was typed, cut to the limit, and a query for each question in it, in order; at least one. */
export interface Asked {
  readonly text: string;
  readonly queries: readonly Query[];
}

/** Reads what somebody asks against a corpus. */
export function parseQuestions(question: Question, lexicon: Lexicon, speller: Speller): Asked {
  const tools = { lexicon, speller, reader: createFilterReader(lexicon) };
  const earlier = (question.earlier ?? []).slice(-MAX_EARLIER);
  const before = earlier.reduce<Query | null>(
    (last, text) => readAll({ text }, last, tools).queries.at(-1) ?? last,
    null,
  );
  return readAll(question, before, tools);
}

/** The first question of what somebody asks. */
export function parseQuestion(question: Question, lexicon: Lexicon, speller: Speller): Query {
  const [first] = parseQuestions(question, lexicon, speller).queries;
  if (!first) throw new Error("Every text is read as one question at least.");
  return first;
}

/** What a question is read with. */
interface Tools {
  readonly lexicon: Lexicon;
  readonly speller: Speller;
  readonly reader: FilterReader;
}

function readAll(question: Question, earlier: Query | null, { lexicon, speller, reader }: Tools): Asked {
  const cut = cutToLimit(question.text);
  const { text, filters, notices } = withOptions(takeFilters(readable(cut.text).text, reader), question);
  const { questions, aside } = readMessage(plainText(text));
  let last = earlier;
  const read = (asTyped: string, plain: string, own: Pick<Query, "filters" | "notices">) => {
    const query = readQuery({ asTyped, text: plain, ...own }, last, lexicon, speller);
    last = query;
    return query;
  };
  for (const said of [question.context ?? "", aside])
    if (said !== "") read(said, plainText(oneLine(said)), { filters: NO_FILTERS, notices: [] });
  const asTyped = oneLine(cut.text);
  const queries = questions.map((plain, at) =>
    read(questions.length === 1 ? asTyped : oneLine(plain), plain, {
      filters,
      notices: at === 0 ? [...cut.notices, ...notices] : [],
    }),
  );
  return { text: asTyped, queries };
}

/** Longer questions are cut here, at a word. */
export const MAX_QUESTION_LENGTH = 500;
/** "Who's" and "whats" ask what "who is" asks; the tokenizer would take the ending for a possessive. */
const CONTRACTED = /\b(who|what|where|when|why|how)['’]?s\b/gi;

/** A question as it was typed, line by line, up to the limit, and a notice where it was longer. */
function cutToLimit(text: string): { text: string; notices: string[] } {
  const clean = tidyLines(text);
  if (clean.length <= MAX_QUESTION_LENGTH) return { text: clean, notices: [] };
  const head = clean.slice(0, MAX_QUESTION_LENGTH);
  const cut = head.slice(0, Math.max(head.search(/\s\S*$/), MAX_QUESTION_LENGTH / 2)).trimEnd();
  return {
    text: cut.toWellFormed(),
    notices: [`The question was cut to its first ${MAX_QUESTION_LENGTH} characters.`],
  };
}

/** Scripts, tags, mentions and code marks that stand in a question are nothing to search for. */
function withoutMarkup(text: string): string {
  if (!text.includes("<") && !text.includes("@")) return text;
  const spoken = text.replace(/<(script|style)\b[^>]{0,100}>.*?<\/\1>/gi, " ");
  return spoken.replace(/<[^<>\s][^<>]{0,100}>|(?<!\S)@\w+/g, " ");
}

/** What is read of a question: without marks of chats, and "who's" as the "who is" that is meant. */
function plainText(text: string): string {
  return withoutMarkup(text).replace(CONTRACTED, "$1 is");
}
