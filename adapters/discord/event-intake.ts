import { createInFlight } from "../conversation/in-flight.ts";
import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { describeError } from "./api-errors.ts";

/** Where events come in: each is handled once, and a stop waits for those that are being handled. */
export interface EventIntake {
  /** Handles the event with this id, unless it was handled before; never throws. */
  take(id: string, handle: () => Promise<void>): void;
  /** Does work that no event asks for; never throws. */
  run(work: () => Promise<void>): void;
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
  const track = (work: () => Promise<void>) =>
    void inFlight.track(
      work().catch((error: unknown) => log.error("Something in Discord was not handled", describeError(error))),
    );

  return {
    take: (id, handle) =>
      track(async () => {
        if (await isFirstDelivery(id)) await handle();
      }),
    run: track,
    isStopping: () => isStopping,
    async stop() {
      isStopping = true;
      const isDone = await inFlight.drain(DRAIN_LIMIT_MS);
      if (!isDone) log.warn("Discord stops although some questions are not answered yet");
    },
  };
}
