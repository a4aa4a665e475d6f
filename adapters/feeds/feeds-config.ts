import type { EnvReader } from "../env.ts";

/** Which feeds the bot reads by itself, and how often. */
export interface FeedsConfig {
  /** As they were written, with a name and a password where they have one. */
  readonly addresses: readonly string[];
  readonly everyMs: number;
  /** Whether addresses of one's own network are read, too. */
  readonly allowPrivate: boolean;
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const EVERY = /^(\d{1,4})\s*([mhd])$/i;
const DEFAULT_EVERY_MS = UNITS.h;

/** Reads FEEDS, FEEDS_EVERY and FEEDS_ALLOW_PRIVATE; `null` where there are no feeds; faults go to the reader. */
export function parseFeeds(reader: EnvReader): FeedsConfig | null {
  const everyMs = parseEvery(reader);
  const allowPrivate = reader.flag("FEEDS_ALLOW_PRIVATE");
  // An address may hold commas.
  const addresses = (reader.text("FEEDS") ?? "").split(/[\s,]+(?=https?:)|\s+/i).filter((address) => address !== "");
  if (!addresses.every(isWebAddress))
    reader.fault("FEEDS must be addresses of feeds that begin with http:// or https://, apart by blanks or commas.");
  return addresses.length === 0 ? null : { addresses: [...new Set(addresses)], everyMs, allowPrivate };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function parseEvery(reader: EnvReader): number {
  const text = reader.text("FEEDS_EVERY");
  if (text === null) return DEFAULT_EVERY_MS;
  const [, count = "0", unit = "m"] = EVERY.exec(text) ?? [];
  const [, unitMs = 0] = Object.entries(UNITS).find(([name]) => name === unit.toLowerCase()) ?? [];
  if (Number(count) === 0) reader.fault("FEEDS_EVERY must be minutes, hours or days, such as 15m, 1h or 1d.");
  return Number(count) * unitMs;
}
