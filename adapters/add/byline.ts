import { ROLE } from "../bylines.ts";
import { oneLine } from "./characters.ts";
import { withoutDates } from "./dates.ts";

const BY =
  /^(?:(?:written|reported|words|text|story|posted|published|report|analysis|opinion|interview|review)\s+)?(?:by|from)[:\s]+|^(?:authors?|writers?|reporters?|text|words)\s*:\s*/iu;
const SEPARATOR = /\s*(?:[|•·●▪∙/\n]|\s[–—-]\s)\s*/u;
const BETWEEN_NAMES = /\s*(?:[,;&]|\b(?:and|with)\b)\s*/iu;
const NAME_WORD = "(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|[OD]['’]\\p{Lu}[\\p{L}’'-]*|\\p{Lu}\\.)";
const PARTICLE =
  "(?:a[lnf]|af|av|bin|bint|da|das|de|del|della|den|der|di|dos|du|el|ibn|in['’]t|la|las|le|los|of|op|ten|ter|van|vom|von|zu|zum|y|e|i|’t|d[’'])";
const NAME = new RegExp(
  `^(?:${PARTICLE} )*${NAME_WORD}(?:[ -](?:${NAME_WORD}|${PARTICLE}(?= )|${PARTICLE}$))*(?:,? (?:Jr|Sr)\\.?)?$`,
  "u",
);
const MAX_NAME_WORDS = 6;
const NOISE =
  /(?:\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?min(?:ute)?s?\b(?: (?:read|listen))?|\b(?:published|updated|posted|modified|created|last|first|edited)\b.*|\b\d{1,2}[:.]\d{2}\b.*|\b\d{1,2}\s?[ap]\.?m\b\.?.*|@\w+.*|\S+@\S+.*|https?:\S+.*|\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s*$|\b(?:\d+|an?|one|two|three) (?:second|minute|hour|day|week|month)s? ago\b|\bfollow\b.*|\bshare\b.*|\bcomments?\b.*|\bread(?:ing)? time\b.*)/iu;

const MAX_LINE = 160;
const CLOCK_LINE = /^\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?$/i;

/** Whether a line is a time of day and nothing else. */
export function isClock(line: string): boolean {
  return CLOCK_LINE.test(line.trim());
}

/** A byline without the "By" before it. */
export function authorOf(text: unknown): string | null {
  const line = oneLine(text);
  return line === null ? null : oneLine(line.replace(BY, ""));
}

/**
 * The names in a byline, without dates, roles, places and times of reading; `null` where none can be told. `outlet` is no author
 * beside a person.
 */
export function namesInByline(text: string | null, outlet: string | null = null): string | null {
  const line = oneLine(text?.replace(/\n/g, " | "));
  if (line === null) return null;
  const names = line
    .split(SEPARATOR)
    .flatMap((part) => namesIn(part))
    .filter((name) => name.toLowerCase() !== outlet?.toLowerCase());
  return names.length > 0 ? oneLine([...new Set(names)].join(", ")) : null;
}

/** Whether a line begins as bylines do. */
export function saysBy(line: string): boolean {
  return /^(?:(?:written|reported|words|text|story|posted|published) )?by[:\s]/iu.test(line.trim());
}

/** Whether a line holds nothing but who wrote something and when: no word of a story. */
export function isBylineOrDate(line: string, author: string | null): boolean {
  if (line.length > MAX_LINE) return false;
  const names = author?.split(", ") ?? [];
  let rest = withoutDates(line);
  if (rest === line && !saysBy(line) && !names.some((name) => line.includes(name)) && !NOISE.test(line)) return false;
  for (const name of names) rest = rest.replaceAll(name, " ");
  const left = rest
    .replace(
      /\b(?:by|from|and|with|in|at|on|the|published|updated|last|first|posted|modified|author|written|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b/giu,
      " ",
    )
    .split(SEPARATOR)
    .map((part) => part.replace(NOISE, " "))
    .filter((part) => !ROLE.test(part))
    .join(" ");
  return (left.match(/\p{L}{2,}/gu)?.length ?? 0) <= (saysBy(line) ? 4 : 1);
}

function namesIn(part: string): string[] {
  const text = withoutDates(part)
    .replace(NOISE, "")
    .replace(/^\(|\)$/g, "")
    .trim();
  const names: string[] = [];
  for (const piece of text.replace(BY, "").split(BETWEEN_NAMES)) {
    const name = cut(piece.replace(BY, ""));
    if (name !== null) names.push(name);
    // Behind the first thing that is no name stand roles and places.
    else if (names.length > 0) break;
  }
  return names;
}

/** The name at the beginning of a piece: "Ada Quill in Brussels" is by Ada Quill. */
function cut(piece: string): string | null {
  const [name = ""] = piece.trim().split(/\s+(?:in|at|for|from|on|reporting)\s+|\s*[(–—]\s*|,\s*(?=\p{Ll})/u);
  const known = unshouted(name.replace(/[.:]$/, "").trim());
  if (!NAME.test(known) || known.split(/\s+/).length > MAX_NAME_WORDS || ROLE.test(known)) return null;
  return known;
}

/** ADA QUILL is Ada Quill; a single word in capitals is an agency. */
function unshouted(name: string): string {
  if (!/^\P{Ll}+$/u.test(name) || !/\s/.test(name) || /\b\p{Lu}\.?\s*$/u.test(name)) return name;
  return name
    .replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/\b(Mc|O['’])(\p{Ll})/gu, (_, start: string, letter: string) => start + letter.toUpperCase());
}
