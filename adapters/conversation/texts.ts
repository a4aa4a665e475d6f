import type { Coverage } from "../../src/index.ts";
import { describeCoverage } from "./citation.ts";

/** One thing a person can do, and how. */
export interface Way {
  readonly how: string;
  readonly what: string;
}

/** What help shows, before markup. */
export interface Help {
  readonly intro: string;
  readonly covers: string;
  readonly ways: readonly Way[];
  /** Questions that this corpus really answers. */
  readonly examples: readonly string[];
}

const EXAMPLES = 3;

/** The help of a platform, whose own ways to ask come first. */
export function composeHelp(coverage: Coverage, ways: readonly Way[]): Help {
  return {
    intro: INTRO,
    covers: `I know ${describeCoverage(coverage)}`,
    ways: [...ways, ...FILTER_WAYS],
    examples: coverage.examples.slice(0, EXAMPLES),
  };
}

/** What the bot does, in two sentences. */
const INTRO =
  "Ask me about the news I have been given. I answer with exact sentences from the articles, who said them and where; I never write my own.";

const FILTER_WAYS: readonly Way[] = [
  { how: "from: NAME", what: "in a question, only what this person said" },
  { how: "source: OUTLET", what: "only this outlet or agency" },
  { how: "since: DATE until: DATE", what: "only articles of these dates, such as 2025 or 2025-04-24" },
];

/** Shown instead of an answer when something broke; every question gets a reply. */
export const FAILED = "Something went wrong on my side, so I could not answer. Please ask again in a moment.";

/** The same where the articles are kept elsewhere and cannot be reached. */
export const OUT_OF_REACH = "I cannot reach my articles just now, so I could not answer. Please ask again in a minute.";

/** Shown where the platform refuses the answer in every form. */
export const NOT_SHOWN = "I found an answer but could not show it here. Please try a shorter or narrower question.";

/** Shown when a button outlived its answer. */
export const EXPIRED = "This answer is too old for its buttons. Please ask the question again.";

/** Said when an answer that one person sees is shared a second time. */
export const ALREADY_SHARED = "This answer has been shared already.";

/** Shown when there is nothing more to show. */
export const NO_MORE = "There are no further passages for this question.";

/** Shown when a mention or command holds no question, above the help. */
export const NOTHING_ASKED = "What would you like to know?";

/** Said to thanks, a nod or a farewell. */
export const ANY_TIME = "Any time. Just ask when you want to know what the articles say.";

/** Above passages that are near the question without answering it. */
export const RELATED_TITLE = "No direct answer, but this comes close";

/** Above the sentence that nothing was found. */
export const NONE_TITLE = "No answer in these articles";

/** Above the passages that contradict each other. */
export const DISAGREEMENT_TITLE = "The sources disagree";

/** Where passages had to be left out so that the platform takes the message. */
export const SHORTENED = "Shortened to fit.";

/** Answers to a vote. */
export const THANKS = { up: "Thanks, good to know.", down: "Thanks. Sorry that this did not help." } as const;

/** The words on the buttons. */
export const BUTTONS = {
  context: "In context",
  more: "More",
  up: "👍",
  down: "👎",
  share: "Share",
} as const;

/** Above the questions that can be asked next. */
export const SUGGESTIONS_TITLE = "You could also ask";
