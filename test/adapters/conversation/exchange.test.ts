import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { createAnswering } from "../../../adapters/conversation/answering.ts";
import { type Asked, askedFor, askedSchema } from "../../../adapters/conversation/asked.ts";
import { createConversations } from "../../../adapters/conversation/conversations.ts";
import { createExchange, type ExchangeTools } from "../../../adapters/conversation/exchange.ts";
import { createPending } from "../../../adapters/conversation/pending.ts";
import type { Delivery, Platform, Said } from "../../../adapters/conversation/platform.ts";
import { createRevisions } from "../../../adapters/conversation/revisions.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createTurns } from "../../../adapters/conversation/turns.ts";
import { createEngine, loadCorpus } from "../../../src/index.ts";
import { createRecordedObserver } from "../recorded-observer.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

const engine = createEngine(loadCorpus("test/fixtures/linked-corpus").corpus);
const never = new AbortController().signal;

type Place = "hall" | "room" | "ear" | "garden";

/** A village where messages are words, and the crier is told beforehand what becomes of them. */
function village({ now = Date.now, state = createMemoryState(now) } = {}) {
  const steps: string[] = [];
  const faults: (Delivery | Error)[] = [];
  const said: (Said | Error)[] = [];
  const log = createRecordedLog();
  const platform: Platform<Place, string> = {
    name: "village",
    placeSchema: v.picklist(["hall", "room", "ear", "garden"]),
    privately: () => "ear",
    async openThread() {
      steps.push("opened");
      return { kind: "opened", place: "room", otherwise: "hall", key: "village:room", openedBy: "command" };
    },
    async lookUp() {
      const found = said.shift() ?? null;
      if (found instanceof Error) throw found;
      return found;
    },
    render: (reply) =>
      reply.kind === "answer" ? ["rich", "plain"] : [reply.kind === "sentence" ? reply.text : reply.kind],
    async write(place, message, { attempt }) {
      steps.push(`${attempt} ${message} in the ${place}`);
      const fault = faults.shift();
      if (fault instanceof Error) throw fault;
      return fault ?? { kind: "written", own: place };
    },
    elsewhere: (place) => (place === "hall" ? "garden" : null),
    troubleOf: ({ message }: Error) => ({ kind: message === "storm" ? "passing" : "final" }),
    describeError: (error) => ({ error }),
  };
  const observer = createRecordedObserver();
  const process = (changed: Partial<ExchangeTools<Place>> = {}) => {
    const abandoned = new AbortController();
    const conversations = createConversations(state);
    const exchange = createExchange(platform, {
      pending: createPending({ state, platform: "village", schema: askedSchema(platform.placeSchema), log }, now),
      fairUse: { decide: async () => ({ kind: "answer" }) },
      answering: createAnswering({ engine: () => engine, state, observer, log }),
      turns: createTurns(),
      revisions: createRevisions(state, "village", platform.placeSchema, now),
      abandoned: abandoned.signal,
      engine: () => engine,
      ...{ observer, conversations, log },
      ...changed,
    });
    const take = (asked: Asked<Place>) =>
      exchange.take(asked, async (place) => {
        steps.push(`acknowledged in the ${place}, ${(await state.keys("pending:")).length} kept`);
        return place;
      });
    return { ...exchange, take, abandon: () => abandoned.abort(new Error("It stops.")) };
  };
  return { steps, faults, said, log, state, observer, process };
}

function question(fields: Partial<Asked<Place>> = {}): Asked<Place> {
  return askedFor({
    key: "one",
    request: { kind: "question", question: { text: "what does the harbour cost" } },
    asker: { platform: "village", person: "ANNA", channels: [], isDirect: false, isAddressed: true, demand: "answer" },
    continuation: { kind: "alone", earlier: [] },
    place: "hall",
    ...fields,
  });
}

const REFUSED: Delivery = { kind: "refused", reason: "no" };
/** As often as there are forms. */
const REFUSED_IN_PLACE = [REFUSED, REFUSED, REFUSED];

