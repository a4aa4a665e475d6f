import type { Asked } from "../conversation/asked.ts";
import type { Platform, Reply } from "../conversation/platform.ts";
import { troubleOf } from "./api-errors.ts";
import { context, formsOf, type Message, sentence } from "./message.ts";
import { openThread, renderUnanswered } from "./open-thread.ts";
import { type ClientFor, elsewhere, isDirect, ownPlace, PLACE, privately, type SlackPlace } from "./place.ts";
import { readAbout } from "./read-message.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderHelp, renderSources } from "./render-help.ts";
import type { Write } from "./write.ts";

/** Slack, as the exchange sees it. */
export function createSlackPlatform(write: Write, clientFor: ClientFor): Platform<SlackPlace, Message> {
  return {
    name: "slack",
    placeSchema: PLACE,
    privately,
    openThread: (asked, attempt) => openThread(write, asked, attempt),
    render: (reply, asked) => formsOf(withHint(renderReply(reply, asked), asked.place.hint)),
    async write(place, message, writing) {
      const delivery = await write(place, message, writing);
      if (delivery.kind !== "written") return delivery;
      const own = ownPlace(place, delivery.channel, delivery.ts);
      return { kind: "written", ...(own && { own }) };
    },
    async lookUp({ channel, message: ts }, place) {
      const client = await clientFor(place.workspace);
      const { messages = [] } = await client.conversations.replies({ channel, ts, limit: 1 });
      return readAbout(messages[0], { isDirect: isDirect(place) });
    },
    elsewhere,
    troubleOf,
    describeError: (error) => ({ error }),
  };
}

function renderReply(reply: Reply, asked: Asked<SlackPlace>): Message {
  const { kind, instead, user, isAskerNamed } = asked.place;
  if (instead !== null) return sentence(instead);
  if (kind === "anchor") return renderUnanswered(asked);
  switch (reply.kind) {
    case "answer": {
      const audience = kind === "ephemeral" ? "asker" : "everyone";
      return renderAnswer({ id: asked.answerId, answer: reply.answer, audience, askedBy: isAskerNamed ? user : null });
    }
    case "help":
      return renderHelp(reply.coverage, reply.isNothingAsked);
    case "sources":
      return renderSources(reply.coverage);
    case "sentence":
      return sentence(reply.text);
  }
}

/** The message with a line for the reader below it. */
function withHint({ text, blocks }: Message, hint: string | null): Message {
  if (hint === null || text === hint) return { text, blocks };
  return { text: `${text}\n${hint}`, blocks: blocks.length > 0 ? [...blocks, context(hint)] : [] };
}
