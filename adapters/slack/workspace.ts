import { isRecord } from "../conversation/parse-json.ts";

/** A workspace, or a whole organisation where Talks is installed for all of it. */
export interface Workspace {
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  readonly isEnterpriseInstall: boolean;
}

/** What an event, a command or a press says of where it comes from. */
export interface Origin {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

/** The workspace that something comes from. */
export function workspaceOf({ teamId, enterpriseId, isEnterpriseInstall }: Origin): Workspace {
  return {
    teamId: teamId ?? null,
    enterpriseId: enterpriseId ?? null,
    isEnterpriseInstall: isEnterpriseInstall ?? false,
  };
}

/** Reads a workspace that was kept. */
export function parseWorkspace(value: unknown): Workspace {
  const { teamId, enterpriseId, isEnterpriseInstall } = isRecord(value) ? value : {};
  return {
    teamId: typeof teamId === "string" ? teamId : null,
    enterpriseId: typeof enterpriseId === "string" ? enterpriseId : null,
    isEnterpriseInstall: isEnterpriseInstall === true,
  };
}
