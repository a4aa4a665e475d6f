import type { Span } from "../answer/answer.ts";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

// A title or abbreviation that is followed by what it belongs to, so that its full stop ends no sentence.
const LEADING_ABBREVIATION =
  /(?:^|[\s([“‘"'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|St|Hon|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Pres|Amb|Supt|Insp|Det|No|Nos|Art|Sec|Fig|vs|v|cf|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|e\.g|i\.e)\.\s*$/;
// Initials and initialisms (John F. Kennedy, L. P., U.S.), and company endings.
const INITIALS = /(?:^|[\s([“‘"'.\-–—])(?:\p{Lu}\.\s?)*\p{Lu}\.\s*$/u;
const TRAILING_ABBREVIATION = /(?:^|\s)(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|a\.m|p\.m|al|Bros|Mt|Ave|Blvd)\.\s*$/;
// Words that begin a sentence far more often than they follow an initial or an abbreviation.
const SENTENCE_OPENER =
  /^[“‘"'(\s]*(?:The|A|An|It|Its|He|She|His|Her|They|Their|We|Our|I|You|This|That|These|Those|There|But|And|Or|So|In|On|At|As|For|From|By|With|When|While|Where|If|After|Before|Since|Although|However|Meanwhile|Some|Most|Many|Both|No|Not|What|Who|How|Why)\b/;
const LOWER_CASE_START = /^[\p{Ll}\d,;:)\]–—-]/u;
const CLOSING_ONLY = /^[\s”’"')\]]+$/;

/**
 * The sentences of one paragraph as spans into `text`, without the white space around them, in order. Unicode's rules
 * (Intl.Segmenter) cut first; cuts behind abbreviations, initials and a quotation that the sentence goes on after
 * are undone.
 */
export function splitSentences(text: string, offset = 0): Span[] {
  const spans: Span[] = [];
  let from = 0;
  let piece = "";
  const segments = [...SEGMENTER.segment(text)].map((segment) => segment.segment);
  segments.forEach((segment, at) => {
    piece += segment;
    const next = segments[at + 1];
    if (next !== undefined && goesOn(piece, next)) return;
    const lead = piece.length - piece.trimStart().length;
    const body = piece.trim();
    if (body !== "") spans.push({ start: offset + from + lead, end: offset + from + lead + body.length });
    from += piece.length;
    piece = "";
  });
  return spans;
}

function goesOn(before: string, next: string): boolean {
  if (next.trim() === "" || CLOSING_ONLY.test(next)) return true;
  if (/^\p{Ll}/u.test(next) || (LOWER_CASE_START.test(next) && !/[.!?]["”’')\]]*\s+$/.test(before))) return true;
  if (LEADING_ABBREVIATION.test(before)) return true;
  if (INITIALS.test(before) || TRAILING_ABBREVIATION.test(before)) return !SENTENCE_OPENER.test(next);
  return false;
}
