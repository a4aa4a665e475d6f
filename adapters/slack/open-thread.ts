import type { Asked } from "../conversation/asked.ts";
import { cutText, oneLine } from "../conversation/cut.ts";
import { type Opened, writeFirstAccepted } from "../conversation/platform.ts";
import type { Attempt } from "../conversation/retry.ts";
import { questionBlock } from "./action-ids.ts";
import { ROOM } from "./limits.ts";
import { escapeEntities, mention } from "./markup.ts";
import { formsOf, literal, type Message, section } from "./message.ts";
import { elsewhere, type SlackPlace, threadKey } from "./place.ts";
import type { Write } from "./write.ts";

/**
 * Posts an anchor that shows the question and stands at the head of a thread, since a command has no message of its own.
 * Where the channel takes none, the answer goes to the asker alone.
 */
export async function openThread(
  write: Write,
  asked: Asked<SlackPlace>,
  attempt: Attempt,
): Promise<Opened<SlackPlace>> {
  const { place } = asked;
  const posted = await writeFirstAccepted(formsOf(renderAnchor(asked)), (form) => write(place, form, { attempt }));
  switch (posted.kind) {
    case "written": {
      const { channel, ts } = posted;
      const inThread = { ...place, channel, threadTs: ts, isAskerNamed: false };
      const key = threadKey(channel, ts ?? "");
      return { kind: "opened", place: inThread, otherwise: { ...inThread, kind: "anchor" }, key, openedBy: "command" };
    }
    case "refused":
      return { kind: "in-place", place: elsewhere(place, posted.reason) ?? place };
    case "gone":
      return posted;
  }
}

/** The message that shows who asked what. */
export function renderAnchor({ place: { user }, answerId, request }: Asked<SlackPlace>): Message {
  const question = cutText(oneLine(request.kind === "question" ? request.question.text : ""), ROOM.question);
  return {
    text: `${mention(user)} asked: ${escapeEntities(question)}`,
    blocks: [
      {
        type: "rich_text",
        block_id: questionBlock(answerId),
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "user", user_id: user },
              { type: "text", text: " asked: " },
              ...literal(question, { bold: true }),
            ],
          },
        ],
      },
    ],
  };
}

/** The anchor of a thread that takes no answer: it stands for everyone to see, and says so, rather than being deleted. */
export function renderUnanswered(asked: Asked<SlackPlace>): Message {
  const { text, blocks } = renderAnchor(asked);
  return { text: `${text}\n${NO_REPLY}`, blocks: [...blocks, section(NO_REPLY)] };
}

const NO_REPLY =
  "I have an answer, but Slack did not let me post it in this thread. Please ask me in a direct message.";
