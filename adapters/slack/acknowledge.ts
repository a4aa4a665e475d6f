import type { App } from "@slack/bolt";
import type { Acknowledge } from "../conversation/exchange.ts";
import type { SlackPlace } from "./place.ts";

/** Tells Slack that something has come; told again, it does nothing. */
export type Ack = () => Promise<void>;

/** Slack waits three seconds, the way there and back included. */
const LATEST_MS = 2_000;

/**
 * Does the work, in which `ack` is to be called once nothing can be lost any more. It is called here where the work ends
 * without it, and where Slack would wait no longer.
 */
export async function acknowledging<T>(ack: () => Promise<unknown>, work: (ack: Ack) => Promise<T>): Promise<T> {
  let acknowledged: Promise<void> | null = null;
  const ackOnce = () => {
    acknowledged ??= ack().then(() => {});
    return acknowledged;
  };
  const timer = setTimeout(() => ackOnce().catch(() => {}), LATEST_MS).unref();
  try {
    const result = await work(ackOnce);
    await ackOnce();
    return result;
  } finally {
    clearTimeout(timer);
  }
}

/** Bolt acknowledges events before any listener sees them; from now on they are acknowledged by `ackOf`, or at their end. */
export function acknowledgeWhenKept(app: App): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => {
    if (event.body?.type !== "event_callback") return process(event);
    return acknowledging(
      async () => event.ack(),
      (ack) =>
        process({ ...event, ack: async () => {}, customProperties: { ...event.customProperties, [CONTEXT_KEY]: ack } }),
    );
  };
}

/** The way to acknowledge an event, from its context. */
export function ackOf(context: Readonly<Record<string, unknown>>): Ack {
  const ack = context[CONTEXT_KEY];
  return async () => {
    if (typeof ack === "function") await ack();
  };
}

/** For the exchange: in Slack the place stays what it was. */
export function acknowledgeBy(ack: Ack): Acknowledge<SlackPlace> {
  return async (place) => {
    await ack();
    return place;
  };
}

const CONTEXT_KEY = "acknowledge";
