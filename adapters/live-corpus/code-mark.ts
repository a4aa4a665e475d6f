import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGE_ROOT } from "../package-root.ts";

const CORE = fileURLToPath(new URL("../../src", import.meta.url));
/** npm's own note of the exact versions that are installed. */
const INSTALLED = join(PACKAGE_ROOT, "node_modules", ".package-lock.json");

/**
 * Stands for the code that reads a corpus: another text with every change to it, to a library it uses, or to Node. The
 * version in package.json would not do, because it stays the same between two commits.
 */
export function codeMark(): string {
  const hash = createHash("sha256").update(`${process.version} ${process.versions.v8}\n`);
  const files = readdirSync(CORE, { recursive: true, encoding: "utf8" }).filter((name) => /\.[jt]s$/.test(name));
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(CORE, name)));
  return hash.update(installed()).digest("hex");
}

function installed(): Uint8Array {
  try {
    return readFileSync(INSTALLED);
  } catch {
    // Installed by something else than npm: then the code alone has to do.
    return new Uint8Array();
  }
}