describe("an exchange", () => {
  it("keeps, acknowledges, answers and forgets, in this order", async () => {
    const { steps, state, process } = village();
    expect(await process().take(question())).toEqual({ place: "hall", own: "hall" });
    expect(steps).toEqual(["acknowledged in the hall, 1 kept", "first rich in the hall"]);
    expect(await state.keys("pending:")).toEqual([]);
  });

  it("takes what is delivered again for answered, whichever process it comes to", async () => {
    const { steps, process } = village();
    const first = process();
    await Promise.all([first.take(question()), first.take(question()), process().take(question())]);
    expect(steps).toHaveLength(2);
  });

  it("tells whoever may not ask, and nobody else", async () => {
    const { steps, state, observer, process } = village();
    const decide = async () => ({ kind: "refuse", message: "Not now." }) as const;
    expect(await process({ fairUse: { decide } }).take(question())).toBeNull();
    expect(steps).toEqual(["acknowledged in the ear, 1 kept", "first Not now. in the ear"]);
    expect(observer.seen).toEqual(['village:ANNA asked "what does the harbour cost": refused']);
    expect(await state.keys("pending:")).toEqual([]);
  });

  it("shows help and the like to those who ask for them", async () => {
    const { steps, process } = village();
    await process().take(question({ request: { kind: "sources" } }));
    expect(steps).toEqual(["acknowledged in the ear, 1 kept", "first sources in the ear"]);
  });

  it("goes on in the thread that it opens", async () => {
    const { steps, state, process } = village();
    expect(await process().take(question({ continuation: { kind: "opens" } }))).toEqual({ place: "room", own: "room" });
    expect(steps.slice(1)).toEqual(["opened", "first rich in the room"]);
    expect(await createConversations(state).find("village:room")).toMatchObject({
      questions: ["what does the harbour cost"],
    });
  });
});

describe("a message that is refused", () => {
  it("for its form is written plainly, and in the end as one sentence", async () => {
    const { steps, faults, process } = village();
    faults.push(REFUSED, REFUSED);
    await process().take(question());
    expect(steps.slice(1)).toEqual([
      "first rich in the hall",
      "first plain in the hall",
      expect.stringContaining("could not show it here"),
    ]);
  });

  it("in its place goes where the platform says, first of all out of the thread", async () => {
    const { steps, faults, process } = village();
    faults.push(...REFUSED_IN_PLACE, ...REFUSED_IN_PLACE);
    expect(await process().take(question({ continuation: { kind: "opens" } }))).toEqual({
      place: "garden",
      own: "garden",
    });
    expect(steps.filter((step) => step.startsWith("first rich"))).toEqual([
      "first rich in the room",
      "first rich in the hall",
      "first rich in the garden",
    ]);
  });

  it("everywhere is kept no longer, and the operator is told", async () => {
    const { faults, log, state, process } = village();
    faults.push(...REFUSED_IN_PLACE, ...REFUSED_IN_PLACE);
    expect(await process().take(question())).toBeNull();
    expect(log.lines).toContain("error: A reply is refused everywhere.");
    expect(await state.keys("pending:")).toEqual([]);
  });
});

describe("when something fails", () => {
  it("for a while, the answer is tried again, as one that may be there already", async () => {
    const { steps, faults, process } = village();
    faults.push(new Error("storm"));
    await process().take(question());
    expect(steps.slice(1)).toEqual(["first rich in the hall", "repeated rich in the hall"]);
  });

  it("in the memory of a conversation, it is answered all the same", async () => {
    const { steps, log, process } = village();
    const conversations = { ...createConversations(createMemoryState()), remember: () => Promise.reject(new Error()) };
    const continuation = { kind: "joins", key: "village:room", openedBy: "mention" } as const;
    await process({ conversations }).take(question({ continuation }));
    expect(steps.at(-1)).toBe("first rich in the hall");
    expect(log.lines).toEqual(["error: A conversation could not be remembered."]);
  });

  it("for good, whoever asked gets a sentence", async () => {
    const { steps, faults, state, process } = village();
    faults.push(new Error("The bell is broken."));
    await process().take(question());
    expect(steps.at(-1)).toContain("Something went wrong on my side");
    expect(await state.keys("pending:")).toEqual([]);
  });

  it("while the process stops, the next one answers, and looks for the answer first", async () => {
    const clock = { now: 1_000_000 };
    const { steps, faults, state, process } = village({ now: () => clock.now });
    faults.push(new Error("storm"));
    const stopping = process();
    const taken = stopping.take(question());
    await expect.poll(() => steps).toHaveLength(2);
    stopping.abandon();
    await expect(taken).rejects.toThrow();
    expect(await state.keys("pending:")).toHaveLength(1);
    clock.now += 60_000;
    await process().takeUp(never);
    expect(steps.at(-1)).toBe("taken-up rich in the hall");
    expect(await state.keys("pending:")).toEqual([]);
  });
});

