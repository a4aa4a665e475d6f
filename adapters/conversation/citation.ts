import { type ArticleSource, type Coverage, nameOf, type Passage } from "../../src/index.ts";
import { shortenByline } from "../bylines.ts";
import { linkToPassage } from "../text-fragment.ts";

/** A piece of a line about a source, with what stands before it; markup is the platform's. */
export interface SourcePart {
  readonly kind: "all" | "speaker" | "question" | "place" | "published" | "title" | "author" | "also-in";
  readonly before: "" | " " | " · ";
  readonly text: string;
  /** Where it leads, for the part that leads to the very sentence or to the article. */
  readonly link: string | null;
}

/** The lines about the sources of passages of one article. */
export interface SourceLines {
  /** Below each passage, in order; empty where there is nothing to say of it alone. */
  readonly own: readonly (readonly SourcePart[])[];
  /** Below all of them: "Both from Gazette · Harbour talks"; empty for a single one, whose own line says it. */
  readonly shared: readonly SourcePart[];
}

/** Where an article can be read, at the passage where one is given. */
export type LinkTo = (article: ArticleSource, passage: Passage | null) => string | null;

const linkToSource: LinkTo = ({ url }, passage) => linkToPassage(url, passage?.text ?? "");

/**
 * Who says passages of one article and where they stand, as far as it is known. What they share is said once; each of them
 * leads to its own sentence. Nothing is said that the article does not say.
 */
export function citeTogether(passages: readonly Passage[], linkTo: LinkTo = linkToSource): SourceLines {
  const [first] = passages;
  if (!first) return { own: [], shared: [] };
  if (passages.length === 1) {
    const parts = [
      ...speakerOf(first),
      ...questionOf(first),
      ...articleParts(first.article, linkTo(first.article, first)),
      ...alsoIn(first),
    ];
    return { own: [inLine(parts)], shared: [] };
  }
  const all = passages.length === 2 ? "Both from" : `All ${passages.length} from`;
  return {
    own: passages.map((passage) => {
      const link = linkTo(passage.article, passage);
      const [speaker] = speakerOf(passage);
      const place: Part[] = link === null ? [] : [{ kind: "place", text: "in the article", link }];
      return inLine([...(speaker ? [{ ...speaker, link }] : place), ...questionOf(passage), ...alsoIn(passage)]);
    }),
    shared: [
      { kind: "all", before: "", text: all, link: null },
      ...inLine(articleParts(first.article, linkTo(first.article, null)), " "),
    ],
  };
}

/** A line in plain words. */
export function wordsOf(line: readonly SourcePart[]): string {
  return line.map(({ before, text }) => before + text).join("");
}

type Part = Omit<SourcePart, "before">;

function inLine(parts: readonly Part[], first: SourcePart["before"] = ""): SourcePart[] {
  return parts.map((part, at) => ({ ...part, before: at === 0 ? first : " · " }));
}

function speakerOf({ speaker, speech }: Passage): Part[] {
  if (speech === null) return speaker === null ? [] : [{ kind: "speaker", text: speaker, link: null }];
  const text = `${speaker ?? "speaker unclear"}${speech === "reported" ? " (reported)" : ""}`;
  return [{ kind: "speaker", text, link: null }];
}

function questionOf({ interviewQuestion: question }: Passage): Part[] {
  return question === null ? [] : [{ kind: "question", text: `asked “${question.text}”`, link: null }];
}

function articleParts(article: ArticleSource, link: string | null): Part[] {
  const { outlet, author, published } = article;
  const date = published === null ? null : formatDate(published);
  const parts: readonly Part[] = [
    { kind: "published", text: [outlet, date].filter((text) => text !== null).join(", "), link: null },
    { kind: "title", text: nameOf(article), link },
    { kind: "author", text: author === null ? "" : `by ${shortenByline(author)}`, link: null },
  ];
  return parts.filter(({ text }) => text !== "");
}

function alsoIn({ alsoIn: copies }: Passage): Part[] {
  const names = new Set(copies.map((copy) => copy.outlet ?? nameOf(copy)));
  return names.size === 0 ? [] : [{ kind: "also-in", text: `also in ${[...names].join(", ")}`, link: null }];
}

/** What a list of sources says of an article beside its headline. */
export function describeSource({ outlet, author, published }: ArticleSource): string {
  const parts = [outlet, author && `by ${shortenByline(author)}`, published ? formatDate(published) : "no date"];
  return parts.filter(Boolean).join(", ");
}

/** 2025-04-24 as 24 April 2025; anything that is no such date stays as it is. */
export function formatDate(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** What the corpus holds, in one sentence. */
export function describeCoverage({ articles, outlets, since, until, undated }: Coverage): string {
  const count = articles.length === 1 ? "1 article" : `${articles.length} articles`;
  const named = outlets.length > MAX_OUTLETS ? [...outlets.slice(0, MAX_OUTLETS), "others"] : outlets;
  const from = named.length > 0 ? ` from ${joinWords(named)}` : "";
  const dates = since && until ? `, dated ${describeRange(since, until)}` : "";
  const dateless = undated > 0 && since ? ` (${undated} without a date)` : "";
  return `${count}${from}${dates}${dateless}.`;
}

const MAX_OUTLETS = 6;

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function describeRange(since: string, until: string): string {
  return since === until ? formatDate(since) : `${formatDate(since)} to ${formatDate(until)}`;
}
