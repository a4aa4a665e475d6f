// Node's own decoder takes Windows-1252 for ISO-8859-1, and so loses quotation marks, dashes and the euro sign.
import { getBOMEncoding, normalizeEncoding, TextDecoder } from "@exodus/bytes/encoding.js";
import { getEncoding } from "encoding-sniffer";
import { SourceError } from "./source-error.ts";

/** The text of a document, and what is to be said of it where some of its bytes are no characters. */
export interface Decoded {
  readonly text: string;
  readonly note: string | null;
}

// The standard looks at 1,024; sites put more than that before the element, and browsers find it all the same.
const SNIFFED_BYTES = 8192;
const MARKUP = /^\s*</;
const LOST = /[\uFFFD\u0080-\u009F]/g;
const BEYOND_ASCII = /[^\p{ASCII}\uFFFD]/u;

/**
 * The text of a document. Its encoding is the one of its byte order mark, else the one that the server names, else the one that
 * the document names (HTML Standard, 13.2.3.2; RFC 7303), else UTF-8, else Windows-1252. What names itself UTF-8 and is
 * that to the last byte is read so whatever the server says: no other encoding looks like it by chance.
 * @throws SourceError where it is no text, or nothing that is known of its encoding fits.
 */
export function decode(bytes: Uint8Array, charset: string | null): Decoded {
  const mark = getBOMEncoding(bytes);
  if (mark !== null) return decodedAs(mark, bytes);
  const served = known(charset);
  const declared = declaredIn(bytes);
  const named = (declared === "utf-8" ? [declared, served] : [served, declared]).filter((name) => name !== null);
  const fitting = [...named, "utf-8"].find((name) => fits(name, bytes));
  if (fitting !== undefined) return decodedAs(fitting, bytes);
  if (named.length === 0 && charset) throw new SourceError(`is in the encoding "${charset}", which is not known`);
  if (bytes.includes(0)) throw new SourceError("is not text");
  const [first = "windows-1252"] = named;
  const decoded = decodedAs(first, bytes);
  // Where not one letter beyond ASCII came out right, nothing in it is UTF-8.
  if (first !== "utf-8" || BEYOND_ASCII.test(decoded.text)) return decoded;
  const { text } = decodedAs("windows-1252", bytes);
  return { text, note: "says that it is UTF-8 and is not; it was read as Windows-1252" };
}

function decodedAs(name: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(name).decode(bytes);
  const lost = text.match(LOST)?.length ?? 0;
  const note = `holds ${lost === 1 ? "a character" : `${lost} characters`} that cannot be read as ${name}`;
  return { text, note: lost > 0 ? note : null };
}

function fits(name: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The encoding that a `meta` element or an XML declaration names. A text that is no markup only writes about them. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, SNIFFED_BYTES);
  // Without their zeros, the first bytes of UTF-16 read like ASCII.
  if (!MARKUP.test(Buffer.from(head).toString("latin1").replaceAll("\0", ""))) return null;
  const options = { maxBytes: SNIFFED_BYTES };
  // Asked with two defaults, since the sniffer does not tell a default from a find.
  const found = getEncoding(head, { ...options, defaultEncoding: "utf-8" });
  return found === getEncoding(head, { ...options, defaultEncoding: "windows-1252" }) ? known(found) : null;
}

function known(label: string | null): string | null {
  const name = label === null ? null : normalizeEncoding(label);
  // The standard's name for encodings that are not to be decoded at all.
  return name === "replacement" ? null : name;
}
