const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** The segmenter copies its whole text for every sentence it finds, so that it is given little at a time. */
const WINDOW = 1000;
/** Behind one of these nothing can join what was cut before it: letters, ends of sentences, line breaks. */
const DECIDES = /[\p{Lu}\p{Ll}\p{Lo}.!?。！？\n]/u;

/** Where Unicode's sentences (UAX #29) of a text end, in order: UTF-16 offsets, the last one is the text's length. */
export function segmentEnds(text: string): number[] {
  const ends: number[] = [];
  let width = WINDOW;
  for (let from = 0; from < text.length; ) {
    const isLast = from + width >= text.length;
    const window = text.slice(from, from + width);
    const decided = isLast ? window.length : lastDeciding(window);
    const found: number[] = [];
    for (const { index } of SEGMENTER.segment(window)) if (index > 0 && index <= decided) found.push(from + index);
    if (isLast) found.push(text.length);
    for (const end of found) ends.push(end);
    from = found.at(-1) ?? from;
    width = found.length > 0 ? WINDOW : 2 * width;
  }
  return ends;
}

function lastDeciding(window: string): number {
  let at = window.length - 1;
  while (at > 0 && !DECIDES.test(window.charAt(at))) at--;
  return at;
}
