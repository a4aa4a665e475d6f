import { type Check, failed, passed } from "../diagnosis.ts";
import { messageOf } from "../operator-error.ts";
import type { ArchiveConfig } from "./archive-config.ts";
import { ASKING, openArchive } from "./client.ts";
import { readArchive } from "./live-archive.ts";
import { countEncoded } from "./vectors.ts";

/** Looks whether an archive can be asked, as a bot will, and changes nothing there. */
export async function diagnoseArchive(config: ArchiveConfig): Promise<Check> {
  try {
    const archive = openArchive(config, ASKING);
    try {
      const view = await readArchive(archive);
      const byWords = (await countEncoded(archive, view)) === 0 ? ", found by words alone: none is encoded" : "";
      return passed(
        "Articles",
        `${view.lexicon.sources.length} in the archive at ${config.nodes.join(", ")}${byWords}`,
      );
    } finally {
      await archive.close();
    }
  } catch (error) {
    return failed(
      "Articles",
      messageOf(error),
      "docs/archive.md says what each sentence means: When something is wrong.",
    );
  }
}
