import { describe, expect, it } from "vitest";
import { createTerminalConversation } from "../../../adapters/terminal/conversation.ts";
import type { Engine, Question } from "../../../src/index.ts";
import { answer, article, passage } from "./answers.ts";

const style = { width: 80, columnsOf: (text: string) => text.length, colour: false, links: false };

/** An engine that gives one known answer and keeps what it was asked. */
function knownEngine(): { engine: Engine; asked: Question[] } {
  const asked: Question[] = [];
  const sentences = ["One.", "Two.", "Three.", "Four.", "Five.", "Six."].map((text) => passage(text));
  const engine: Engine = {
    coverage: async () => ({
      articles: [article()],
      outlets: ["Gazette"],
      speakers: ["Elena Brandt"],
      since: null,
      until: null,
      undated: 1,
      examples: ["Who builds it?"],
    }),
    async ask(question) {
      asked.push(question);
      return question.text === "nothing"
        ? answer({ outcome: "none", lead: "No article here answers that." })
        : answer({ passages: sentences.slice(0, 2), more: sentences.slice(2) });
    },
    context: async ({ text }) => [{ text: `Before. ${text} After.`, mark: { start: 8, end: 8 + text.length } }],
    completeQuestion: async () => [],
    completeSpeaker: async () => [],
    citable: async () => ({ places: [], cautions: [] }),
    completeSource: async () => [],
  };
  return { engine, asked };
}

describe("a conversation in the terminal", () => {
  it("gives each question those that were asked before it", async () => {
    const { engine, asked } = knownEngine();
    const conversation = createTerminalConversation(engine);
    for (const line of ["What was agreed?", "more", "  and when?  ", "context 1", "who said so?"])
      await conversation.reply(line, style);
    expect(asked).toEqual([
      { text: "What was agreed?", earlier: [] },
      { text: "and when?", earlier: ["What was agreed?"] },
      { text: "who said so?", earlier: ["What was agreed?", "and when?"] },
    ]);
  });

  it("shows further passages until there are none, numbered on", async () => {
    const conversation = createTerminalConversation(knownEngine().engine);
    expect(await conversation.reply("What was agreed?", style)).toMatch(/^2 {2}Two\.$\n.*more: 4 further passages$/ms);
    expect(await conversation.reply("more", style)).toMatch(/^3 {2}Three\..*^5 {2}Five\./ms);
    expect(await conversation.reply("MORE", style)).toMatch(/^6 {2}Six\./);
    expect(await conversation.reply("more", style)).toBe("There are no further passages for this question.");
  });

  it("shows a passage in its context by its number, also one that `more` has shown", async () => {
    const conversation = createTerminalConversation(knownEngine().engine);
    await conversation.reply("What was agreed?", style);
    expect(await conversation.reply("context 2", style)).toMatch(/^2 {2}Before\. ▸ Two\. ◂ After\.$/m);
    expect(await conversation.reply("context", style)).toMatch(/^1 {2}Before\. ▸ One\. ◂/);
    expect(await conversation.reply("context 3", style)).toBe("There is no passage 3: they go from 1 to 2.");
    await conversation.reply("more", style);
    expect(await conversation.reply("context 3", style)).toMatch(/▸ Three\. ◂/);
  });

  it("says what to do first where nothing was asked or found", async () => {
    const conversation = createTerminalConversation(knownEngine().engine);
    expect(await conversation.reply("more", style)).toBe("Ask a question first.");
    await conversation.reply("nothing", style);
    expect(await conversation.reply("context 1", style)).toBe("There is no passage yet: ask a question.");
  });

  it("takes a sentence that only begins with a command's word for a question", async () => {
    const { engine, asked } = knownEngine();
    const conversation = createTerminalConversation(engine);
    for (const line of ["more about Brandt", "context of the talks", "help for the harbour", "quit the talks?"])
      await conversation.reply(line, style);
    expect(asked).toHaveLength(4);
  });

  it("takes thanks and greetings for no questions, and goes on where it was", async () => {
    const { engine, asked } = knownEngine();
    const conversation = createTerminalConversation(engine);
    expect(await conversation.reply("hello", style)).toMatch(/Who builds it\?.*context 2/s);
    await conversation.reply("What was agreed?", style);
    expect(await conversation.reply("thanks, great!", style)).toMatch(/^Any time\./);
    expect(await conversation.reply("more", style)).toMatch(/^3 {2}Three\./);
    await conversation.reply("and when?", style);
    expect(asked).toEqual([
      { text: "What was agreed?", earlier: [] },
      { text: "and when?", earlier: ["What was agreed?"] },
    ]);
  });

  it("tells what it covers and how to ask", async () => {
    const conversation = createTerminalConversation(knownEngine().engine);
    expect(await conversation.reply("sources", style)).toMatch(/Harbour talks · Gazette.*words of Elena Brandt\./s);
    expect(await conversation.reply("help", style)).toMatch(/Who builds it\?.*from:SPEAKER.*context 2/s);
    expect(await conversation.greet(style)).toMatch(/1 article from Gazette.*Who builds it\?/s);
  });

  it.each(["quit", "exit", "QUIT"])("ends with %s", async (word) => {
    expect(await createTerminalConversation(knownEngine().engine).reply(word, style)).toBeNull();
  });
});
