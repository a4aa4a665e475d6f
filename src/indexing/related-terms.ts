import type { Concepts } from "../names/concepts.ts";
import { tokenize } from "../text/tokenize.ts";
import { remember } from "../thesaurus/remember.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A term of the corpus by number, and how likely it says the same as another word: 0 to 1. */
export interface RelatedTerm {
  readonly id: number;
  readonly strength: number;
}

/** What general English knows of a word, as far as the articles have it. */
export interface RelatedTerms {
  /** The terms that say nearly the same as a folded word, the nearest first; no names. */
  of(word: string): readonly RelatedTerm[];
}

/** Of so many words the related terms are kept. */
const KEPT = 5000;

/** @param vocabulary one that no longer grows. */
export function createRelatedTerms(thesaurus: Thesaurus, vocabulary: Vocabulary, concepts: Concepts): RelatedTerms {
  // To grant is to give, but an article's Grant is somebody.
  const isName = (word: string) => concepts.inQuestion(tokenize(word)).some(({ name }) => name !== null);
  const idOf = (word: string) => {
    const [related, another] = tokenize(word);
    const id = related && !related.stop && !another ? vocabulary.idOf(related.term) : undefined;
    return id === undefined || vocabulary.paragraphsWithId(id) === 0 || isName(word) ? undefined : id;
  };
  const relatedTo = remember(KEPT, (word: string) =>
    thesaurus.related(word).flatMap(({ word: other, strength }) => {
      const id = idOf(other);
      return id === undefined ? [] : [{ id, strength }];
    }),
  );
  return {
    // Half the words of a corpus may be no English, and there is nothing to remember of them.
    of: (word) => (thesaurus.isWord(word) ? relatedTo(word) : []),
  };
}
