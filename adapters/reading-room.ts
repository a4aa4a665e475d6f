import type { Answer, ArticleSource, Engine, Passage } from "../src/index.ts";
import type { EnvReader } from "./env.ts";

/** Where articles can be read. */
export interface ReadingRoomConfig {
  /** The port it is served on; `null` where this process does not serve it. */
  readonly port: number | null;
  readonly host: string;
  /** The address by which people reach it, without a slash at its end; `null` where nothing leads there. */
  readonly url: string | null;
}

/** Reads READING_ROOM_PORT, READING_ROOM_HOST and READING_ROOM_URL; faults go to the reader. */
export function parseReadingRoom(reader: EnvReader): ReadingRoomConfig {
  const url = reader.url("READING_ROOM_URL", ["http:", "https:"]);
  if (url !== null && /[?#]/.test(url)) reader.fault("READING_ROOM_URL must have neither ? nor #.");
  return {
    port: reader.port("READING_ROOM_PORT"),
    host: reader.text("READING_ROOM_HOST") ?? "127.0.0.1",
    url: url?.replace(/\/+$/, "") ?? null,
  };
}

/** The path of an article's page, at what stands at an offset of its body where one is given. */
export function articlePath(id: string, start: number | null): string {
  return `/articles/${encodeURIComponent(id)}${start === null ? "" : `#${anchorAt(start)}`}`;
}

/** The name by which a page knows what begins at an offset of the body. */
export function anchorAt(start: number): string {
  return `at-${start}`;
}

/** The engine with an address for every article that has none of its own: that of its page in the reading room. */
export function withReadingRoom(engine: Engine, url: string | null): Engine {
  if (url === null) return engine;
  const addressed = (article: ArticleSource, start: number | null): ArticleSource =>
    article.url === null ? { ...article, url: url + articlePath(article.id, start) } : article;
  const each = (passages: readonly Passage[]) =>
    passages.map((passage) => ({ ...passage, article: addressed(passage.article, passage.start) }));
  return {
    ...engine,
    async ask(question, how): Promise<Answer> {
      const answer = await engine.ask(question, how);
      const disagreements = answer.disagreements.map((one) => ({ ...one, passages: each(one.passages) }));
      return { ...answer, passages: each(answer.passages), more: each(answer.more), disagreements };
    },
    async coverage() {
      const coverage = await engine.coverage();
      return { ...coverage, articles: coverage.articles.map((article) => addressed(article, null)) };
    },
  };
}
