import type { ChatAdapter } from "./conversation/chat-adapter.ts";
import type { Log } from "./log.ts";

/**
 * Connects the adapters, serves until `toldToStop` and disconnects them. Resolves with whether any of them could
 * connect: one that cannot does not keep the others from serving.
 */
export async function serve(adapters: readonly ChatAdapter[], toldToStop: Promise<void>, log: Log): Promise<boolean> {
  const connecting = Promise.all(adapters.map((adapter) => connect(adapter, log)));
  // Told to stop while it connects, it does not wait for that.
  const connected = await Promise.race([connecting, toldToStop.then(() => null)]);
  const serving = connected === null || connected.includes(true);
  if (serving) await toldToStop;
  await Promise.all(adapters.map((adapter) => disconnect(adapter, log)));
  return serving;
}

async function connect(adapter: ChatAdapter, log: Log): Promise<boolean> {
  try {
    await adapter.start();
    log.info(`${adapter.name} is connected.`);
    return true;
  } catch (error) {
    log.error(`${adapter.name} cannot be reached: ${messageOf(error)}`);
    return false;
  }
}

async function disconnect(adapter: ChatAdapter, log: Log): Promise<void> {
  try {
    await adapter.stop();
  } catch (error) {
    log.error(`${adapter.name} did not stop cleanly: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