describe("a question about a message", () => {
  const about = { channel: "hall", message: "notice", title: null, isReply: true };
  const joining = { kind: "joins", key: "village:room", openedBy: "mention" } as const;
  const asking = (text: string) => ({ request: { kind: "question" as const, question: { text } } });

  it("is asked with its words, and so are those that follow", async () => {
    const { said, state, process } = village();
    said.push({ kind: "words", text: "The harbour is closed." });
    await process().take(question({ ...asking("why?"), answerId: "a", about, continuation: joining }));
    await process().take(question({ ...asking("since when?"), key: "two", answerId: "b", continuation: joining }));
    expect(await state.get("answer:a")).toMatchObject({ text: "why?", earlier: [], context: "The harbour is closed." });
    expect(await state.get("answer:b")).toMatchObject({ earlier: ["The harbour is closed.", "why?"] });
  });

  it("is the message, where it has no words of its own; help, where nothing can be read", async () => {
    const { said, steps, state, process } = village();
    said.push({ kind: "words", text: "what does the harbour cost" }, new Error("No one may read that."));
    await process().take(question({ ...asking(""), answerId: "a", about }));
    await process().take(question({ ...asking(""), key: "two", about }));
    expect(await state.get("answer:a")).toMatchObject({ text: "what does the harbour cost" });
    expect(steps.at(-1)).toBe("first help in the ear");
  });

  it("goes on from an answer that it replies to", async () => {
    const { said, state, process } = village();
    await process().take(question({ answerId: "a" }));
    said.push({ kind: "answer", answerId: "a" });
    await process().take(question({ ...asking("and the bridge?"), key: "two", answerId: "b", about }));
    expect(await state.get("answer:b")).toMatchObject({ earlier: ["what does the harbour cost"] });
  });

  it("leans on what begins its thread only where nothing was asked there before", async () => {
    const { said, state, process } = village();
    await process().take(question({ continuation: joining }));
    said.push({ kind: "words", text: "The harbour is closed." });
    const thread = { ...about, isReply: false };
    await process().take(
      question({ ...asking("why?"), key: "two", answerId: "b", about: thread, continuation: joining }),
    );
    expect(await state.get("answer:b")).toEqual({ text: "why?", earlier: ["what does the harbour cost"] });
  });
});

describe("a message that is changed", () => {
  const edit = (afterMs: number) => ({ of: "one", writtenAt: Date.now() - 60_000, at: Date.now() - 60_000 + afterMs });
  const text = (words: string) => ({ request: { kind: "question" as const, question: { text: words } } });

  it("into a question within a minute is answered, and later is left alone", async () => {
    const { steps, process } = village();
    await process().take(question({ key: "one:late", edit: edit(61_000) }));
    expect(steps).toEqual([]);
    await process().take(question({ key: "one:soon", edit: edit(59_000) }));
    await process().take(question({ key: "one:again", edit: edit(59_500) }));
    await process().take(question());
    expect(steps.slice(1)).toEqual(["first rich in the hall"]);
  });

  it("after its answer changes it, where it asks something else", async () => {
    const { steps, state, process } = village();
    const continuation = { kind: "joins", key: "village:room", openedBy: "mention" } as const;
    await process().take(question({ continuation, place: "garden" }));
    await process().take(question({ continuation, key: "one:same", edit: edit(90_000) }));
    const changed = { ...text("what does the bridge cost"), continuation, key: "one:other", edit: edit(95_000) };
    await process().take(question(changed));
    await process().take(question({ ...changed, ...text("who pays for the bridge"), key: "one:third" }));
    expect(steps.filter((step) => step.startsWith("first"))).toEqual(Array(3).fill("first rich in the garden"));
    const { questions } = (await createConversations(state).find("village:room")) ?? { questions: [] };
    expect(questions).toEqual(["who pays for the bridge"]);
  });

  it("from nothing into a question is answered, too", async () => {
    const { steps, process } = village();
    await process().take(question({ request: { kind: "help", isNothingAsked: true } }));
    await process().take(question({ key: "one:soon", edit: edit(5_000) }));
    expect(steps.filter((step) => step.startsWith("first"))).toEqual([
      "first help in the ear",
      "first rich in the hall",
    ]);
  });
});

describe("a message that a platform tells of once more", () => {
  it("long after it was changed, as when somebody pins it, is not answered again", async () => {
    const clock = { now: Date.now() };
    const { steps, process } = village({ now: () => clock.now });
    await process().take(question());
    const edit = { of: "one", writtenAt: clock.now, at: clock.now + 30_000 };
    clock.now += 2 * 60 * 60_000;
    await process().take(question({ key: "one:changed", edit }));
    expect(steps.filter((step) => step.startsWith("first"))).toHaveLength(1);
  });
});

describe("thanks", () => {
  it("get a sentence, and no passages", async () => {
    const { steps, process } = village();
    await process().take(question({ request: { kind: "thanks" } }));
    expect(steps.at(-1)).toContain("Any time.");
  });
});
