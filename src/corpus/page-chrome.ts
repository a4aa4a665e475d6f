/**
 * What publishers put around a story and nobody would quote. `talks add` takes such a paragraph out for good, so each pattern has
 * to hold for a whole paragraph and for nothing that a story would say. All phrases stand here; the names of elements that
 * hold such things stand in `adapters/add/chrome-names.ts`.
 */

const NETWORKS =
  "(?:X|Twitter|Facebook|Instagram|Threads|TikTok|YouTube|LinkedIn|WhatsApp|Telegram|Mastodon|Bluesky|Reddit|Pinterest|Snapchat|Signal|Flipboard|Google News|Apple News|social media)";
const PIECE = "(?:article|story|report|post|page|content|video|interview|feature|column|podcast)";
const SIGN_UP =
  "(?:subscrib(?:e|ing)|sign(?:ing)?[ -]?up|sign(?:ing)? in|log(?:ging)? in|regist(?:er|ering)|join(?:ing)?(?: us)?|becom(?:e|ing) an? (?:member|subscriber|supporter|reader)|creat(?:e|ing) (?:an?|your) (?:free )?account|start(?:ing)? (?:a|your) (?:free )?(?:trial|subscription|membership)|upgrad(?:e|ing)|unlock(?:ing)?)";
const MEMBERS =
  "(?:subscribers?|members?|supporters|registered (?:users|readers)|premium (?:users|readers|members|subscribers))";
const MAIL =
  "(?:newsletters?|inbox|e-?mails?|updates?|alerts?|(?:news )?briefings?|brief|bulletins?|digests?|round-?ups?|notifications?)";

/** Lines that stand alone and say nothing: labels, buttons, headings of boxes. */
const LABEL = new RegExp(
  `^(?:${[
    "ad",
    "advert(?:isement|ising|orial)?s?",
    "sponsored(?: (?:content|links?|post))?",
    "promoted(?: (?:content|stories))?",
    "paid (?:content|post)",
    "partner content",
    "(?:\\d+ |view |show |read |see |all |post |hide )*comments?(?: \\(?\\d+\\)?)?",
    "(?:leave|post|add|write) a (?:comment|reply)",
    "(?:join|start) the (?:conversation|discussion|debate)",
    "comments (?:are|have been) closed",
    "be the first to comment",
    `(?:share|print|e-?mail|save|bookmark|gift|copy|like|tweet|listen to|report)(?: (?:this|the|full))?(?: (?:${PIECE}|link))?`,
    `(?:share|post|tweet|send|e-?mail|pin)(?: this)?(?: ${PIECE})? (?:on|via|to|by|with) (?:${NETWORKS}|e-?mail|friends?|a friend)`,
    `listen(?: to this ${PIECE})?(?: ?[·•|–-]? ?\\(?\\d+ min(?:ute)?s?\\)?)?`,
    "(?:report|suggest|request|submit) (?:an?|this|the) (?:typo|error|mistake|correction|problem|ad|abuse|comment)",
    "(?:\\d+|one|two|three|four|five)[ -]min(?:ute)?s?(?: read| listen)?",
    "reading time[ :].{0,20}",
    "[\\d.,]+ ?[km]? (?:views?|reads?|shares?|likes?|reactions?|replies|followers?|plays?|listens?)",
    "tags?|topics?|filed under|categor(?:y|ies)|keywords|sections?",
    "loading(?: comments)?|please wait",
    "newsletters?|our newsletters?",
    "most (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:in|on) .{1,40}| stories| articles)?",
    "(?:trending|popular|latest|top|more|other|featured|breaking|today[’']s|recent)(?: (?:now|today|news|stories|articles|headlines|topics|posts|videos|picks|coverage|reads))+",
    "trending",
    "recommended(?: (?:for you|reading|stories|articles|videos))?",
    "editors?[’']?s?[’']? (?:picks?|choice)",
    "similar (?:articles|stories|posts)",
    "up next|next (?:article|story|post)|previous (?:article|story|post)|next|previous",
    "(?:in case|if) you missed it",
    `(?:(?:this |the )?${PIECE}|text|reading) continues (?:below|after|on)(?: (?:the |this )?(?:advert(?:isement)?|ad|image|video|newsletter|promotion|graphic).{0,20})?`,
    "continue reading(?: below| the main story)?.{0,30}",
    "(?:scroll|swipe|tap|click)(?: down| up| here| right| left)* (?:to|for) (?:continue|more|read|see|view|enlarge|expand).{0,30}",
    "skip (?:to|past|advert|ad|the|main|newsletter).{0,40}",
    "(?:back|return) to (?:top|the top|home(?:page)?)",
    "(?:show|view|load|see|read|find out|learn|discover|click for) (?:more|all|less)(?: (?:comments|stories|articles|news|here))?",
    "(?:toggle|hide|show|view|open|enlarge|expand|close)(?: (?:this|the|full|image|in))* (?:caption|image|gallery|fullscreen|lightbox|video|slideshow)(?: .{0,20})?",
    "(?:play|watch)(?: (?:the|this))? (?:video|now|live)|play|pause|mute",
    "image (?:source|caption)|getty images|file photo",
    "about (?:the )?authors?|about us|contact us|advertise with us",
    "all rights reserved.{0,60}",
    "cancel (?:at )?any ?time",
    "accept(?: all)?(?: cookies)?|manage (?:cookies|preferences)|cookie (?:settings|policy)|privacy policy|terms (?:of (?:use|service)|and conditions)",
  ].join("|")})\\s*[:.…!→»›>]*$`,
  "iu",
);

