/** What Slack accepts, in UTF-16 units unless the name says otherwise. */
export const SLACK_LIMITS = {
  /** Blocks of one message. */
  blocks: 50,
  /** Blocks of a modal or the App Home. */
  viewBlocks: 100,
  sectionCharacters: 3_000,
  contextCharacters: 2_000,
  headerCharacters: 150,
  buttonCharacters: 75,
  /** Title, submit and close of a modal. */
  modalTitleCharacters: 24,
  /**
   * Undocumented: Slack also limits the text of all blocks together; 9,597 characters were accepted and 11,341 refused
   * with `msg_blocks_too_long` (bolt-js issues 2509 and 2867).
   */
  messageCharacters: 9_500,
  /** The top-level `text`; Slack advises to stay below 4,000. */
  textCharacters: 3_900,
  /** Suggested prompts of the agent view. */
  prompts: 4,
} as const;

/**
 * Room for the parts of an answer, markup included. A passage is cut only when it alone is longer than its room; with
 * everything else at its limit too, one passage still fits into a message.
 */
export const ROOM = {
  passage: 3_000,
  source: 2_000,
  caution: 300,
  cautions: 3,
  notice: 300,
  notices: 4,
  lead: 600,
  about: 300,
  question: 500,
  title: 200,
  name: 120,
  address: 1_000,
} as const;
