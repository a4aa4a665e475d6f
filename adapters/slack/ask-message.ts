import type { App, webApi } from "@slack/bolt";
import { isOpenQuestion } from "../conversation/addressed.ts";
import { admit } from "../conversation/admission.ts";
import type { Who } from "../conversation/observer.ts";
import { parseRequest } from "../conversation/request.ts";
import { NOTHING_ASKED } from "../conversation/texts.ts";
import { rootOf } from "./anchor.ts";
import { answerInPlace, composeAnswer, withHint } from "./ask.ts";
import { askingIn } from "./asking.ts";
import { describeElsewhere } from "./hints.ts";
import { mention, readMrkdwn } from "./markup.ts";
import { type Message, sentence } from "./message.ts";
import { type ConversationPlace, directConversation, threadConversation } from "./places.ts";
import type { Place } from "./post.ts";
import { readMessageEvent, type Said } from "./read-event.ts";
import { renderHelp, renderSources } from "./render-help.ts";
import type { Services } from "./services.ts";
import { whisperTo } from "./whisper.ts";
import { type Origin, type Workspace, workspaceOf } from "./workspace.ts";

/**
 * Answers mentions, direct messages, and plain questions in threads that the command opened. A mention comes twice, as
 * `app_mention` and as `message`; whichever is first is answered.
 */
export function listenToMessages(app: App, services: Services): void {
  app.event("app_mention", ({ event, client, context }) =>
    services.handle("mention", () => hear(services, client, { event, mentioned: true, ...whoIsWho(context) })),
  );
  app.event("message", ({ event, client, context }) =>
    services.handle("message", () => hear(services, client, { event, mentioned: false, ...whoIsWho(context) })),
  );
}

interface Heard {
  readonly event: unknown;
  readonly mentioned: boolean;
  readonly workspace: Workspace;
  readonly bot: string | null;
}

function whoIsWho(context: Origin & { readonly botUserId?: string }) {
  return { workspace: workspaceOf(context), bot: context.botUserId ?? null };
}

async function hear(
  services: Services,
  client: webApi.WebClient,
  { event, mentioned, workspace, bot }: Heard,
): Promise<void> {
  const message = readMessageEvent(event);
  if (message === null) return;
  if (message.kind === "deleted") return services.deleted.note(message.channel, message.ts);
  const isMention = mentioned || (bot !== null && message.text.includes(mention(bot)));
  const isAddressed = message.isDirect || isMention;
  if (!isAddressed && !(await isFollowUp(services, message))) return;
  await services.once(`${workspace.teamId ?? ""}:${message.channel}:${message.ts}`, () =>
    reply(services, client, { said: message, isAddressed, workspace, bot }),
  );
}

async function isFollowUp({ conversations }: Services, { channel, threadTs, text }: Said): Promise<boolean> {
  if (threadTs === null || !isOpenQuestion(text)) return false;
  const conversation = await conversations.find(threadConversation(channel, threadTs, "command").key);
  return conversation?.openedBy === "command";
}

interface Addressed {
  readonly said: Said;
  /** Whether Talks was called, rather than asked without a mention in its own thread. */
  readonly isAddressed: boolean;
  readonly workspace: Workspace;
  readonly bot: string | null;
}

async function reply(services: Services, client: webApi.WebClient, addressed: Addressed): Promise<void> {
  const { said, bot, workspace } = addressed;
  const { channel, user, isDirect } = said;
  const words = readMrkdwn(said.text, bot);
  const request = parseRequest(words);
  // In a direct message everything is between the two anyway.
  const show = async (message: Message): Promise<unknown> =>
    isDirect
      ? services.post(client, placeOf(said), message)
      : whisperTo(client, { channel, user, threadTs: said.threadTs }, services.log)(message);

  if (request.kind === "help") await show(renderHelp(services.engine().coverage, words === "" ? NOTHING_ASKED : null));
  else if (request.kind === "sources") await show(renderSources(services.engine().coverage));
  else {
    const asker = askingIn(channel, user, addressed.isAddressed);
    if (!(await admit(services, asker, request.text, (reason) => show(sentence(reason))))) return;
    const conversation = conversationOf(addressed);
    if (request.audience === "asker" && !isDirect)
      await show(await answerPrivately(services, conversation, request.text, asker));
    else await answerOpenly(services, client, { said, conversation, text: request.text, asker, workspace });
  }
}

function placeOf({ channel, ts, threadTs, isDirect }: Said): Place {
  return { channel, threadTs: isDirect ? threadTs : (threadTs ?? ts), questionTs: ts };
}

function conversationOf({ said, workspace }: Addressed): ConversationPlace {
  const { channel, user, ts, threadTs, isDirect } = said;
  return isDirect
    ? directConversation(workspace.teamId ?? "", user, threadTs)
    : threadConversation(channel, threadTs ?? ts, "mention");
}

/** Only the asker sees it, so the thread does not remember the question either. */
async function answerPrivately(
  services: Services,
  { key }: ConversationPlace,
  text: string,
  asker: Who,
): Promise<Message> {
  const conversation = await services.conversations.find(key);
  const earlier = conversation?.questions ?? [];
  return composeAnswer(services, { text, earlier }, { audience: "asker", askedBy: null, asker });
}

interface OpenlyAsked {
  readonly said: Said;
  readonly conversation: ConversationPlace;
  readonly text: string;
  readonly asker: Who;
  readonly workspace: Workspace;
}

async function answerOpenly(
  services: Services,
  client: webApi.WebClient,
  { said, conversation, text, asker, workspace }: OpenlyAsked,
): Promise<void> {
  const place = placeOf(said);
  const answered = await answerInPlace(services, client, {
    text,
    conversation,
    place,
    askedBy: null,
    asker,
    workspace,
  });
  if (answered.kind === "refused" && !said.isDirect) await answerElsewhere(services, client, said, text);
}

async function answerElsewhere(
  services: Services,
  client: webApi.WebClient,
  { channel, user }: Said,
  text: string,
): Promise<void> {
  const message = await composeAnswer(services, { text }, { audience: "everyone", askedBy: user, asker: null });
  await services.post(client, rootOf(user), withHint(message, describeElsewhere(channel)));
}