/** Sentences that are addressed to the reader of the page. */
const ADDRESSED: readonly RegExp[] = [
  // Subscribing, newsletters, paywalls.
  new RegExp(`^(?:please )?(?:${SIGN_UP}|get|receive|follow|enter your e-?mail)\\b.{0,160}\\b${MAIL}\\b.{0,80}$`, "iu"),
  new RegExp(
    `^(?:please )?${SIGN_UP}\\b.{0,20}\\b(?:now|today|here|to|for|and|from|or)\\b.{0,120}\\b(?:read(?:ing)?|access|continue|keep|view|unlock|unlimited|full|rest|whole|more|account|comment|trial|free|month|year|week|off|€|£|\\$|us|our)(?:\\W|$).{0,120}$`,
    "iu",
  ),
  new RegExp(`^${SIGN_UP}(?: (?:now|today|here|or \\w+(?: in| up)?))?\\s*[.!→»]*$`, "iu"),
  new RegExp(`^${SIGN_UP}\\s*[:–—]\\s.{1,160}$`, "iu"),
  new RegExp(
    `^(?:this|the (?:rest|remainder|full (?:text|version)) of this|the full|full) ?${PIECE}? (?:is|are|was) (?:only |exclusively |free |reserved |restricted |exclusive |available |open |visible |limited |locked )*(?:for|to)(?: our| all| paying| registered| logged-in)*(?: only)? ${MEMBERS}\\b.{0,160}$`,
    "iu",
  ),
  new RegExp(
    `^(?:exclusive(?:ly)? |only )?(?:for|to) (?:our )?${MEMBERS}(?: only)?\\W*$|^${MEMBERS}[ -]only(?: (?:${PIECE}|content))?\\W*$`,
    "iu",
  ),
  new RegExp(
    `^(?:already|are you|not(?: yet)?|not already) (?:an? )?(?:${MEMBERS}|registered|have an account|subscribed|signed up)\\b.{0,120}$`,
    "iu",
  ),
  /^(?:already|don[’']t) have an? (?:account|subscription|membership)\b.{0,120}$/iu,
  new RegExp(
    `^(?:to|want to|would you like to|you (?:need|have) to|you must|if you want to|in order to|for) (?:be |also )?(?:continue|keep|go on|read(?:ing)?|finish|access|see|view|enjoy|unlock|get|full access|unlimited)\\b.{0,100}\\b${SIGN_UP}\\b.{0,120}$`,
    "iu",
  ),
  new RegExp(
    `^(?:continue|keep(?: on)?|finish|read|unlock|access|get|enjoy|support)\\b.{0,80}\\b(?:with|by|for|as) (?:an?|just|only|your|our|being|${SIGN_UP})\\b.{0,40}\\b(?:subscription|subscriber|member(?:ship)?|account|trial|month|week|year|free|subscribing|registering|signing up)\\b.{0,100}$`,
    "iu",
  ),
  /^you(?:[’']ve| have)? (?:reached|read|used|hit|viewed|exceeded|have)\b.{0,40}\b(?:free|complimentary|monthly|limit|last)\b.{0,60}\b(?:articles?|stor(?:y|ies)|limit|month)\b.{0,100}$/iu,
  /^(?:support|help (?:us|keep|fund)|if you (?:value|like|enjoy|appreciate)|please (?:consider )?(?:support|donat))\w*\b.{0,80}\b(?:our|independent|local|quality|this) (?:journalism|reporting|work|newsroom|news|site)\b.{0,160}$/iu,
  /^(?:donate|contribute|make a donation)\b.{0,60}$/iu,
  new RegExp(
    `^(?:want|need|looking for|enjoy(?:ed|ing)?|lik(?:e|ed|ing))\\b[^.?!]{0,80}\\?.{0,30}\\b${SIGN_UP}\\b.{0,140}$`,
    "iu",
  ),
  /^(?:sign up|subscribe) (?:now |today |here |free |for free )+(?:to|for)\b.{0,120}$/iu,
  /^(?:(?:get|enjoy|unlock|buy|choose) )?(?:full|unlimited|instant|digital|complete|premium|all)\b.{0,40}\b(?:access|articles|subscription)\b.{0,60}(?:[£€$]\s?\d|\b\d+\s?[€£]|\b(?:free|month|week|year|trial|today|now)\b).{0,80}$/iu,
  /^(?:from |only |just |for )*[£€$]\s?\d+(?:[.,]\d+)? ?(?:\/|an?|per|for)?\s?(?:the )?(?:first |\d+ )?(?:week|month|year)s?\b.{0,60}$/iu,
  new RegExp(
    `^(?:this|our|all (?:of )?our) (?:${PIECE}|journalism|reporting|work|coverage) (?:is|are|was|were) (?:free|made possible|funded|supported|paid for|produced)\\b.{0,80}\\b(?:members?|readers?|subscribers?|supporters?|donors?|donations?)\\b.{0,120}$`,
    "iu",
  ),
  /^(?:thank you|thanks) for (?:reading|visiting|subscribing|supporting|signing up|your (?:support|subscription|interest))\b.{0,120}$/iu,
  // Networks, apps, comments.
  new RegExp(
    `^(?:You can )?(?:Follow|Like|Join|Find|Watch|Connect with|Subscribe to|FOLLOW|JOIN|LIKE)\\s.{1,80}\\b(?:on|in|at|via|ON)\\b.{0,40}\\b${NETWORKS}(?:\\W.{0,100})?$`,
    "u",
  ),
  /^(?:follow|like|join|find) us\b.{0,110}$/iu,
  /^follow @\w+.{0,60}$/iu,
  /^(?:download|get|install|try|open)(?: the| our)?\b.{0,60}\bapp\b.{0,80}$/iu,
  /^(?:blog )?comments powered by\b.{0,40}$/iu,
  /^(?:what do you think|have your say|let us know|tell us)\b.{0,120}\b(?:comments?|below|e-?mail|poll|survey|@\S+)\b.{0,60}$/iu,
  // Tips to the newsroom.
  /^(?:do you (?:know|have|live|work)|have you|are you|were you|did you)\b[^.?!]{0,120}\?.{0,40}\b(?:e-?mail|contact|write|call|tell|get in touch|let us know|share|send|message|text)\b.{0,140}$/iu,
  /^(?:do you have|have you got|have|got) (?:an?|any|some|more)?\s?(?:news |confidential |anonymous )*(?:tips?|stor(?:y|ies)|information|question|opinion|view|correction)\b[^.]{0,100}\?.{0,200}$/iu,
  /^(?:(?:please )?(?:send|e-?mail|write|contact|call|text|get in touch|reach out)\b).{0,120}\b(?:tips?|newsroom|letters?|editors?|reporter|newsdesk|news desk|at|to|on)\b.{0,40}(?:@\S+|\+?\d[\d ()-]{6,}).{0,60}$/iu,
  /^(?:spotted|see|found|notice) (?:an?|any) (?:error|mistake|typo|problem)\b.{0,160}$/iu,
  /^click here\b.{0,120}$/iu,
];
/** Somebody in the story says it. */
const REPORTED = /\b(?:said|says|told|tells|asked|added|announced|warned|replied|wrote|argued|claimed|according to)\b/i;

/** What sites and their programs add in words that do not change, and what stands where a picture was. */
const FORMULAS: readonly RegExp[] = [
  /^[^\p{L}\p{N}]+$/u,
  /^(?:tags?|topics?|filed (?:under|in)|posted in|categor(?:y|ies)|keywords)\s*:\s*[^.!?]{1,160}$/iu,
  /^(?:©|copyright (?:©|\(c\)|\d{4}))\s?.{0,160}$/iu,
  /^.{0,80}\ball rights reserved\b.{0,60}$/iu,
  /^(?:this (?:site|website)|we)(?: and .{1,40})? (?:also )?uses? (?:\w+ )?cookies\b.{0,240}$/iu,
  /^(?:this (?:site|website)|we)(?: and .{1,40})? (?:stores?|process(?:es)?) .{0,80}\b(?:data|device|information)\b.{0,200}$/iu,
  /^this site is protected by recaptcha\b.{0,160}$/iu,
  /^by (?:signing up|subscribing|registering|submitting|clicking|continuing|entering)\b.{0,240}\b(?:agree|accept|consent|terms|privacy)\b.{0,160}$/iu,
  /^(?:the )?post .{1,200} (?:appeared first|first appeared) on .{1,80}$/iu,
  /^(?:view|read)(?: the)?(?: full| original)+ (?:article|story|post)\b.{0,40}$/iu,
  /^[[(](?:image|photo(?:graph)?|picture|pic|video|audio|graphic|map|chart|embed(?:ded)?|gallery|infographic|illustration|tweet|slideshow|figure|animation|gif|listen|watch)\b[^\])]{0,300}[\])]$/iu,
  /^(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?)(?: credits?| courtesy| source)?(?: by| of)?\s*[:/|]\s?.{0,200}$/iu,
];

/** Links to other stories that stand in a line with their label. */
const LINK_LINE =
  /^\W{0,3}(?:also read|also (?:on|in|from) .{1,40}|(?:must |further )?read(?:ing)?(?: also| more| next| now| this| on)?|(?:see|watch|listen|read|hear) also|(?:you )?(?:may|might) also (?:like|be interested in)|related(?: (?:article|story|news|video|reading|content|coverage))?|more(?: (?:on this|from|on|about|in|news|coverage)\b.{0,40})?|(?:in case|if) you missed it|icymi|don[’']t miss(?: out| this| it)?|(?:watch|listen|explore|recommended|trending|up next|must[- ]see|must[- ]watch|editor[’']s pick|popular|latest|from the archives?|previously|next))\s*(?:[:|»›→]|>+|\s[–—-]\s)\s*\S.{0,200}$/iu;

const LINKS_HEADING =
  /^\W*(?:(?:also )?read(?: also| more| next| on)?|see also|more (?:on|from|about|in) .{1,60}|related(?: (?:articles?|stor(?:y|ies)|coverage|reading|news|links|topics|content|posts))?|further reading|recommended(?: (?:for you|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|don[’']t miss|elsewhere|in other news|(?:most|also) (?:read|popular)|also (?:on|in|from) .{1,40}|(?:more|other|top|latest) (?:stories|news|articles|headlines)(?: .{1,40})?|trending(?: now)?|editor[’']s picks?|(?:in case|if) you missed it)\s*:?\s*$/iu;

const MAX_LENGTH = 420;

/** Whether a paragraph is a label, a prompt, a link to another story or the like, and no word of the story. */
export function isPageChrome(paragraph: string): boolean {
  const text = paragraph.replace(/^[-*•]\s+/, "").trim();
  if (text.length > MAX_LENGTH) return false;
  if (LABEL.test(text) || isLinkLine(text) || FORMULAS.some((pattern) => pattern.test(text))) return true;
  return !REPORTED.test(text) && ADDRESSED.some((pattern) => pattern.test(text));
}

/** Whether a paragraph announces links to other stories: it and the list under it are page chrome. */
export function opensReadingList(paragraph: string): boolean {
  return LINKS_HEADING.test(paragraph);
}

/** A headline has no full stop; a sentence that begins so may be one of the story. */
function isLinkLine(text: string): boolean {
  return LINK_LINE.test(text) && !/[^.]\.["'”’)]*$/.test(text);
}
