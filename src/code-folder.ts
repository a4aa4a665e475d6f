import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that this code runs from: the sources of the core, or all that was built of them and of what uses them. */
export const CODE_FOLDER = dirname(fileURLToPath(import.meta.url));
