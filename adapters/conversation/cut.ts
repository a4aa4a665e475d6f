const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A space is a better place to cut than a letter, unless it costs more than this share of the text. */
const LEAST_SHARE_AT_A_SPACE = 0.7;

/** The text, or as much of its beginning as fits into `limit` UTF-16 units with an ellipsis, cut between words. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(" ", limit - 1);
  const end = space >= limit * LEAST_SHARE_AT_A_SPACE ? space : lastBoundary(text, limit - 1);
  return `${text.slice(0, end)}…`;
}

/** The text as `write` puts it, cut so that it takes at most `limit` UTF-16 units with its escapes. */
export function cutEscaped(text: string, limit: number, write: (text: string) => string): string {
  let room = limit;
  let escaped = write(cutText(text, room));
  while (escaped.length > limit) {
    room = Math.floor(room * (limit / escaped.length));
    escaped = write(cutText(text, room));
  }
  return escaped;
}

/** The last place at or before `limit` that is not inside a character as a reader counts them. */
function lastBoundary(text: string, limit: number): number {
  let end = 0;
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, limit + 1))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end;
}
