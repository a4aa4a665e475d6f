import type { DiscordConfig } from "../config.ts";
import type { Asked } from "../conversation/asked.ts";
import type { Platform, Reply } from "../conversation/platform.ts";
import { describeError, troubleOf } from "./api-errors.ts";
import { type DiscordMessage, plainMessage } from "./message.ts";
import { openThread } from "./open-thread.ts";
import { type DiscordPlace, elsewhere, PLACE, privately } from "./place.ts";
import { readAbout } from "./read-message.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderHelp, renderSources } from "./render-help.ts";
import { KEPT_BACK } from "./texts.ts";
import { type DiscordApi, write } from "./write.ts";

/** Discord, as the exchange sees it. */
export function createDiscordPlatform(
  api: DiscordApi,
  { messageContent }: DiscordConfig,
): Platform<DiscordPlace, DiscordMessage> {
  return {
    name: "discord",
    placeSchema: PLACE,
    privately,
    openThread: (asked) => openThread(api, asked),
    render,
    write: (place, message, writing) => write(api, place, message, writing),
    async lookUp({ channel, message, title }) {
      try {
        const said = readAbout(await api.read(channel, message), title);
        return said ?? (messageContent ? null : { kind: "unreadable", notice: KEPT_BACK });
      } catch (error) {
        if (troubleOf(error).kind !== "final") throw error;
        return readAbout(null, title);
      }
    },
    elsewhere,
    troubleOf,
    describeError,
  };
}

function render(reply: Reply, { place, answerId }: Asked<DiscordPlace>): readonly DiscordMessage[] {
  const { audience, heading, instead } = place;
  if (instead !== null) return [plainMessage(instead)];
  switch (reply.kind) {
    case "answer":
      return renderAnswer(reply.answer, { answerId, heading, audience });
    case "help":
      return [renderHelp(reply.coverage, reply.isNothingAsked)];
    case "sources":
      return [renderSources(reply.coverage)];
    case "sentence":
      return [plainMessage(reply.text)];
  }
}
