import { join } from "node:path";
import { PACKAGE_ROOT } from "../package-root.ts";

/** The folder of the corpus that comes with Talks. */
export const OWN_CORPUS = join(PACKAGE_ROOT, "corpus");

/** A snapshot of its index that `npm run build` made: it spares the first question the reading of the articles. */
export const OWN_INDEX = join(PACKAGE_ROOT, "dist", "corpus.index");
