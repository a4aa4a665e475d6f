import { archiveSecrets } from "../archive/archive-config.ts";
import type { Config } from "../config.ts";

const SECRET = "[secret]";
// Shorter ones would be found inside innocent words.
const MIN_SECRET_LENGTH = 6;

/** What tokens look like, for those that the configuration does not know: of other workspaces, in headers, in addresses. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bxox[a-z](?:-|\.)[\w.-]{8,}/g, SECRET],
  [/\bxapp-[\w-]{8,}/g, SECRET],
  [/\b(Bearer|Bot|Basic)\s+[\w.~+/=-]{16,}/g, `$1 ${SECRET}`],
  [/\b[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,}/g, SECRET],
  [/(:\/\/[^\s/:@"\\]*:)[^\s/@"\\]+@/g, `$1${SECRET}@`],
];

/** Takes the given secrets, and whatever looks like one, out of a text. */
export function createRedaction(secrets: readonly string[]): (text: string) => string {
  // A secret stands in a line of JSON the way JSON writes it.
  const known = [...new Set(secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH))]
    .map((secret) => JSON.stringify(secret).slice(1, -1))
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const withoutKnown = known.reduce((line, secret) => line.replaceAll(secret, SECRET), text);
    return SHAPES.reduce((line, [shape, replacement]) => line.replace(shape, replacement), withoutKnown);
  };
}

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
