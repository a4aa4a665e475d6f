/** Why something in a corpus folder is not served as it stands; `line` counts from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A file that is no article at all may have something wrong in every line: whoever has mended so many looks again. */
const MOST_FAULTS = 20;

/** Thrown with everything that is wrong in one file of the corpus folder; of very much, with the first of it and how much more. */
export class FormatError extends Error {
  override name = "FormatError";
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    const [next] = faults.slice(MOST_FAULTS);
    const more = next ? [{ ...next, message: `and ${faults.length - MOST_FAULTS} more faults from here on` }] : [];
    const told = [...faults.slice(0, MOST_FAULTS), ...more];
    super(told.map(describeFault).join("\n"));
    this.faults = told;
  }
}

/** A fault as a line that people and editors can follow: `file:line: what is wrong`. */
export function describeFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`;
}
