import { isPageChrome } from "./page-chrome.ts";

/**
 * What publishers add to a story and nobody asks for, beside the chrome of a page: rights, credits, corrections. Each pattern
 * has to hold for the paragraph's own form (its start, or all of it), so that a story about copyright is no boilerplate.
 */
const BOILERPLATE: readonly RegExp[] = [
  /^(?:©|\(c\)\s|copyright\b)/i,
  /^.{0,80}\ball rights reserved\b/i,
  /^[*_(]*(?:this (?:article|story|content|material)|the (?:article|story) above) (?:was|is|has been) (?:originally |first )?(?:published|syndicated|distributed|provided|reproduced|corrected|amended|updated)\b/i,
  /^[*_(]*an earlier version of (?:this|the) (?:article|story|report|headline|caption|chart)\b/i,
  /^.{0,60}\bdistributed by\b.{0,60}$/i,
  /^.{0,60}\bdistributed\.?$/i,
  /^\(?(?:with (?:assistance|contributions?|reporting|files) (?:from|by)|(?:additional )?(?:reporting|writing|editing|photograph[sy]?|graphics) by)\b/i,
  /^(?:photo(?:graph)?s?|image|picture|video|credit|source|graphic|illustration)s?\s*(?:credit|courtesy)?\s*[:/|]/i,
  /^words and (?:pictures|photo(?:graph)?s) by\b/i,
  /^(?:subscribe|sign up|log in|register|join|follow|like|share|download|click|tap|listen|watch|get)\b.{0,160}\b(?:newsletter|updates?|app|us on|here|whatsapp|telegram|facebook|twitter|youtube|podcast|account|edition|free trial|inbox|subscription|join the conversation)\b/i,
  /(?:^|[.!?]\s)Subscribe (?:for|to|now)\b/,
  /\bcontact us (?:for|about)\b|\bsubscription options\b|\boffered to subscribers\b/i,
  /^(?:visit|see|go to)\s+\S+\.(?:com|org|net|co|news)\b/i,
  /^(?:©|\S+\.com\b).{0,40}$/i,
  /^\(?(?:disclaimer|editor[’']s note|correction|clarification)\b\s*:/i,
];

/** Lines of names. Letters of all scripts take long to compile, so each has a sign that it cannot be without. */
const NAME_LINES: readonly (readonly [sign: RegExp, whole: RegExp])[] = [
  // A dateline that stands alone.
  [/^[^a-z\s]{3}/, /^\p{Lu}{3,}[\p{Lu} .’'-]*(?:,\s.{2,30}|\s\(\p{L}+\))$/u],
  [/^(?:[Bb]y|[Ww]ords by)\s/, /^(?:[Bb]y|[Ww]ords by)\s+(?:\p{Lu}[\p{L}.'’-]+\s?){2,5}$/u],
];

/** Whether a paragraph is a subscription note, a credit, a copyright line, a separator or the like. */
export function isBoilerplate(paragraph: string): boolean {
  return (
    isPageChrome(paragraph) ||
    BOILERPLATE.some((pattern) => pattern.test(paragraph)) ||
    NAME_LINES.some(([sign, whole]) => sign.test(paragraph) && whole.test(paragraph))
  );
}
