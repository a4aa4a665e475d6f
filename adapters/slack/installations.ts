import type { App, Installation, InstallationStore } from "@slack/bolt";
import { isRecord } from "../conversation/parse-json.ts";
import type { Json, State } from "../conversation/state.ts";
import type { Origin, Workspace } from "./place.ts";
import type { SlackBot } from "./write.ts";

/** What Talks asks a workspace for, and why; `manifest.json` asks for the same. */
export const SCOPES = {
  "app_mentions:read": "to hear @Talks",
  "assistant:write": "to suggest questions in the agent view",
  "channels:history": "to hear follow-up questions in its threads, and that a question was changed or deleted",
  "chat:write": "to answer",
  "chat:write.public": "to answer the command in public channels without being invited",
  commands: "to take the command and the message shortcut",
  "groups:history": "the same as channels:history, in private channels it was invited to",
  "im:history": "to hear direct messages",
  "mpim:history": "the same as channels:history, in group direct messages that it is part of",
} as const;

/** An installation holds until the workspace takes it back; the state wants an end for everything. */
const INSTALLED_MS = 10 * 365 * 24 * 60 * 60_000;

/** Keeps in `state` the tokens of the workspaces that have installed Talks. */
export function createInstallationStore(state: State): InstallationStore {
  return {
    storeInstallation: (installation) => state.set(keyOf(ownerOf(installation)), toJson(installation), INSTALLED_MS),
    fetchInstallation: (query) => fetchInstallation(state, query),
    deleteInstallation: (query) => state.delete(keyOf(query)),
  };
}

/** The token with which Talks may post in a workspace. */
export async function fetchBotToken(state: State, workspace: Workspace): Promise<string> {
  const { teamId, enterpriseId, isEnterpriseInstall } = workspace;
  const origin = { teamId: teamId ?? undefined, enterpriseId: enterpriseId ?? undefined, isEnterpriseInstall };
  return (await fetchInstallation(state, origin)).bot.token;
}

/** Forgets a workspace that removes Talks or takes back its token. */
export function listenToRemovals(app: App, state: State, { run, log }: SlackBot): void {
  const forget = (owner: Origin) =>
    run("removal", async () => {
      await state.delete(keyOf(owner));
      log.info("A workspace removed Talks.", { team: owner.teamId });
    });
  app.event("app_uninstalled", ({ context }) => forget(context));
  app.event("tokens_revoked", async ({ event, context }) => {
    if (event.tokens.bot && event.tokens.bot.length > 0) await forget(context);
  });
}

async function fetchInstallation(state: State, origin: Origin): Promise<BotInstallation> {
  const installation = await state.get(keyOf(origin));
  if (!isInstallation(installation)) throw new Error("Talks is not installed in this workspace.");
  return installation;
}

type BotInstallation = Installation & { readonly bot: { readonly token: string } };

function keyOf({ teamId, enterpriseId, isEnterpriseInstall }: Origin): string {
  return `slack:installation:${isEnterpriseInstall ? enterpriseId : teamId}`;
}

function ownerOf({ team, enterprise, isEnterpriseInstall = false }: Installation): Origin {
  return { teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall };
}

/** Who installed Talks is of no use to it, and not kept. */
function toJson(installation: Installation): Json {
  return JSON.parse(JSON.stringify({ ...installation, user: {} }));
}

function isInstallation(value: unknown): value is BotInstallation {
  return isRecord(value) && isRecord(value.user) && isRecord(value.bot) && typeof value.bot.token === "string";
}
