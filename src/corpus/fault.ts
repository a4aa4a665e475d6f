/** Why something in a corpus folder is not served as it stands; `line` counts from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Thrown with everything that is wrong in one file of the corpus folder. */
export class FormatError extends Error {
  override name = "FormatError";
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(describeFault).join("\n"));
    this.faults = faults;
  }
}

/** A fault as a line that people and editors can follow: `file:line: what is wrong`. */
export function describeFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`;
}
