import { parentPort, workerData } from "node:worker_threads";
import { loadE5, NoEncoderError } from "./e5.ts";
import { createTurnstile, type FromThread, type ToThread } from "./thread.ts";

// In a thread of its own, as a text being encoded holds up whatever else its thread has to do.
void serve(createTurnstile(workerData));

async function serve({ pass }: ReturnType<typeof createTurnstile>): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const post = (message: FromThread) => port.postMessage(message);
  try {
    const encode = await pass(loadE5);
    if (!encode) return;
    port.on("message", async ({ role, text }: ToThread) => {
      const vector = await pass(() => encode(role, text));
      if (vector) post({ kind: "vector", vector });
    });
    post({ kind: "ready" });
  } catch (error) {
    if (!(error instanceof NoEncoderError)) throw error;
    post({ kind: "unavailable", why: error.message });
  }
}
