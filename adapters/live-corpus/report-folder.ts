import { describeFault, type LoadedCorpus } from "../../src/index.ts";
import type { Log } from "../log.ts";

/** Of more than so many at a time, only how many there are. */
const MOST_LINES = 20;

/**
 * @returns what tells an operator of the faults of a folder and of what is passed over in it: each when it turns up, and not
 * again with every other change.
 */
export function createFolderReport(log: Log): (found: Pick<LoadedCorpus, "faults" | "passedOver">) => void {
  let faultsTold: ReadonlySet<string> = new Set();
  let othersTold: ReadonlySet<string> = new Set();

  const tell = (say: (line: string) => void, lines: readonly string[], known: ReadonlySet<string>) => {
    const fresh = lines.filter((line) => !known.has(line));
    for (const line of fresh.slice(0, MOST_LINES)) say(line);
    if (fresh.length > MOST_LINES) say(`… and ${fresh.length - MOST_LINES} more; \`talks check\` names them all.`);
    return new Set(lines);
  };
  return ({ faults, passedOver }) => {
    faultsTold = tell(
      log.warn,
      faults.map((fault) => `The corpus has a fault: ${describeFault(fault)}`),
      faultsTold,
    );
    othersTold = tell(
      log.info,
      passedOver.map(({ file, reason }) => `Passed over in the corpus: ${file}: ${reason}.`),
      othersTold,
    );
  };
}
