import type { PassageIndex } from "../indexing/passage-index.ts";
import { textOf } from "../indexing/passages.ts";
import { STATES } from "../lexicon/modality.ts";
import { dayAfter } from "../question/dates.ts";
import { POSITION_TERMS } from "../question/kinds.ts";
import type { Overview } from "../question/overview.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { termsOf } from "../text/tokenize.ts";
import { confidenceOf, outcomeAt } from "./confidence.ts";
import { keepDistinct, ROOM_FOR_MORE, ROOM_FOR_PARTS, type Room } from "./distinct.ts";
import { describeHead, titled } from "./heads.ts";
import type { Outcome, Selection } from "./selection.ts";
import { inTurn } from "./several.ts";
import { isAbout, type Story, sentencesOf, storiesOf, storiesWithHead } from "./stories.ts";
import { timelineOf } from "./timeline.ts";

/** What an overview is made of: the passages that may be shown, the best first, and what is said above them. */
interface Plan {
  readonly candidates: readonly RankedPassage[];
  readonly room: Room;
  readonly outcome?: Outcome;
  readonly said?: string;
}

const ROOM: Room = { passages: 4, words: 130 };

/** How each overview is made of stories, newest first. */
const PLANS: Readonly<Record<Overview, (stories: readonly Story[], query: Query) => Plan>> = {
  newest: (stories, query) => ({ candidates: beginnings(stories, query), room: ROOM }),
  gist: (stories, query) => ({ candidates: beginnings(stories, query), room: ROOM }),
  state: (stories, query) => ({ candidates: statesOf(stories, query), room: ROOM }),
  sides: (stories, query) => ({ candidates: standsOf(stories, query), room: ROOM_FOR_PARTS }),
  timeline(stories, query) {
    const candidates = timelineOf(stories, query);
    if (candidates) return { candidates, room: ROOM_FOR_PARTS };
    const said = "The articles name too few dates for a timeline. This comes nearest:";
    return { candidates: beginnings(stories, query), room: { ...ROOM, passages: 2 }, outcome: "related", said };
  },
  heads(stories, query) {
    const meant = storiesWithHead(stories, query).slice(0, ROOM.passages - 1);
    const said = meant.map(({ source }) => describeHead(source)).join(" ");
    return { candidates: openings(meant, query), room: ROOM, said };
  },
  first(stories, query) {
    const earliest = stories.findLast(({ source }) => source.published !== null);
    if (!earliest) return { candidates: [], room: ROOM };
    const undated = stories.filter(({ source }) => source.published === null).length;
    const without = undated === 0 ? "" : undated === 1 ? " One more has no date." : ` ${undated} more have no date.`;
    const { source } = earliest;
    const said = `The earliest dated article here on it is ${titled(source)}, of ${source.published}.${without}`;
    return { candidates: openings([earliest], query), room: ROOM, said };
  },
};

/**
 * Chooses what an overview shows; `null` where there is nothing to make one of, and the question is to be answered as any
 * other.
 * @param ranked what was found of its topic, best first.
 */
export async function selectOverview(
  query: Query,
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<Selection | null> {
  const [best] = ranked;
  // Without a topic whatever is newest answers.
  const confidence = query.terms.length === 0 ? 1 : best ? confidenceOf(query, best, index.lexicon) : 0;
  if (!query.overview || query.limits.speaker || query.missing.length > 0 || outcomeAt(confidence) !== "answered")
    return null;
  const all = await storiesOf(query, ranked, index);
  const newest = all[0]?.source.published ?? null;
  const from = query.days === null ? null : dayAfter(newest, 1 - query.days);
  const stories = from === null ? all : all.filter(({ source }) => (source.published ?? "") >= from);
  const counted = from === null ? {} : { said: `Counted back from the newest article on it, of ${newest}.` };
  const { candidates, room, outcome = "answered", ...plan } = PLANS[query.overview](stories, query);
  const shown = keepDistinct(candidates, room);
  if (shown.length === 0) return null;
  const more = keepDistinct([...candidates, ...ranked], ROOM_FOR_MORE, shown);
  return { outcome, confidence, shown, more, disagreements: [], ...counted, ...plan };
}

/** So many sentences of one article are enough of it. */
const EACH = 3;

/** How stories about the topic begin, and where others come to it, in turn. */
function beginnings(stories: readonly Story[], query: Query): RankedPassage[] {
  const beginning = (story: Story) =>
    query.terms.length === 0 || isAbout(story, query) ? sentencesOf(story, query) : story.found;
  return inTurn(stories.map((story) => beginning(story).slice(0, EACH)));
}

/** The first sentence of each story. */
function openings(stories: readonly Story[], query: Query): RankedPassage[] {
  return stories.flatMap((story) => sentencesOf(story, query).slice(0, 1));
}

const STATE = new RegExp(`\\b(?:${STATES.join("|")})\\b`, "gi");

/** The sentences that say how far something has come, those first that stand at the head of their article. */
function statesOf(stories: readonly Story[], query: Query): RankedPassage[] {
  const scored = stories.flatMap((story) =>
    sentencesOf(story, query).map((one, at) => {
      const states = textOf(one.paragraph, one.passage).match(STATE)?.length ?? 0;
      return { one, score: Math.min(2, states) + (at === 0 ? 1 : 1 / (1 + one.paragraph.position)) };
    }),
  );
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
}

/** The sentences that tell what somebody wants, refuses or offers. */
function standsOf(stories: readonly Story[], query: Query): RankedPassage[] {
  return stories
    .flatMap((story) => (story.found.length > 0 ? story.found : sentencesOf(story, query)))
    .filter(({ paragraph, passage }) => termsOf(textOf(paragraph, passage)).some((term) => POSITION_TERMS.has(term)));
}
