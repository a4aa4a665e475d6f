import { isStopWord } from "../text/stop-words.ts";
import type { Token } from "../text/tokenize.ts";

/** Small words by which a question shows its language, of languages that people write to an English bot in. */
const FUNCTION_WORDS = new Set(
  (
    "der die das und ist nicht was wer wie warum uber von mit fur hat haben sind ein eine den dem zu auf " +
    "le la les des une est qui que quoi pourquoi sur avec pour dans dit aux sont cette il elle " +
    "el los las una por como cuando donde quien dijo con para sobre del son esta " +
    "il lo gli che chi cosa perche sono della nel con per detto " +
    "o os um uma quem disse sobre com nao para " +
    "het een niet wat wie waarom van voor met zijn " +
    "co kto gdzie kiedy jest nie czy dlaczego powiedzial"
  ).split(" "),
);
const MIN_FOREIGN = 2;
/** Nothing but ASCII: all its letters are Latin. */
const PLAIN = /^[\0-\x7f]*$/;

/** Whether a question is in another language or script than English articles can answer. @param tokens as they were understood, before words were mended. */
export function isForeign(text: string, tokens: readonly Token[]): boolean {
  if (!PLAIN.test(text)) {
    const letters = text.match(/\p{L}/gu) ?? [];
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    if (latin * 2 < letters.length) return true;
  }
  let foreign = 0;
  for (const { word } of tokens) {
    // "Qu'est" is two words.
    for (const part of word.includes("'") ? word.split("'") : [word]) {
      if (FUNCTION_WORDS.has(part)) foreign++;
      else if (isStopWord(part)) return false;
    }
  }
  return foreign >= MIN_FOREIGN;
}
