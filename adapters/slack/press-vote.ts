import type { App } from "@slack/bolt";
import type { Vote } from "../conversation/feedback.ts";
import { isRecord } from "../conversation/parse-json.ts";
import { THANKS } from "../conversation/texts.ts";
import { ACTIONS } from "./action-ids.ts";
import { personOf } from "./asking.ts";
import { sentence } from "./message.ts";
import { onPress, type Pressed, recallAnswer } from "./pressed.ts";
import { errorCode } from "./refusal.ts";
import { renderReasonForm, renderReasonThanks } from "./render-reason.ts";
import type { Services } from "./services.ts";

/** 👍 and 👎, and the form for the reason that 👎 opens. */
export function listenToVotes(app: App, services: Services): void {
  onPress(app, services, ACTIONS.up, (pressed) => vote(pressed, "up"));
  onPress(app, services, ACTIONS.down, (pressed) => vote(pressed, "down"));
  app.view(ACTIONS.reason, async ({ ack, view, body }) => {
    const reason = readReason(view.state.values);
    if (reason === null) return ack();
    await ack({ response_action: "update", view: renderReasonThanks() });
    const voter = personOf(body.user.id);
    await services.handle("reason", () => services.feedback.explain(view.private_metadata, voter, reason));
  });
}

async function vote(pressed: Pressed, choice: Vote): Promise<void> {
  const { services, client, press, whisper } = pressed;
  const saved = await recallAnswer(pressed, press.value);
  if (saved === null) return;
  if (choice === "down") {
    // First, as the trigger is good for three seconds only.
    const form = { trigger_id: press.triggerId, view: renderReasonForm(saved.id) };
    const opened = await client.views.open(form).catch((error: unknown) => {
      services.log.warn("The form for a reason did not open.", { error: errorCode(error) });
      return null;
    });
    if (opened === null) await whisper(sentence(THANKS.down));
  }
  await services.feedback.vote(saved.id, personOf(press.user), choice);
  services.log.info("Feedback", { platform: "slack", vote: choice, outcome: saved.answer.outcome });
  if (choice === "up") await whisper(sentence(THANKS.up));
}

/** What was written into the form; `null` for nothing. */
function readReason(values: unknown): string | null {
  const block = isRecord(values) ? values[ACTIONS.reason] : null;
  const input = isRecord(block) ? block[ACTIONS.reason] : null;
  const text = isRecord(input) && typeof input.value === "string" ? input.value.trim() : "";
  return text === "" ? null : text;
}
