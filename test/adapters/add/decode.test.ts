import { describe, expect, test } from "vitest";
import { decode } from "../../../adapters/add/decode.ts";

/** Bytes, each given as a character of one byte. */
const bytes = (text: string) => Buffer.from(text, "latin1");
const EURO = "\xE2\x82\xAC";

describe("the encoding of a document", () => {
  test.each([
    ["its byte order mark, whatever else is said", `\xEF\xBB\xBF${EURO}`, "windows-1252", "€"],
    ["the mark of UTF-16", "\xFF\xFE\xAC\x20", "utf-8", "€"],
    ["the mark of UTF-16, the other way round", "\xFE\xFF\x20\xAC", null, "€"],
    ["what the server says", '<meta charset="koi8-r">\x93', "windows-1252", '<meta charset="koi8-r">“'],
    ["what a meta element says", "<meta charset=koi8-r>\xC1", null, "<meta charset=koi8-r>а"],
    [
      "what a meta element says in the old way",
      "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>\xC0",
      null,
      "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>А",
    ],
    [
      "what an XML declaration says",
      "<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>",
      null,
      "<?xml version='1.0' encoding='windows-1252'?><a>€</a>",
    ],
    [
      "what the server says, before an XML declaration",
      "<?xml version='1.0' encoding='koi8-r'?>\x80",
      "cp1252",
      "<?xml version='1.0' encoding='koi8-r'?>€",
    ],
    ["UTF-8 where nobody says anything", EURO, null, "€"],
    ["else Windows-1252", "\x93caf\xE9\x94", null, "“café”"],
    ["Windows-1252 where ISO-8859-1 is said, as in browsers", "\x93\x80 \x96\x94", "ISO-8859-1", "“€ –”"],
    ["Windows-1252 where ASCII is said", "\x92", "us-ascii", "’"],
    [
      "the UTF-8 that it says and is, whatever the server says",
      `<meta charset=utf-8>${EURO}`,
      "iso-8859-1",
      "<meta charset=utf-8>€",
    ],
    [
      "what the document says where it is not what the server says",
      "<meta charset=windows-1252>\x80",
      "utf-8",
      "<meta charset=windows-1252>€",
    ],
    [
      "another one where what the server says is not known",
      "<meta charset=windows-1252>\x80",
      "klingon",
      "<meta charset=windows-1252>€",
    ],
    ["one of several bytes a character", "\x82\xB1", "shift_jis", "こ"],
  ])("is %s", (_, content, charset, text) => {
    expect(decode(bytes(content), charset)).toEqual({ text, note: null });
  });

  test("is found behind a long head", () => {
    const head = `<html><head>${"<link rel=preload href=a.js>".repeat(100)}`;
    expect(decode(bytes(`${head}<meta charset=windows-1252>\x80`), null).text).toMatch(/€$/);
  });

  test("is not what a text writes about", () => {
    expect(decode(bytes(`In old pages stands <meta charset=koi8-r>. It costs 1 ${EURO}.`), null).text).toMatch(
      /1 €\.$/,
    );
  });

  test("has to be known where the bytes are no UTF-8", () => {
    expect(() => decode(bytes("\x80"), "klingon")).toThrow('is in the encoding "klingon", which is not known');
  });
});

describe("bytes that are no characters", () => {
  test.each([
    [
      "UTF-8 with a byte that is none",
      `${EURO} caf\xE9`,
      "utf-8",
      "€ caf\uFFFD",
      "holds a character that cannot be read as utf-8",
    ],
    [
      "holes in Windows-1252",
      "a\x81\x8D",
      "windows-1252",
      "a\x81\x8D",
      "holds 2 characters that cannot be read as windows-1252",
    ],
    [
      "UTF-8 that is none at all",
      "\x93caf\xE9\x94",
      "utf-8",
      "“café”",
      "says that it is UTF-8 and is not; it was read as Windows-1252",
    ],
  ])("are noticed: %s", (_, content, charset, text, note) => {
    expect(decode(bytes(content), charset)).toEqual({ text, note });
  });

  test("make a document no text where nothing else is known of it", () => {
    expect(() => decode(bytes("\x00\x01\xFF"), null)).toThrow("is not text");
  });
});
