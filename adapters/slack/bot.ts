import { type Delivery, writeFirstAccepted } from "../conversation/platform.ts";
import type { ChatServices } from "../conversation/services.ts";
import { NOT_SHOWN } from "../conversation/texts.ts";
import type { Log } from "../log.ts";
import { callPatiently } from "./api-errors.ts";
import { formsOf, type Message, sentence } from "./message.ts";
import { elsewhere, type SlackPlace } from "./place.ts";
import type { DeletedMessages, Write } from "./write.ts";

/** What the listeners work with. */
export interface SlackBot extends ChatServices<SlackPlace> {
  readonly deleted: DeletedMessages;
  readonly show: Show;
}

/** Shows a message that is no reply to a question, such as what a button brings, in the first form that Slack takes. */
export type Show = (place: SlackPlace, message: Message) => Promise<Delivery>;

/** Creates the way to show; what one person is to see may end up in their direct messages. */
export function createShow(write: Write, log: Log): Show {
  const show: Show = async (place, message) => {
    const forms = [...formsOf(message), sentence(NOT_SHOWN)];
    const delivery = await writeFirstAccepted(forms, (form) => callPatiently(() => write(place, form, FIRST), log));
    if (delivery.kind !== "refused" || place.kind !== "ephemeral") return delivery;
    log.warn("Slack refused a message for one person.", { reason: delivery.reason });
    const next = elsewhere(place, delivery.reason);
    return next === null ? delivery : show(next, message);
  };
  return show;
}

const FIRST = { attempt: "first" } as const;
