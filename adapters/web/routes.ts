import { type Answer, type Article, type Engine, nameOf, type Question, sourceOf } from "../../src/index.ts";
import { toAnswerJson } from "../conversation/answer-json.ts";
import { createAnswerId } from "../conversation/asked.ts";
import type { FairUse, Observer } from "../conversation/chat-adapter.ts";
import { fileReply, jsonReply, MAX_EARLIER, pageReply, type Reply, type Room, sentencePage } from "./page.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderArticle } from "./render-article.ts";
import { renderHome } from "./render-home.ts";
import { ICON, STYLE } from "./style.ts";

/** What pages are made of. */
export interface RoutesOptions {
  readonly engine: () => Engine;
  readonly article: (id: string) => Article | undefined | Promise<Article | undefined>;
  readonly fairUse: FairUse;
  readonly observer: Observer;
  readonly room: Room;
}

const WEB = "web";

/** Answers requests by their addresses, which may begin with the base of the room or come without it from a proxy. */
export function createRoutes({ engine, article, fairUse, observer, room }: RoutesOptions) {
  /** Why somebody may not have it, by the rules of the chats; people on the web are counted by their addresses. */
  const refusalOf = async (person: string, demand: "answer" | "trifle"): Promise<string | null> => {
    const asker = { platform: WEB, person, channels: [], isDirect: true, isAddressed: true, demand };
    const decision = await fairUse.decide(asker);
    return decision.kind === "refuse" ? decision.message : null;
  };
  /** The answer to a question, or why there is none. */
  const ask = async (question: Question, person: string): Promise<Answer | string> => {
    const who = { platform: WEB, person };
    const refusal = await refusalOf(person, "answer");
    if (refusal !== null) {
      observer.turnedAway(who, question.text, "refused");
      return refusal;
    }
    const begin = performance.now();
    try {
      const answer = await engine().ask(question);
      observer.answered(who, { answerId: createAnswerId(), answer, seconds: (performance.now() - begin) / 1000 });
      return answer;
    } catch (error) {
      observer.turnedAway(who, question.text, "failed");
      throw error;
    }
  };
  const home = async (query: URLSearchParams, person: string): Promise<Reply> => {
    const question = questionIn(query);
    if (question === null) {
      const refusal = await refusalOf(person, "trifle");
      if (refusal !== null) return sentencePage(429, refusal, room);
      return pageReply({ title: "Talks", main: renderHome(await engine().coverage(), room.base) }, room);
    }
    const answer = await ask(question, person);
    if (typeof answer === "string") return sentencePage(429, answer, room);
    const { text: asked, earlier = [] } = question;
    const main = renderAnswer(answer, earlier, room.base);
    return pageReply({ title: `${answer.question} – Talks`, asked, earlier, main }, room);
  };
  const api = async (query: URLSearchParams, person: string): Promise<Reply> => {
    const question = questionIn(query);
    if (question === null) return jsonReply(400, { error: "Write the question behind ?q=" });
    const answer = await ask(question, person);
    return typeof answer === "string" ? jsonReply(429, { error: answer }) : jsonReply(200, toAnswerJson(null, answer));
  };
  const page = async (id: string, person: string): Promise<Reply> => {
    const refusal = await refusalOf(person, "trifle");
    if (refusal !== null) return sentencePage(429, refusal, room);
    const found = await article(id);
    if (!found) return sentencePage(404, "There is no such article here.", room);
    const main = renderArticle(found, await engine().citable(id));
    return pageReply({ title: `${nameOf(sourceOf(found))} – Talks`, main }, room);
  };
  return async ({ pathname, searchParams }: URL, person: string): Promise<Reply> => {
    const path = pathname.startsWith(`${room.base}/`) ? pathname.slice(room.base.length) : pathname;
    const id = /^\/articles\/([^/]+)$/.exec(path)?.[1];
    if (id !== undefined) return page(decoded(id), person);
    switch (path) {
      case "/":
        return home(searchParams, person);
      case "/api/ask":
        return api(searchParams, person);
      case "/style.css":
        return fileReply("text/css; charset=utf-8", STYLE);
      case "/icon.svg":
        return fileReply("image/svg+xml", ICON);
      default:
        return sentencePage(404, "There is no such page here.", room);
    }
  };
}

/** The question of an address, `null` where it holds none: `q`, and those asked before it in `after`, oldest first. */
function questionIn(query: URLSearchParams): Question | null {
  const text = query.get("q")?.trim() ?? "";
  if (text === "") return null;
  const earlier = query.getAll("after").slice(-MAX_EARLIER);
  return earlier.length > 0 ? { text, earlier } : { text };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
