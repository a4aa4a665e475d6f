import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkToPassage } from "../../adapters/text-fragment.ts";

const page = "https://gazette.example/harbour";

describe("a link to a passage", () => {
  it("leads to the words of a short one", () => {
    expect(linkToPassage(page, "The harbour opens in May.")).toBe(`${page}#:~:text=The%20harbour%20opens%20in%20May`);
  });

  it("names a long one by its first and last five words", () => {
    const text = "We are ready to reach a deal, but there are still some specific points to be settled.";
    expect(linkToPassage(page, text)).toBe(
      `${page}#:~:text=We%20are%20ready%20to%20reach,specific%20points%20to%20be%20settled`,
    );
  });

  it("encodes what has a meaning in a text directive", () => {
    expect(linkToPassage(page, "fine-tuned, so A&B")).toBe(`${page}#:~:text=fine%2Dtuned%2C%20so%20A%26B`);
  });

  it("leaves out the marks around the passage", () => {
    expect(linkToPassage(page, "“We are ready,” he said…")).toBe(
      `${page}#:~:text=We%20are%20ready%2C%E2%80%9D%20he%20said`,
    );
  });

  it("keeps the query of the address", () => {
    expect(linkToPassage(`${page}?id=1&x=2`, "May")).toBe(`${page}?id=1&x=2#:~:text=May`);
  });

  it("keeps the fragment of the address", () => {
    expect(linkToPassage(`${page}#section`, "It opens.")).toBe(`${page}#section:~:text=It%20opens`);
  });

  it("is the plain address where that leads to a text already, or the text has no words", () => {
    expect(linkToPassage(`${page}#:~:text=May`, "The harbour opens.")).toBe(`${page}#:~:text=May`);
    expect(linkToPassage(page, "—“”…")).toBe(page);
  });

  it.each([null, "", "gazette.example", "javascript:alert(1)", "file:///etc/passwd"])("is never made of %o", (url) => {
    expect(linkToPassage(url, "May")).toBeNull();
  });

  it("is an address for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const link = linkToPassage(page, text) ?? "";
        expect(link).toMatch(
          /^https:\/\/gazette\.example\/harbour(#:~:text=[A-Za-z0-9%_.!~*'()]+(,[A-Za-z0-9%_.!~*'()]+)?)?$/,
        );
      }),
    );
  });
});
