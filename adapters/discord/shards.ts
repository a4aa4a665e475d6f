import { setTimeout as wait } from "node:timers/promises";
import {
  CloseCodes,
  type FetchingStrategyOptions,
  type IContextFetchingStrategy,
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  WebSocketShardEvents as On,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  WebSocketShardStatus as Status,
  type WebSocketManager,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardEvents,
} from "@discordjs/ws";
import { GatewayOpcodes } from "discord.js";

/** One connection of the gateway's, of which it is known whether anything is heard on it. */
type Shard = ReturnType<typeof createShard>;

/** A connection on which nothing is heard for so long is dead, though nobody has closed it. */
const SILENCE_MS = 5_000;
/** The same for one that is being made, where Discord takes longer to answer. */
const CONNECTING_MS = 20_000;
/** Within that: the handshake has to fail before the greeting does, as its error is heard by nobody after that. */
const HANDSHAKE_MS = 8_000;

/** Pauses before connecting, after none, one, two … failures in a row; discord.js adds half a second to each. */
const PAUSES_MS = [0, 0, 1_000, 2_000, 5_000, 10_000, 15_000];

/**
 * A shard of discord.js, whose events go to the manager, but for what it does not do itself: it waits longer from failure
 * to failure, and once given up it is at rest, where discord.js's own connects again after its end.
 */
function createShard(manager: WebSocketManager, options: FetchingStrategyOptions, id: number) {
  const simple = new SimpleContextFetchingStrategy(manager, options);
  let isGivenUp = false;
  let isOpen = false;
  let failures = 0;
  let silentAt = Number.POSITIVE_INFINITY;

  const bear = () => {
    silentAt = Date.now() + (inner.status === Status.Ready ? SILENCE_MS : CONNECTING_MS);
  };
  /** Waits for something on this side, for which the other one is not to blame. */
  const unblamed = async (waited: Promise<void>) => {
    silentAt = Number.POSITIVE_INFINITY;
    await waited;
    bear();
  };
  const context: IContextFetchingStrategy = {
    options: { ...options, handshakeTimeout: HANDSHAKE_MS, helloTimeout: CONNECTING_MS },
    async retrieveSessionInfo() {
      // This is what a shard does first when it connects, and it has no other place to be held at.
      if (inner.status === Status.Idle) {
        await unblamed(wait(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]));
        failures += 1;
      }
      return isGivenUp ? new Promise(() => {}) : simple.retrieveSessionInfo(id);
    },
    async updateSessionInfo(_, session) {
      if (!isGivenUp) await simple.updateSessionInfo(id, session);
    },
    waitForIdentify: (_, signal) => unblamed(simple.waitForIdentify(id, signal)),
  };
  const inner = new WebSocketShard(context, id);
  const heard = () => {
    isOpen = true;
    if (inner.status === Status.Ready) failures = 0;
    bear();
  };
  const closed = () => {
    isOpen = false;
    silentAt = Number.POSITIVE_INFINITY;
  };
  inner.on(On.Hello, heard).on(On.Ready, heard).on(On.Resumed, heard).on(On.Dispatch, heard);
  inner.on(On.HeartbeatComplete, heard).on(On.Closed, closed);
  forward(inner, manager, () => !isGivenUp);

  return {
    inner,
    options,
    /** Believes the other side for a while longer. */
    bear,
    /** Whether the other side has kept silent for too long, be it connected or not. */
    isSilent: (now: number) => now > silentAt,
    /** Asks for a sign of life, where it is connected. */
    ask() {
      if (inner.status === Status.Ready) void sendHeartbeat(inner, simple).catch(() => {});
    },
    /** Takes leave, and never connects again. */
    async giveUp(leave: Omit<WebSocketShardDestroyOptions, "recover"> = {}): Promise<void> {
      isGivenUp = true;
      // One that is only now being opened would end the process by the error of its handshake, which nobody hears then.
      if (isOpen) await inner.destroy(leave);
    },
  };
}

/** Discord acknowledges each, also those that come before their time. */
async function sendHeartbeat(shard: WebSocketShard, context: IContextFetchingStrategy): Promise<void> {
  const session = await context.retrieveSessionInfo(shard.id);
  await shard.send({ op: GatewayOpcodes.Heartbeat, d: session?.sequence ?? null });
}

/** Tells the manager what the shard tells, as long as it is wanted. */
function forward(shard: WebSocketShard, manager: WebSocketManager, isWanted: () => boolean): void {
  for (const event of Object.values(On))
    shard.on(event, (payload?: object) => {
      if (isWanted()) manager.emit(event, { ...payload, shardId: shard.id });
    });
}

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
