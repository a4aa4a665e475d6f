/** Small words by which a question shows its language, folded, of languages that people write to an English bot in: German, French, Spanish, Italian, Portuguese, Dutch, Polish. */
export const FOREIGN_WORDS =
  "der die das und ist nicht was wer wie warum uber von mit fur hat haben sind ein eine den dem zu auf " +
  "le la les des une est qui que quoi pourquoi sur avec pour dans dit aux sont cette il elle " +
  "el los las una por como cuando donde quien dijo con para sobre del son esta " +
  "il lo gli che chi cosa perche sono della nel con per detto " +
  "o os um uma quem disse sobre com nao para " +
  "het een niet wat wie waarom van voor met zijn " +
  "co kto gdzie kiedy jest nie czy dlaczego powiedzial";
