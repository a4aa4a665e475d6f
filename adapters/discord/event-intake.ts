import { createInFlight } from "../chat/in-flight.ts";
import type { State } from "../chat/state.ts";
import type { Log } from "../log.ts";
import { describeError } from "./api-errors.ts";

/** Where events come in: each is handled once, and a stop waits for those that are being handled. */
export interface EventIntake {
  /** Handles the event with this id, unless it was handled before; never throws. */
  take(id: string, handle: () => Promise<void>): void;
  isStopping(): boolean;
  /** Waits for what is being handled; events that come meanwhile find that the bot is stopping. */
  stop(): Promise<void>;
}

const DRAIN_LIMIT_MS = 10_000;

/** Redelivered events are known this long; Discord replays what was missed within minutes. */
const EVENT_TTL_MS = 15 * 60_000;

/** Opens the intake; which events were handled is kept in `state`. */
export function createEventIntake(state: State, log: Log): EventIntake {
  const inFlight = createInFlight();
  let isStopping = false;

  const isFirstDelivery = async (id: string): Promise<boolean> => {
    try {
      return await state.claim(`discord:event:${id}`, EVENT_TTL_MS);
    } catch (error) {
      log.warn("The state cannot tell whether an event came before", describeError(error));
      return true; // Rather answered twice than not at all.
    }
  };
  const handleOnce = async (id: string, handle: () => Promise<void>): Promise<void> => {
    try {
      if (await isFirstDelivery(id)) await handle();
    } catch (error) {
      log.error("An event was not handled", describeError(error));
    }
  };

  return {
    take: (id, handle) => void inFlight.track(handleOnce(id, handle)),
    isStopping: () => isStopping,
    async stop() {
      isStopping = true;
      const isDone = await inFlight.drain(DRAIN_LIMIT_MS);
      if (!isDone) log.warn("Discord stops although some questions are not answered yet");
    },
  };
}
