const MAX_LENGTH = 300;

/** Mentions of people, groups, roles or everybody, in the notation of either platform or typed by hand. */
const MENTION = /<[@!]|(?:^|\s)@\p{L}/u;
/** The same where a message begins or ends with it, in the notation of a platform. */
const ADDRESSEES = /^(?:\s*(?:<[@!][^>]*>|@everyone|@here)[\s,:]*)+|(?:\s*(?:<[@!][^>]*>|@everyone|@here))+\s*$/g;
const LINK = /https?:\/\//i;

/** "Anna, …", "Anna: …", "hey Anna …", "thanks Anna": the message turns to a person. "Source: …" is a filter. */
const VOCATIVE =
  /^(?:(?:hey|hi|hello|dear|thanks|thank you|sorry)\s+\p{Lu}\p{L}+|(?!(?:From|Source|Since|Until):)\p{Lu}\p{L}+\s*[,:])/u;
const OPENER = /^(?:and|but|so|ok|okay|also|well|then|now|thanks|thank you|sorry|yes|no|right|hm+|wait)\b[\s,.:!–—-]*/i;

/** Somebody speaks to or about the people in the room. */
const THE_ROOM =
  /\b(?:you|your|yours|you're|u|i|i'm|i'll|i've|me|my|we're|we'll|let's|lets|our|anyone|anybody|someone|somebody|everyone|everybody|guys|folks|team|lunch|coffee)\b/i;
const WE = /\bwe\b/i;
const WE_KNOW = /\bwe\s+(?:know|have|read|learn)\b/i;
const REQUEST =
  /^(?:(?:please|pls)\s+)?(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:tell|show|give|find)\s+(?:me|us)\b/i;

const CHATTER =
  /^(?:really|what|huh|seriously|right|no|yes|yeah|ok|okay|wait|lol|eh|so|sorry|pardon|and|ready|done|true|how come|says who|who cares|why not|so what|what the \w+)[\s?!.]*$/i;

const AUXILIARY = "did|does|do|is|are|was|were|has|have|had|will|would|could|can|should|might|must|may";
const ASKS_FOR = `(?:who|what|when|where|why|how|whom|whose)\\s+(?:${AUXILIARY}|said|says|say|happened|happens|about|wants|wanted|demands|demanded|controls|owns|supports|rejects|rejected|else)\\b`;
const HOW_MUCH = "how\\s+(?:many|much|long|far|old|often|big|large)\\b";
const WHICH = "(?:which|what|whose)\\s+(?!is\\b|was\\b|a\\b|an\\b|the\\b)\\p{L}+\\s+\\p{L}+";
const YES_OR_NO = "(?:did|does|has|is|are|was|were)\\s+(?!not\\b|n't)\\p{L}+\\s+\\p{L}+";
const ASKS = new RegExp(`^(?:${ASKS_FOR}|${HOW_MUCH}|${WHICH}|${YES_OR_NO})`, "iu");

/**
 * Whether a plain message in a thread of ours is a question that is put to nobody else. In doubt it is not: a mention
 * always reaches the bot, whereas an answer nobody asked for disturbs everybody.
 */
export function isOpenQuestion(message: string): boolean {
  const text = message.trim();
  if (text === "" || text.length > MAX_LENGTH || MENTION.test(text) || LINK.test(text)) return false;
  const words = withoutOpeners(text);
  if (REQUEST.test(words)) return true;
  if (CHATTER.test(words) || VOCATIVE.test(words)) return false;
  if (THE_ROOM.test(words) || (WE.test(words) && !WE_KNOW.test(words))) return false;
  return endsAsQuestion(text) || ASKS.test(words);
}

/** A message as its sender wrote it, without those whom it is addressed to: nobody asks about them. */
export function withoutAddressees(message: string): string {
  return message.replace(ADDRESSEES, " ").trim();
}

function withoutOpeners(text: string): string {
  const rest = text.replace(OPENER, "");
  return rest === text || rest === "" ? text : withoutOpeners(rest);
}

function endsAsQuestion(text: string): boolean {
  return /\?[\s")”»\]]*(?:$|\s*(?:thanks|thank you|please)[.!]*$)/i.test(text);
}
