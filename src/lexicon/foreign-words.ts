/**
 * The small words of the languages in which people write to an English bot: articles, pronouns, prepositions, conjunctions,
 * question words, auxiliaries and forms of "say"; folded. Some are English words, too.
 */
export const FOREIGN_WORDS = {
  german:
    "der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde hat haben hatte nicht " +
    "kein keine was wer wie wo wann warum wieso welche welcher welches wem wen wessen viele viel uber von vom mit fur auf zu zum zur " +
    "bei beim nach aus vor durch gegen ohne um es er sie wir ihr ich du sich auch noch nur sagt sagte gesagt gibt gab im am",
  french:
    "le la les un une des du de et ou mais est sont etait etaient ont avait ne pas que qu qui quoi quel quelle quels quelles quand " +
    "comment pourquoi combien sur avec pour dans par au aux en ce cet cette ces il elle ils elles on nous vous je tu se son sa ses " +
    "leur dit disait est-ce a",
  spanish:
    "el la los las un una unos unas y o pero es son era fue fueron ha han no que quien quienes cual cuales cuando como donde cuanto " +
    "cuanta cuantos cuantas por para con sin sobre de del al en su sus se lo le dijo dice dicho hay a",
  italian:
    "il lo la i gli le un uno una e o ma sono era ha hanno non che chi cosa quale quali quando come dove perche quanto quanti quanta " +
    "quante su con per di del della dei delle nel nella al alla da si detto dice",
  portuguese:
    "o a os as um uma e ou mas sao era foi tem nao que quem qual quais quando como onde por quanto quantos para com sem sobre de do " +
    "da dos das em no na ao se disse diz",
  dutch:
    "de het een en of maar is zijn was niet wat wie waar wanneer waarom hoe welke hoeveel van voor met op in door zei zegt",
  polish:
    "i a ale jest sa nie co kto gdzie kiedy dlaczego jak ile czy na w z do o od dla po powiedzial powiedziala mowi",
} as const;
