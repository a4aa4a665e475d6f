import type { EnvReader } from "../env.ts";

/** How the archive is reached, and what it is called there. */
export interface ArchiveConfig {
  /** Addresses of its nodes, one at least. */
  readonly nodes: readonly string[];
  readonly access: ArchiveAccess;
  /** A file with the certificates that are trusted beside the system's; `null` for none. */
  readonly caFile: string | null;
  /** What the names of its indices begin with. */
  readonly name: string;
}

/** Who Talks is to the archive. */
export type ArchiveAccess =
  | { readonly kind: "none" }
  | { readonly kind: "password"; readonly user: string; readonly password: string }
  | { readonly kind: "key"; readonly key: string };

const WEB = ["http:", "https:"];
const DEFAULT_NAME = "talks";
const NAME = /^[a-z][a-z0-9_-]{0,63}$/;

/** Reads where the archive is, `null` where the articles are indexed in memory; faults go to the reader. */
export function parseArchive(reader: EnvReader): ArchiveConfig | null {
  const [urls, user, password, key, caFile, name] = [
    "INDEX_URL",
    "INDEX_USER",
    "INDEX_PASSWORD",
    "INDEX_API_KEY",
    "INDEX_CA_FILE",
    "INDEX_NAME",
  ].map(reader.text);
  if (!urls) {
    if (user || password || key || caFile || name)
      reader.fault("INDEX_URL is missing: the other INDEX_ variables belong to it.");
    return null;
  }
  const nodes = urls.split(/[\s,]+/).filter(Boolean);
  if (!nodes.every((node) => URL.canParse(node) && WEB.includes(new URL(node).protocol)))
    reader.fault("INDEX_URL must be one or more addresses that begin with http:// or https://, apart by commas.");
  else if (nodes.some((node) => new URL(node).password !== ""))
    reader.fault("INDEX_URL must hold no password: it belongs into INDEX_PASSWORD.");
  if (key && (user || password)) reader.fault("INDEX_API_KEY and INDEX_USER are two ways in: set one of them.");
  if (!user !== !password) reader.fault("INDEX_USER and INDEX_PASSWORD belong together: one of them is missing.");
  if (name && !NAME.test(name))
    reader.fault("INDEX_NAME must be of small letters, figures, - and _, beginning with a letter.");
  const access: ArchiveAccess = key
    ? { kind: "key", key }
    : user && password
      ? { kind: "password", user, password }
      : { kind: "none" };
  return { nodes, access, caFile: caFile ?? null, name: name ?? DEFAULT_NAME };
}

/** What of it a log must never show. */
export function archiveSecrets(config: ArchiveConfig | null): readonly string[] {
  switch (config?.access.kind) {
    case "password":
      return [config.access.password];
    case "key":
      return [config.access.key];
    default:
      return [];
  }
}
