import { recallQuestion, share } from "../conversation/buttons.ts";
import type { Pressed } from "./on-button.ts";
import { sharedLine } from "./texts.ts";

/** **Share**: shows a private answer to everybody in the channel. */
export async function shareAnswer(pressed: Pressed): Promise<void> {
  const { interaction, id } = pressed;
  const question = await recallQuestion(pressed, id.answerId);
  if (question === null) return;
  const { token, channelId, user } = interaction;
  const shown = { audience: "everyone", heading: sharedLine(user.id, question), instead: null } as const;
  await share(
    pressed,
    { id: id.answerId, question },
    {
      continuation: { kind: "alone", earlier: question.earlier ?? [] },
      place: { kind: "interaction", token, channelId, ...shown },
    },
  );
}
