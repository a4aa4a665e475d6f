import { once } from "node:events";
import type { Writable } from "node:stream";

/** Writes and waits while the reader cannot keep up. */
export async function print(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** A reader that has seen enough (`| head`) is no error: the program ends without a word. */
export function endQuietlyOnClosedPipe(stream: Writable): void {
  stream.on("error", (error) => {
    if ("code" in error && error.code === "EPIPE") process.exit(0);
    throw error;
  });
}
