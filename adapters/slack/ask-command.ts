import type { App, RespondFn, SlashCommand, webApi } from "@slack/bolt";
import { admit } from "../conversation/admission.ts";
import { parseRequest } from "../conversation/request.ts";
import { answerInNewThread } from "./anchor.ts";
import { composeAnswer, withHint } from "./ask.ts";
import { askingIn } from "./asking.ts";
import { describeRefusal } from "./hints.ts";
import { readMrkdwn } from "./markup.ts";
import { sentence } from "./message.ts";
import { renderHelp, renderSources } from "./render-help.ts";
import type { Services } from "./services.ts";
import { type Whisper, whisperBy } from "./whisper.ts";
import { type Workspace, workspaceOf } from "./workspace.ts";

/** Answers the slash command, whatever name the app's manifest gives it. */
export function listenToCommand(app: App, services: Services): void {
  app.command(/.*/, async ({ ack, command, client, respond, context }) => {
    await ack();
    await services.handle("command", () =>
      obey(services, { command, client, respond, bot: context.botUserId ?? null, workspace: workspaceOf(context) }),
    );
  });
}

interface Command {
  readonly command: SlashCommand;
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  readonly bot: string | null;
  readonly workspace: Workspace;
}

async function obey(services: Services, given: Command): Promise<void> {
  const { command, respond, bot } = given;
  const whisper = whisperBy(respond, null, services.log);
  const request = parseRequest(readMrkdwn(command.text, bot));
  const { coverage } = services.engine();
  if (request.kind === "help") await whisper(renderHelp(coverage));
  else if (request.kind === "sources") await whisper(renderSources(coverage));
  else await answerCommand(services, given, whisper, request);
}

async function answerCommand(
  services: Services,
  { command, client, workspace }: Command,
  whisper: Whisper,
  { text, audience }: { readonly text: string; readonly audience: "everyone" | "asker" },
): Promise<void> {
  const { channel_id: channel, user_id: user } = command;
  const asker = askingIn(channel, user);
  if (!(await admit(services, asker, text, (reason) => whisper(sentence(reason))))) return;
  const compose = () => composeAnswer(services, { text }, { audience: "asker", askedBy: null, asker });
  if (audience === "asker") {
    await whisper(await compose());
    return;
  }
  const onRefusal = async (error: string) => {
    await whisper(withHint(await compose(), describeRefusal(error, command.channel_name)));
  };
  await answerInNewThread(services, client, { channel, user, text, earlier: [], workspace }, { asker, onRefusal });
}
