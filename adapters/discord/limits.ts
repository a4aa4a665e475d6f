/** What Discord accepts, in UTF-16 units unless the name says otherwise. */
export const DISCORD_LIMITS = {
  /** Components of one message, those inside others counted too. */
  components: 40,
  /** All words of one Components V2 message together. */
  messageCharacters: 4_000,
  /** Undocumented: near 10,170 bytes of UTF-8 a Components V2 message ends in a 500 (discord-api-docs issue 8554). */
  messageBytes: 10_000,
  /** The `content` of a message without Components V2. */
  contentCharacters: 2_000,
  customIdCharacters: 100,
  buttonLabelCharacters: 80,
  buttonsInRow: 5,
  threadNameCharacters: 100,
  choices: 25,
  choiceCharacters: 100,
} as const;
