/** Words that close a conversation, or a part of it: thanks, agreement, approval, laughter, excuses, farewells. */
const CLOSING = wordsOf(`
  thank thanks thankyou thx thnx tnx ty tysm cheers appreciated appreciate grateful kudos merci danke gracias
  ok okay okey k kk yes yeah yep yup no nope nah sure alright right exactly indeed agreed understood noted gotcha roger
  great good nice cool awesome perfect excellent amazing brilliant wonderful fantastic lovely neat sweet super superb terrific
  splendid fine interesting helpful useful impressive wow bravo congrats love loved
  lol lmao rofl haha hahaha hehe heh oh ah aha hm hmm
  sorry oops apologies nevermind bye goodbye ciao later
`);

/** The same in several words. */
const CLOSING_PHRASE =
  /\b(?:got it|i see|makes sense|fair enough|never mind|my bad|no (?:worries|problem|need)|(?:good|nice) to know|will do|you too|see (?:you|ya)|take care|well done|as you were)\b/g;

/** Words that open one. */
const GREETING = wordsOf("hi hello hey hiya heya howdy greetings yo morning evening afternoon welcome");

/** Words that stand beside those and say nothing by themselves. */
const BESIDE = wordsOf(`
  a all again and answer answers are as at be big bot day dear everybody everyone folks for friend guys have help helping here i i'm
  in info information is it it's its job just lot man mate me million most much my night now of one people please really so talks team
  that that's the them then there this to too u ur very was week weekend work you your you're advance
`);

/** What no courtesy begins with, as a question does. */
const ASKING = wordsOf("is are was have be");

const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}]|(?<![\p{L}\p{N}]):[a-z0-9_+'-]+:/giu;
const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/**
 * What a message is that asks nothing: a greeting; or thanks, a nod, a sign; `null` for all that may be a question.
 * Letters that are drawn out ("soooo coool") count as they are meant.
 */
export function readCourtesy(message: string): "greeting" | "thanks" | null {
  const signs = message.match(EMOJI) ?? [];
  const plain = message.replace(EMOJI, " ").toLowerCase().replaceAll("’", "'").replace(CLOSING_PHRASE, "ok");
  const words = plain.match(WORD) ?? [];
  const [first] = words;
  if (first === undefined) return signs.length > 0 ? "thanks" : null;
  const isAll = words.every((word) => [CLOSING, GREETING, BESIDE].some((list) => has(list, word)));
  if (!isAll || message.includes("?") || ASKING.has(first)) return null;
  if (words.some((word) => has(GREETING, word)) && !words.some((word) => THANKS.has(word))) return "greeting";
  return words.some((word) => has(CLOSING, word)) ? "thanks" : null;
}

/** "Nice morning, thanks" thanks. */
const THANKS = wordsOf("thank thanks thx ty cheers bye goodbye");

const DRAWN_OUT = /(.{1,2}?)\1{2,}/gu;

function has(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || list.has(word.replace(DRAWN_OUT, "$1")) || list.has(word.replace(DRAWN_OUT, "$1$1"));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
