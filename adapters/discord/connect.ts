import { type Client, Events } from "discord.js";
import type { Log } from "../log.ts";
import { describeError } from "./api-errors.ts";
import { explainClose, explainRefusal } from "./explain-refusal.ts";
import { putCommands } from "./register-commands.ts";

/** Resolves once all shards are ready; rejects with a sentence for the operator. */
export async function connect(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(new Error(explainClose(code))));
  });
  const login = client.login(token).catch((error: unknown) => {
    throw new Error(explainRefusal(error), { cause: error });
  });
  try {
    return await Promise.race([ready, login.then(() => ready)]);
  } catch (error) {
    login.catch(() => {});
    await client.destroy();
    throw error;
  }
}

/** Registers the commands; those of an earlier start stay usable where this fails. */
export async function registerAtStart(client: Client<true>, log: Log): Promise<void> {
  try {
    await putCommands(client.rest, client.application.id);
  } catch (error) {
    log.warn("The commands could not be registered; try `talks register`", describeError(error));
  }
}

/** Tells the operator how the connection fares. */
export function logConnection(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error("Discord's client failed", describeError(error)));
  client.on(Events.ShardError, (error, shard) =>
    log.warn("Discord's connection failed", { shard, ...describeError(error) }),
  );
  client.on(Events.ShardReconnecting, (shard) => log.warn("Discord's connection is made anew", { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info("Discord's connection is resumed", { shard, replayed }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error(explainClose(code), { shard }));
}
