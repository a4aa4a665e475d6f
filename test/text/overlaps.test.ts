import fc from "fast-check";
import { expect, test } from "vitest";
import { overlapsInOrder } from "../../src/text/overlaps.ts";

const place = fc.nat({ max: 60 });
const spans = fc
  .array(fc.tuple(place, place), { maxLength: 30 })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start));
/** Stretches that follow each other, with gaps or without. */
const stretches = fc
  .uniqueArray(place, { maxLength: 20 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) => cuts.slice(1).map((end, at) => ({ start: cuts[at] ?? 0, end })));

test("the spans that reach into one stretch after another are those that begin before its end and end behind its start", () => {
  fc.assert(
    fc.property(spans, stretches, (all, parts) => {
      const within = overlapsInOrder(all);
      const found = parts.map((part) => within(part));
      expect(found).toEqual(parts.map(({ start, end }) => all.filter((one) => one.start < end && one.end > start)));
    }),
  );
});
