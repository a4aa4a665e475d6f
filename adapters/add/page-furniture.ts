/**
 * What a page puts around its story. What is taken out here is gone for good, so each pattern has to hold for a whole
 * paragraph and for nothing that a story would say; credits and datelines stay, the engine knows them for what they are.
 */
const FURNITURE: readonly RegExp[] = [
  /^[^\p{L}\p{N}]+$/u,
  /^(?:advertisement|advertising|sponsored(?: content)?|comments?|leave a (?:comment|reply)|share(?: this)?(?: (?:article|story|post))?|print|email|copy link|save|listen|tags|topics|loading|newsletter|most (?:read|popular)|trending(?: now)?|recommended(?: for you)?|similar articles)\s*[:.…]*$/iu,
  /^(?:blog )?comments powered by\b.{0,40}$/iu,
  /^(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|inbox|updates|alerts|account|subscription)\b.{0,40}$/iu,
  /^(?:follow|like|join|find) us\b.{0,30}\b(?:on|in)\b.{0,80}$/iu,
  /^(?:©|copyright (?:©|\(c\)|\d{4}))\s?.{0,120}$/iu,
  /^(?:this (?:site|website)|we) uses? cookies\b.{0,200}$/iu,
  /^(?:the )?post .{1,200} (?:appeared first|first appeared) on .{1,80}$/iu,
  /^(?:(?:read|continue) (?:more|reading)|view (?:the )?(?:original|full) (?:article|story))\b.{0,40}$/iu,
];
const LINKS_HEADING =
  /^(?:(?:also )?read(?: also| more| next)?|see also|related(?: (?:articles|stories|coverage|reading|news))?|more (?:on this|from)\b.{0,40}|further reading|you (?:may|might) (?:also )?like|don[’']t miss)\s*:?$/iu;
const LINK_LINE = /^(?:also read|read (?:also|more|next)|see also|related)\s*[:|]\s*\S.{0,200}$/iu;

/** The paragraphs of the story: without furniture, lists of links to other stories, and headlines or bylines repeated. */
export function withoutFurniture(paragraphs: readonly string[], repeated: readonly (string | null)[]): string[] {
  const known = new Set(repeated.filter((text) => text !== null).flatMap((text) => [fold(text), fold(`by ${text}`)]));
  let inLinks = false;
  return paragraphs.filter((paragraph) => {
    inLinks = LINKS_HEADING.test(paragraph) || (inLinks && paragraph.startsWith("- "));
    return !inLinks && !known.has(fold(paragraph)) && !isFurniture(paragraph);
  });
}

function isFurniture(paragraph: string): boolean {
  const text = paragraph.replace(/^- /, "");
  return LINK_LINE.test(text) || FURNITURE.some((pattern) => pattern.test(text));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
