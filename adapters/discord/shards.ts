import {
  CloseCodes,
  type FetchingStrategyOptions,
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShardEvents,
} from "@discordjs/ws";
import { createShard, type Shard } from "./shard.ts";

/** Discord takes 120 events a minute of each connection; these are 30. */
const ASK_MS = 2_000;

/**
 * Shards that notice within seconds when nobody is there any more. discord.js hears of that from the heartbeats that
 * Discord asks for, which takes a minute and a half; here each shard asks for a sign of life every two seconds, and one that
 * gets none is replaced by another, which resumes its session. `begun` hears that Discord has told where its gateway is, and the
 * shards are about to connect.
 */
export function createShards(begun: () => void) {
  const shards = new Map<number, Shard>();
  let isAbandoned = false;
  let timer: NodeJS.Timeout | undefined;

  const giveUpAll = async (...leave: Parameters<Shard["giveUp"]>) => {
    clearInterval(timer);
    const all = [...shards.values()];
    shards.clear();
    await Promise.all(all.map((shard) => shard.giveUp(...leave)));
  };
  const buildStrategy = (manager: WebSocketManager): IShardingStrategy => {
    const open = (id: number, options: FetchingStrategyOptions) => {
      const shard = createShard(manager, options, id);
      shards.set(id, shard);
      return shard.inner;
    };
    const replace = (id: number, silent: Shard) => {
      const error = new Error("it keeps silent");
      manager.emit(WebSocketShardEvents.Error, { error, shardId: id });
      manager.emit(WebSocketShardEvents.Closed, { code: CloseCodes.Resuming, shardId: id });
      silent.giveUp({ code: CloseCodes.Resuming }).catch(() => {});
      // How it fares is told by its events.
      open(id, silent.options)
        .connect()
        .catch(() => {});
    };
    return {
      async spawn(ids) {
        if (isAbandoned) throw new Error("These shards are not wanted any more.");
        begun();
        const options = await managerToFetchingStrategyOptions(manager);
        for (const id of ids) open(id, options);
      },
      async connect() {
        timer = watch(shards, replace);
        await Promise.all([...shards.values()].map(({ inner }) => inner.connect()));
      },
      destroy: giveUpAll,
      async send(id, payload) {
        await shards.get(id)?.inner.send(payload);
      },
      async fetchStatus() {
        // Discord.js has another release of collections than this part of it, which this part alone can make.
        const status = await new SimpleShardingStrategy(manager).fetchStatus();
        for (const [id, { inner }] of shards) status.set(id, inner.status);
        return status;
      },
    };
  };
  return {
    /** For discord.js to take in the place of its own. */
    buildStrategy,
    /** Ends them for good; whatever their client still wants to begin then fails. */
    abandon(): Promise<void> {
      isAbandoned = true;
      return giveUpAll();
    },
  };
}

/** Looks after the shards every two seconds. */
function watch(shards: ReadonlyMap<number, Shard>, onSilent: (id: number, shard: Shard) => void): NodeJS.Timeout {
  let lookedAt = Date.now();
  const look = () => {
    const now = Date.now();
    // A look that comes late was held up by this process, which has not had the time to hear anything either.
    const isLate = now - lookedAt > 2 * ASK_MS;
    lookedAt = now;
    for (const [id, shard] of shards) {
      if (isLate) shard.bear();
      if (shard.isSilent(now)) onSilent(id, shard);
      else shard.ask();
    }
  };
  return setInterval(look, ASK_MS).unref();
}
