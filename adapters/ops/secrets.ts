import { archiveSecrets } from "../archive/archive-config.ts";
import type { Config } from "../config.ts";

/** Every value of the configuration that a log must never show. */
export function secretsOf({
  slack,
  discord,
  stateUrl,
  feeds,
  archive,
}: Pick<Config, "slack" | "discord" | "stateUrl" | "feeds" | "archive">): string[] {
  const redis = stateUrl === null ? [] : [stateUrl, ...passwordsIn(stateUrl)];
  return [
    ...slackSecrets(slack),
    ...(discord ? [discord.token] : []),
    ...redis,
    ...(feeds?.addresses ?? []).flatMap(passwordsIn).filter((password) => password !== ""),
    ...archiveSecrets(archive),
  ];
}

/** The password of an address as it stands there, and as it is meant. */
function passwordsIn(address: string): readonly string[] {
  const { password } = new URL(address);
  const isEncoded = /%[0-9a-f]{2}/i.test(password);
  try {
    return isEncoded ? [password, decodeURIComponent(password)] : [password];
  } catch {
    return [password];
  }
}

function slackSecrets(slack: Config["slack"]): readonly string[] {
  return Object.entries(slack ?? {}).flatMap(([name, value]) =>
    typeof value === "string" && /(?:Token|Secret)$/.test(name) ? [value] : [],
  );
}
