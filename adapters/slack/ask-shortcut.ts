import type { App, MessageShortcut, RespondFn, webApi } from "@slack/bolt";
import { admit } from "../conversation/admission.ts";
import { NOTHING_ASKED } from "../conversation/texts.ts";
import { ACTIONS } from "./action-ids.ts";
import { answerInPlace, composeAnswer, withHint } from "./ask.ts";
import { askingIn } from "./asking.ts";
import { describeRefusal } from "./hints.ts";
import { readMrkdwn } from "./markup.ts";
import { sentence } from "./message.ts";
import { directConversation, threadConversation } from "./places.ts";
import { renderHelp } from "./render-help.ts";
import type { Services } from "./services.ts";
import { whisperBy } from "./whisper.ts";
import { type Workspace, workspaceOf } from "./workspace.ts";

/** Takes somebody's message as the question, and answers in its thread. */
export function listenToShortcut(app: App, services: Services): void {
  app.shortcut(
    { type: "message_action", callback_id: ACTIONS.askAbout },
    async ({ ack, shortcut, client, respond, context }) => {
      await ack();
      if (shortcut.type !== "message_action") return;
      const [workspace, bot] = [workspaceOf(context), context.botUserId ?? null];
      await services.handle("shortcut", () => askAbout(services, client, { shortcut, respond, workspace, bot }));
    },
  );
}

interface AskedAbout {
  readonly shortcut: MessageShortcut;
  readonly respond: RespondFn;
  readonly workspace: Workspace;
  readonly bot: string | null;
}

async function askAbout(
  services: Services,
  client: webApi.WebClient,
  { shortcut, respond, workspace, bot }: AskedAbout,
): Promise<void> {
  const { channel, message, user } = shortcut;
  const text = readMrkdwn(message.text ?? "", bot);
  const inThread: unknown = message.thread_ts;
  const threadTs = typeof inThread === "string" ? inThread : message.ts;
  const whisper = whisperBy(respond, null, services.log);
  if (text === "") {
    await whisper(renderHelp(services.engine().coverage, NOTHING_ASKED));
    return;
  }
  const asker = askingIn(channel.id, user.id);
  if (!(await admit(services, asker, text, (reason) => whisper(sentence(reason))))) return;
  const answered = await answerInPlace(services, client, {
    text,
    conversation: channel.id.startsWith("D")
      ? directConversation(workspace.teamId ?? "", user.id, threadTs)
      : threadConversation(channel.id, threadTs, "mention"),
    place: { channel: channel.id, threadTs, questionTs: message.ts },
    askedBy: user.id,
    asker,
    workspace,
  });
  if (answered.kind !== "refused") return;
  const answer = await composeAnswer(services, { text }, { audience: "asker", askedBy: null, asker: null });
  await whisper(withHint(answer, describeRefusal(answered.error, channel.name)));
}
