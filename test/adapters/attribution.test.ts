import { describe, expect, it } from "vitest";
import { attributeArticle, attributePassage, formatDate } from "../../adapters/attribution.ts";
import { article, passage } from "./terminal/answers.ts";

const lineOf = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join(" · ");

describe("the attribution of a passage", () => {
  it("names speaker, outlet and date, title, author and the other articles", () => {
    const full = passage("No.", {
      speaker: "Elena Brandt",
      speech: "direct",
      article: article({ author: "Ann Lee", published: "2025-04-24" }),
      alsoIn: [article({ outlet: "Daily Port" }), article({ outlet: null, title: "Talks go on" })],
    });
    expect(lineOf(attributePassage(full))).toBe(
      "Elena Brandt · Gazette, 24 April 2025 · Harbour talks · by Ann Lee · also in Daily Port, Talks go on",
    );
  });

  it("tells reported speech from a quotation, and says where it is unclear who speaks", () => {
    const speakerOf = (given: Parameters<typeof passage>[1]) => attributePassage(passage("No.", given))[0]?.text;
    expect(speakerOf({ speaker: "Elena Brandt", speech: "reported" })).toBe("Elena Brandt (reported)");
    expect(speakerOf({ speaker: null, speech: "direct" })).toBe("speaker unclear");
    expect(speakerOf({ speaker: null, speech: "reported" })).toBe("speaker unclear (reported)");
    expect(speakerOf({ speaker: null, speech: null })).toBe("Gazette");
  });

  it("names each outlet of the copies once", () => {
    const copies = ["a", "b"].map((id) => article({ id, outlet: "Daily Port" }));
    expect(lineOf(attributePassage(passage("No.", { alsoIn: copies })))).toBe(
      "Gazette · Harbour talks · also in Daily Port",
    );
  });
});

describe("the attribution of an article", () => {
  it.each([
    [{ title: null }, "Gazette"],
    [{ outlet: null }, "Harbour talks"],
    [{ outlet: null, published: "2025-04-24" }, "24 April 2025 · Harbour talks"],
    [{ title: null, outlet: null }, "harbour"],
    [{ title: null, outlet: null, author: "Ann Lee" }, "harbour · by Ann Lee"],
  ])("leaves out what it does not say: %o", (given, line) => {
    expect(lineOf(attributeArticle(article(given)))).toBe(line);
  });
});

describe("a date", () => {
  it("is written out, and left alone where it is none", () => {
    expect(formatDate("2025-12-02")).toBe("2 December 2025");
    expect(formatDate("spring")).toBe("spring");
  });
});
