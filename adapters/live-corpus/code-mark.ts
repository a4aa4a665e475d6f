import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CODE_FOLDER } from "../../src/index.ts";
import { PACKAGE_ROOT } from "../package-root.ts";

/** npm's own note of the exact versions that are installed. */
const INSTALLED = join(PACKAGE_ROOT, "node_modules", ".package-lock.json");

/**
 * Stands for the code that reads a corpus: another text with every change to it, to a library it uses, or to Node. The
 * version in package.json would not do, because it stays the same between two commits.
 */
export function codeMark(): string {
  const hash = createHash("sha256").update(`${process.version} ${process.versions.v8}\n`);
  const files = readdirSync(CODE_FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:cjs|ts)$/.test(name),
  );
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(CODE_FOLDER, name)));
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
