import { setTimeout as wait } from "node:timers/promises";
import {
  type FetchingStrategyOptions,
  type IContextFetchingStrategy,
  WebSocketShardEvents as On,
  SimpleContextFetchingStrategy,
  WebSocketShardStatus as Status,
  type WebSocketManager,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
} from "@discordjs/ws";
import { GatewayOpcodes } from "discord.js";

/** One connection of the gateway's, of which it is known whether anything is heard on it. */
export type Shard = ReturnType<typeof createShard>;

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
export function createShard(manager: WebSocketManager, options: FetchingStrategyOptions, id: number) {
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
  const shardId = shard.id;
  const tell = (emit: () => unknown) => {
    if (isWanted()) emit();
  };
  shard.on(On.Closed, (payload) => tell(() => manager.emit(On.Closed, { ...payload, shardId })));
  shard.on(On.Debug, (payload) => tell(() => manager.emit(On.Debug, { ...payload, shardId })));
  shard.on(On.Dispatch, (payload) => tell(() => manager.emit(On.Dispatch, { ...payload, shardId })));
  shard.on(On.Error, (payload) => tell(() => manager.emit(On.Error, { ...payload, shardId })));
  shard.on(On.Hello, () => tell(() => manager.emit(On.Hello, { shardId })));
  shard.on(On.Ready, (payload) => tell(() => manager.emit(On.Ready, { ...payload, shardId })));
  shard.on(On.Resumed, () => tell(() => manager.emit(On.Resumed, { shardId })));
  shard.on(On.HeartbeatComplete, (payload) => tell(() => manager.emit(On.HeartbeatComplete, { ...payload, shardId })));
}
