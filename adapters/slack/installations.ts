import type { App, Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { isRecord } from "../chat/parse-json.ts";
import type { Json, State } from "../chat/state.ts";
import type { Services } from "./services.ts";

/** An installation holds until the workspace takes it back; the state wants an end for everything. */
const INSTALLED_MS = 10 * 365 * 24 * 60 * 60_000;

/** Keeps in `state` the tokens of the workspaces that have installed Talks. */
export function createInstallationStore(state: State): InstallationStore {
  return {
    storeInstallation: (installation) => state.set(keyOf(ownerOf(installation)), toJson(installation), INSTALLED_MS),
    async fetchInstallation(query) {
      const installation = await state.get(keyOf(query));
      if (!isInstallation(installation)) throw new Error("Talks is not installed in this workspace.");
      return installation;
    },
    deleteInstallation: (query) => state.delete(keyOf(query)),
  };
}

/** Forgets a workspace that removes Talks or takes back its token. */
export function listenToRemovals(app: App, state: State, { handle, log }: Services): void {
  const forget = (owner: Owner) =>
    handle("removal", async () => {
      await state.delete(keyOf(owner));
      log.info("A workspace removed Talks.", { team: owner.teamId });
    });
  app.event("app_uninstalled", ({ context }) => forget(context));
  app.event("tokens_revoked", async ({ event, context }) => {
    if (event.tokens.bot && event.tokens.bot.length > 0) await forget(context);
  });
}

/** A workspace, or a whole organisation where Talks is installed for all of it. */
type Owner = Pick<Partial<InstallationQuery<boolean>>, "teamId" | "enterpriseId" | "isEnterpriseInstall">;

function keyOf({ teamId, enterpriseId, isEnterpriseInstall }: Owner): string {
  return `slack:installation:${isEnterpriseInstall ? enterpriseId : teamId}`;
}

function ownerOf({ team, enterprise, isEnterpriseInstall = false }: Installation): Owner {
  return { teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall };
}

function toJson(installation: Installation): Json {
  return JSON.parse(JSON.stringify(installation));
}

function isInstallation(value: unknown): value is Installation {
  return isRecord(value) && isRecord(value.user) && isRecord(value.bot) && typeof value.bot.token === "string";
}
