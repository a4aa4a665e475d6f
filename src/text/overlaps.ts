import type { Span } from "./span.ts";

/**
 * Finds, for one stretch of text after the other, which of many spans reach into it. Each call has to begin and end behind
 * the one before it: then all calls together look at each span once, and once more for each stretch that it reaches into.
 * @param spans in the order of their starts; they may overlap.
 */
export function overlapsInOrder<Piece extends Span>(spans: readonly Piece[]): (stretch: Span) => readonly Piece[] {
  let next = 0;
  let open: readonly Piece[] = [];
  return ({ start, end }) => {
    const from = next;
    while (next < spans.length && (spans[next]?.start ?? end) < end) next++;
    open = [...open, ...spans.slice(from, next)].filter((one) => one.end > start);
    return open;
  };
}
