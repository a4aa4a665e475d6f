/** Units by what they measure: how many days, metres, kilograms or hundredths one is, then its words. Months and years at their usual length. */
export const UNITS: readonly (readonly [dimension: string, size: number, words: string])[] = [
  ["time", 1 / 86_400, "second seconds"],
  ["time", 1 / 1440, "minute minutes"],
  ["time", 1 / 24, "hour hours"],
  ["time", 1, "day days night nights"],
  ["time", 7, "week weeks"],
  ["time", 30.4, "month months"],
  ["time", 365, "year years"],
  ["time", 3650, "decade decades"],
  ["length", 0.01, "centimetre centimetres centimeter centimeters cm"],
  ["length", 0.3048, "foot feet ft"],
  ["length", 1, "metre metres meter meters"],
  ["length", 1000, "kilometre kilometres kilometer kilometers km"],
  ["length", 1609, "mile miles"],
  ["weight", 1, "kilogram kilograms kilo kilos kg"],
  ["weight", 1000, "tonne tonnes ton tons"],
  ["share", 1, "percent pc"],
];

/** Adjectives of size: "how deep" asks for an amount. */
export const EXTENTS = "far high deep tall wide long heavy large big";
