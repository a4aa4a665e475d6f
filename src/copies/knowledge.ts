import type { NameBook } from "../names/name-book.ts";
import { fold } from "../text/fold.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";

/** What general English and the corpus know of words and names. */
export interface Knowledge {
  /** Whether a word is English, so that its capital at the beginning of a sentence means nothing. */
  readonly isWord: (word: string) => boolean;
  /** Whether two names are known to mean one, or one of them to stand for the other. */
  readonly isSameName: (one: string, other: string) => boolean;
}

/** Makes the little that comparing passages has to know; neither is looked at before two passages seem to clash. */
export function knowledgeOf(thesaurus: Thesaurus, book: NameBook): Knowledge {
  const sidesOf = (label: string) =>
    book.inArticle(tokenize(label)).flatMap(({ value }) => [value.id, value.sideId ?? value.id]);
  return {
    isWord: (word) => thesaurus.isWord(fold(word)),
    isSameName(one, other) {
      const sides = sidesOf(other);
      return sidesOf(one).some((id) => sides.includes(id));
    },
  };
}
