import { SourceError } from "./source-error.ts";

const HEAD_BYTES = 2048;
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]+)/i;

/**
 * The text of a document. The encoding is the one the server names, else the one the document names, else UTF-8; a
 * document that names none and is no UTF-8 is taken for Windows-1252, as browsers do.
 * @throws SourceError where it is not text in the encoding that it names.
 */
export function decode(bytes: Uint8Array, charset: string | null): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  const declared = DECLARED.exec(head);
  const label = charset ?? declared?.[1] ?? declared?.[2] ?? null;
  if (label !== null) return decodeAs(label, bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    if (bytes.includes(0)) throw new SourceError("is not text");
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function decodeAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    throw new SourceError(`is in the encoding "${label}", which is not known`);
  }
}
