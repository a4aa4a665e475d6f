import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package, the same for the sources and for the build in `dist/`. */
export const PACKAGE_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The folder of the corpus that comes with Talks. */
export const OWN_CORPUS = join(PACKAGE_ROOT, "corpus");

/** The version in `package.json`, and the oldest Node that it wants. */
export function readManifest(): { readonly version: string; readonly oldestNode: string } {
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8"));
  const { version, engines } = asRecord(manifest);
  return { version: String(version), oldestNode: String(asRecord(engines).node).replace(/^>=/, "") };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function findRoot(dir: string): string {
  if (existsSync(join(dir, "package.json"))) return dir;
  const parent = dirname(dir);
  if (parent === dir) throw new Error("The package.json of talks was not found.");
  return findRoot(parent);
}
