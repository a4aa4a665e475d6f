import { type Article, type Engine, nameOf, sourceOf } from "../../src/index.ts";
import { toAnswerJson } from "../conversation/answer-json.ts";
import { type Answers, questionIn } from "./answers.ts";
import type { Room } from "./page.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderArticle } from "./render-article.ts";
import { renderHome } from "./render-home.ts";
import { fileReply, jsonReply, pageReply, type Reply, sentencePage } from "./reply.ts";
import { ICON, STYLE } from "./style.ts";

/** What pages are made of. */
export interface RoutesOptions {
  readonly engine: () => Engine;
  readonly article: (id: string) => Article | undefined | Promise<Article | undefined>;
  readonly room: Room;
  readonly answers: Answers;
}

/** Answers requests by their addresses, which may begin with the base of the room or come without it from a proxy. */
export function createRoutes({ engine, article, room, answers }: RoutesOptions) {
  const home = async (query: URLSearchParams, person: string): Promise<Reply> => {
    const question = questionIn(query);
    if (question === null) {
      const refusal = await answers.refuses(person);
      if (refusal !== null) return sentencePage(429, refusal, room);
      return pageReply({ title: "Talks", main: renderHome(await engine().coverage(), room.base) }, room);
    }
    const answer = await answers.ask(question, person);
    if (typeof answer === "string") return sentencePage(429, answer, room);
    const { text: asked, earlier = [] } = question;
    const main = renderAnswer(answer, earlier, room.base);
    return pageReply({ title: `${answer.question} – Talks`, asked, earlier, main }, room);
  };
  const api = async (query: URLSearchParams, person: string): Promise<Reply> => {
    const question = questionIn(query);
    if (question === null) return jsonReply(400, { error: "Write the question behind ?q=" });
    const answer = await answers.ask(question, person);
    return typeof answer === "string" ? jsonReply(429, { error: answer }) : jsonReply(200, toAnswerJson(null, answer));
  };
  const page = async (id: string, person: string): Promise<Reply> => {
    const refusal = await answers.refuses(person);
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

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
