/**
 * The lines of a stream as they come, without their ends. Unlike `node:readline` it breaks at line feeds alone: JSON
 * may hold U+2028 inside a string.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    rest += first;
    for (const next of others) {
      yield rest.replace(/\r$/, "");
      rest = next;
    }
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
