import type { ArticleSource } from "../corpus/article.ts";
import type { Concepts } from "../names/concepts.ts";
import type { Descriptions } from "../names/descriptions.ts";
import type { SpeakerLabels } from "../names/speaker-labels.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import { createRelatedTerms, type RelatedTerms } from "./related-terms.ts";
import { createSourceScopes, type SourceScopes } from "./source-scopes.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { createWordFamilies, type WordFamilies } from "./word-families.ts";

/** How long the searched fields are, counted as BM25 counts them here: in different terms. */
export interface AverageTerms {
  readonly text: number;
  readonly title: number;
}

/** What is found out about a corpus as a whole. */
export interface LexiconFacts {
  readonly sources: readonly ArticleSource[];
  /** Mean number of tokens in a paragraph. */
  readonly averageLength: number;
  /** Mean numbers of different terms in a paragraph and in the title above it. */
  readonly averageTerms: AverageTerms;
  /** Numbers of the names whose words the articles have. */
  readonly quoted: ReadonlySet<number>;
  readonly descriptions: Descriptions;
  readonly speakerLabels: SpeakerLabels;
  readonly vocabulary: Vocabulary;
  /** General English, for words of questions that the corpus lacks. */
  readonly thesaurus: Thesaurus;
  readonly concepts: Concepts;
}

/**
 * All that it takes of a corpus to understand a question and to score what is found, without the paragraphs themselves; it
 * stays in this process wherever those are kept.
 */
export interface Lexicon extends LexiconFacts {
  readonly families: WordFamilies;
  readonly relatives: RelatedTerms;
  /** Whose articles a question may be limited to. */
  readonly scopes: SourceScopes;
}

/** Makes what is quickly made of the facts. */
export function createLexicon(facts: LexiconFacts): Lexicon {
  const { sources, vocabulary, thesaurus, concepts } = facts;
  return {
    ...facts,
    families: createWordFamilies(vocabulary),
    relatives: createRelatedTerms(thesaurus, vocabulary, concepts),
    scopes: createSourceScopes(sources),
  };
}
