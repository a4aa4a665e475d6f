/**
 * What a look at one part of the installation found: `passed` and `failed` are sure, `skipped` is what is not set up or cannot be
 * seen from here. `todo` is the next step, where there is one.
 */
export interface Check {
  readonly name: string;
  readonly status: "passed" | "failed" | "skipped";
  readonly says: string;
  readonly todo: string | null;
}

/** A part that is as it should be. */
export function passed(name: string, says: string, todo: string | null = null): Check {
  return { name, status: "passed", says, todo };
}

/** A part that somebody has to mend. */
export function failed(name: string, says: string, todo: string | null): Check {
  return { name, status: "failed", says, todo };
}

/** A part that could not be looked at, or need not be. */
export function skipped(name: string, says: string, todo: string | null = null): Check {
  return { name, status: "skipped", says, todo };
}

// Slack's signatures are good for five minutes, and Discord's interactions for three seconds of its clock.
const MAX_DRIFT_S = 60;

/**
 * Compares this machine's clock with the `Date` header of a platform's response, which is exact to the second.
 * @param seenAt when it came, in milliseconds since 1970.
 */
export function checkClock(name: string, date: string | null, seenAt: number): Check {
  const there = Date.parse(date ?? "");
  if (Number.isNaN(there)) return skipped(name, "its responses tell no time");
  const drift = Math.round((seenAt - there) / 1000);
  if (Math.abs(drift) <= MAX_DRIFT_S) return passed(name, "the clock of this machine is right");
  const way = drift > 0 ? "ahead" : "behind";
  return failed(
    name,
    `the clock of this machine is ${Math.abs(drift)} seconds ${way}`,
    "Set it by NTP (timedatectl set-ntp true): what comes would be taken for too old, and limits would be counted wrongly.",
  );
}
