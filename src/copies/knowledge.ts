import type { NameBook } from "../names/name-book.ts";
import { fold } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";

/** What general English and the corpus know of words and names. */
export interface Knowledge {
  /** Whether a word is English, so that its capital at the beginning of a sentence means nothing. */
  readonly isWord: (word: string) => boolean;
  /** Whether two words may say the same. */
  readonly areRelated: (one: string, other: string) => boolean;
  /** Whether two names are known to mean one, or one of them to stand for the other. */
  readonly isSameName: (one: string, other: string) => boolean;
}

/** Makes the little that comparing passages has to know; neither is looked at before two passages seem to clash. */
export function knowledgeOf(thesaurus: Thesaurus, book: NameBook): Knowledge {
  const sidesOf = (label: string) =>
    book.inArticle(tokenize(label)).flatMap(({ value }) => [value.id, value.sideId ?? value.id]);
  return {
    isWord: (word) => thesaurus.isWord(fold(word)),
    areRelated: (one, other) => {
      const term = stem(fold(other));
      return thesaurus.related(fold(one)).some(({ word }) => stem(word) === term);
    },
    isSameName(one, other) {
      const sides = sidesOf(other);
      return sidesOf(one).some((id) => sides.includes(id));
    },
  };
}
