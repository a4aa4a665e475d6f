import type { App, RespondFn, webApi } from "@slack/bolt";
import type { SavedAnswer } from "../conversation/answering.ts";
import { EXPIRED, FAILED } from "../conversation/texts.ts";
import { sentence } from "./message.ts";
import { type Press, readPress } from "./read-press.ts";
import type { Services } from "./services.ts";
import { type Whisper, whisperBy } from "./whisper.ts";
import { type Workspace, workspaceOf } from "./workspace.ts";

/** A pressed button, and the ways to react to it. */
export interface Pressed {
  readonly services: Services;
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  readonly press: Press;
  readonly team: string;
  readonly workspace: Workspace;
  /** Shows something to whoever pressed, next to the button. */
  readonly whisper: Whisper;
}

/** Calls `react` when a button is pressed whose id is, or begins with, `action`; a failure is told to whoever pressed. */
export function onPress(
  app: App,
  services: Services,
  action: string,
  react: (pressed: Pressed) => Promise<void>,
): void {
  const pattern = new RegExp(`^${action}\\d*$`);
  app.action(pattern, async ({ ack, body, client, respond, context }) => {
    await ack();
    const press = readPress(body);
    if (press === null) return;
    const whisper = whisperBy(respond, press.threadTs, services.log);
    const team = context.teamId ?? "";
    await services.handle(`button ${action}`, async () => {
      try {
        await react({ services, client, respond, press, team, workspace: workspaceOf(context), whisper });
      } catch (error) {
        services.log.error("A button failed.", { action, error });
        if (press.channel !== null) await whisper(sentence(FAILED));
      }
    });
  });
}

/** The answer a button belongs to; `null` after whoever pressed was told that it has expired. */
export async function recallAnswer({ services, whisper }: Pressed, answerId: string): Promise<SavedAnswer | null> {
  const saved = await services.answering.recall(answerId);
  if (saved === null) await whisper(sentence(EXPIRED));
  return saved;
}
