import type { SourceScope } from "../indexing/source-scopes.ts";
import type { Name } from "../names/name-book.ts";
import type { Token } from "../text/tokenize.ts";
import type { Filters } from "./filters.ts";
import type { Need, Stance } from "./kinds.ts";
import type { Overview } from "./overview.ts";

/** One thing that a question names, and all the terms by which a passage may name it. */
export interface QueryTerm {
  /** Its words, folded, without stop words. */
  readonly text: string;
  /** The terms of these words, in order. */
  readonly wordTerms: readonly string[];
  /** Numbers of the vocabulary's terms that find it, and how well each does: 1 is the word itself. */
  readonly alternatives: readonly { readonly id: number; readonly strength: number }[];
  /** How much it tells passages apart: inverse document frequency times its importance in the question. */
  readonly weight: number;
  readonly name: Name | null;
  /** Everybody of that name, where it is a person's that several people bear. */
  readonly namesakes: readonly Name[];
  /** Whether it is a name or mostly a noun: a passage that lacks it is about something else. */
  readonly isThing: boolean;
  /** `context` terms come from an earlier question: they help to choose, but need not be found. */
  readonly role: "asked" | "context";
}

/** Whose words or position a question asks for: by number in the name book, or by a description such as "the keeper". */
export interface Subject {
  readonly label: string;
  /** Several where several people bear the name. */
  readonly ids: readonly number[];
  /** Terms of a description, where there is no name. */
  readonly terms: readonly string[];
  /** The labels under which whoever is described speaks, where there is no name. */
  readonly labels: ReadonlySet<string>;
}

/** What may answer at all: a question's filters, in terms of one corpus. */
export interface Limits {
  /** Nobody else's words. */
  readonly speaker: Subject | null;
  /** Ids of the articles; `null` for all. */
  readonly articles: ReadonlySet<string> | null;
}

/** `statement`: somebody's words. `position`: what a party wants, rejects or offers. `fact`: anything else. */
export type Intent = "statement" | "position" | "fact";

/** What a question asks for, in terms of one corpus. */
export interface Query {
  readonly text: string;
  /** What is asked, without what stands around it: what the meaning of a passage is compared with. */
  readonly bare: string;
  /** The same behind the question that it leans on: what the meaning of all that stands around a passage is compared with. */
  readonly inFull: string;
  /** The question's words, folded, as they were typed. */
  readonly words: readonly string[];
  /** Its tokens as they were understood: spelled right, without filters and outlets. */
  readonly tokens: readonly Token[];
  readonly intent: Intent;
  readonly need: Need;
  /** What it wants to see of a whole story, where it asks for no particular; then `terms` are the story's. */
  readonly overview: Overview | null;
  /** So many days up to the newest article on it, where an overview is limited to some. */
  readonly days: number | null;
  /** For a position, the stance asked for, where the question says which. */
  readonly stance: Stance | null;
  /** Term of the noun that a number is asked of: "how many tanks". */
  readonly counted: string | null;
  /** Terms of an office whose holder is asked for: "who is the foreign minister". */
  readonly office: readonly string[] | null;
  readonly subject: Subject | null;
  /** The subject as terms, where it is none of `terms`: for questions that go on from this one. */
  readonly subjectTerms: readonly QueryTerm[];
  /** Articles of the outlet or agency that the words of the question name. */
  readonly scope: SourceScope | null;
  readonly terms: readonly QueryTerm[];
  /** The question before it, where this one leaves out what that one said. */
  readonly leansOn: Query | null;
  /** Another reading, for when this one finds no answer: without a subject that may have said nothing, say. */
  readonly otherwise: (() => Query) | null;
  /** How many times more of the same was asked for: what was shown before is not shown again. */
  readonly further: number;
  /** A "he" or "it" that nobody can know: nothing was asked before. */
  readonly unclear: string | null;
  /** Words of the question that no article has, as written. */
  readonly missing: readonly string[];
  /** Whether one of them is a name: a passage without it is about something else. */
  readonly namesStranger: boolean;
  /** As they were written; `limits` is what they mean. */
  readonly filters: Filters;
  readonly limits: Limits;
  readonly notices: readonly string[];
}
