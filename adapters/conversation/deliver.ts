import type { Log } from "../log.ts";
import type { Asked } from "./asked.ts";
import { ANSWERED_WITHIN_MS } from "./pending.ts";
import { type Delivery, type Platform, type Reply, writeFirstAccepted } from "./platform.ts";
import { type Attempt, LASTINGLY, retry } from "./retry.ts";
import { NOT_SHOWN } from "./texts.ts";

/** Since when something is tried, and whether it may have been done before. */
export interface Tries {
  readonly attempt: Attempt;
  /** When it was asked, in milliseconds since 1970. */
  readonly since: number;
}

/**
 * Where a reply was written, and where it can be changed if that may be needed; `null` where its question was deleted, or
 * no place takes it.
 */
export type Written<Place> = { readonly place: Place; readonly own?: Place } | null;

/** What delivering needs. */
export interface DeliveryTools {
  readonly log: Log;
  /** Aborted when this process gives up what it has not answered: calls reject then. */
  readonly abandoned: AbortSignal;
}

/** Creates the way to deliver on a platform. */
export function createDeliverer<Place, Message>(platform: Platform<Place, Message>, { log, abandoned }: DeliveryTools) {
  /** Writes a reply in its place, else in `otherwise`, else where the platform says that it may go instead. */
  async function deliver(asked: Asked<Place>, reply: Reply, tries: Tries, otherwise?: Place): Promise<Written<Place>> {
    const delivery = await insist(tries, (attempt) => write(asked, reply, attempt));
    if (delivery.kind === "written") return { place: asked.place, ...(delivery.own && { own: delivery.own }) };
    if (delivery.kind === "gone") {
      log.info("The question was deleted before it was answered.");
      return null;
    }
    const place = otherwise ?? platform.elsewhere(asked.place, delivery.reason);
    if (place !== null) return deliver({ ...asked, place }, reply, tries);
    log.error("A reply is refused everywhere.", { reason: delivery.reason });
    return null;
  }

  /** As it should look, else plainly, else a sentence that it could not be shown. */
  function write(asked: Asked<Place>, reply: Reply, attempt: Attempt): Promise<Delivery<Place>> {
    const { place, answerId } = asked;
    const forms = platform.render(reply, asked);
    const last = reply.kind === "sentence" ? [] : platform.render({ kind: "sentence", text: NOT_SHOWN }, asked);
    return writeFirstAccepted([...forms, ...last], async (form) => {
      const delivery = await platform.write(place, form, { answerId, attempt });
      if (delivery.kind === "refused") log.warn("A message is refused.", { reason: delivery.reason });
      return delivery;
    });
  }

  /** Makes a call to the platform until it is answered, or whoever asked has stopped waiting. */
  function insist<T>({ attempt, since }: Tries, call: (attempt: Attempt) => Promise<T>): Promise<T> {
    const deadline = since + ANSWERED_WITHIN_MS;
    return retry(call, { troubleOf: platform.troubleOf, log, pauses: LASTINGLY, deadline, attempt, signal: abandoned });
  }

  return { deliver, insist };
}
