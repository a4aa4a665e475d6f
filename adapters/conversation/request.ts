import type { Request } from "./asked.ts";

/** What somebody wants from the bot, and whether only they are to see the answer. */
export interface ParsedRequest {
  readonly request: Request;
  readonly isPrivate: boolean;
}

const HELP = /^(?:help|usage|\?+)[.!]?$/i;
const SOURCES = /^(?:sources|articles)[.!?]?$/i;
const PRIVATE = /^private(?![\p{L}\p{N}_-])[\s:,]*/iu;

/** The engine reads 500 characters and says so; a whole article that somebody pastes is not kept for that. */
const LONGEST_QUESTION = 2_000;

/** Reads what follows the command or the mention; everything that is no known word and no courtesy is a question. */
export function parseRequest(text: string): ParsedRequest {
  const words = text.trim();
  const openly = (request: Request) => ({ request, isPrivate: false });
  if (words === "" || HELP.test(words)) return openly({ kind: "help", isNothingAsked: false });
  if (SOURCES.test(words)) return openly({ kind: "sources" });
  const courtesy = readCourtesy(words);
  if (courtesy === "greeting") return openly({ kind: "help", isNothingAsked: true });
  if (courtesy === "thanks") return openly({ kind: "thanks" });
  const marker = PRIVATE.exec(words);
  const question = words.slice(marker?.[0].length ?? 0, LONGEST_QUESTION);
  if (question === "") return openly({ kind: "help", isNothingAsked: false });
  return { request: { kind: "question", question: { text: question } }, isPrivate: marker !== null };
}

/**
 * What a message asks that is addressed to Talks by a mention or as a direct message: without words it asks what the
 * message says that it is about, if there is one; `shared` is what it shows of another message.
 */
export function requestOfMessage(words: string, request: Request, { shared, isAbout }: Beside): Request {
  if (words === "" && shared !== null) return { kind: "question", question: { text: shared } };
  if (words === "")
    return isAbout ? { kind: "question", question: { text: "" } } : { kind: "help", isNothingAsked: true };
  if (request.kind !== "question" || shared === null) return request;
  return { kind: "question", question: { ...request.question, context: shared } };
}

/** What stands beside the words of a message. */
export interface Beside {
  /** The words of a message that is forwarded with it; `null` where none is. */
  readonly shared: string | null;
  /** Whether it replies to a message, or stands in a thread. */
  readonly isAbout: boolean;
}

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
