import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CODE_FOLDER, wordNetPackage } from "../../src/index.ts";

/** The sources; or what is built of them, with its libraries, but not what measures it, which has folders of its own. */
const CODE = /\.ts$|^[^/\\]+\.cjs$/;

/**
 * Stands for the code that reads a corpus: another text with every change to it, to a library it uses, or to Node. The
 * version in package.json would not do, because it stays the same between two commits.
 */
export function codeMark(): string {
  const hash = createHash("sha256").update(`${process.version} ${process.versions.v8}\n`);
  const files = readdirSync(CODE_FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => CODE.test(name));
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(CODE_FOLDER, name)));
  return hash.update(wordNetMark()).digest("hex");
}

/** WordNet alone is not built in. */
function wordNetMark(): Uint8Array {
  try {
    return readFileSync(wordNetPackage());
  } catch {
    return new Uint8Array();
  }
}
