import type * as v from "valibot";
import type { Answer, Coverage } from "../../src/index.ts";
import type { Asked, Reference } from "./asked.ts";
import type { OpenedBy } from "./conversations.ts";
import type { Attempt, Trouble } from "./retry.ts";

/** What is shown to somebody who asked, before a platform gives it its form. */
export type Reply =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "help"; readonly coverage: Coverage; readonly isNothingAsked: boolean }
  | { readonly kind: "sources"; readonly coverage: Coverage }
  | { readonly kind: "sentence"; readonly text: string };

/**
 * What became of a message. `gone`: the question was deleted, and nobody waits any more. `refused`: the platform takes
 * this form of it not, or nothing in this place, with the reason in its own words; which of the two, the next form shows.
 */
export type Delivery<Place = never> =
  /** `own` is where the message can be changed, where that may be needed. */
  | { readonly kind: "written"; readonly own?: Place }
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly reason: string };

/** A thread for a question: what goes into it, and where the answer goes if the thread does not take it. */
export type Opened<Place> =
  | {
      readonly kind: "opened";
      readonly place: Place;
      readonly otherwise: Place;
      readonly key: string;
      readonly openedBy: OpenedBy;
    }
  | { readonly kind: "in-place"; readonly place: Place }
  | { readonly kind: "gone" };

/** What stands where a question refers to: an answer of Talks, words of somebody else, or what the platform keeps back. */
export type Said =
  | { readonly kind: "unreadable"; readonly notice: string }
  | { readonly kind: "answer"; readonly answerId: string }
  | { readonly kind: "words"; readonly text: string };

/** What a message is told apart by, and whether it may be there already. */
export interface Writing {
  readonly answerId: string;
  readonly attempt: Attempt;
}

/**
 * What the exchange asks of a platform. Calls reject where the platform is in trouble, and are made again; what may have
 * been carried out by an earlier attempt is not to be carried out twice.
 */
export interface Platform<Place, Message> {
  readonly name: string;
  /** Reads a place that was kept. */
  readonly placeSchema: v.GenericSchema<unknown, Place>;
  /** Where only the asker sees what is written, as far as that is possible there. */
  privately(place: Place): Place;
  /** Makes the thread in which a question is answered, or finds the one that was made before. */
  openThread(asked: Asked<Place>, attempt: Attempt): Promise<Opened<Place>>;
  /** Looks up what a question refers to; `null` where there are no words, or Talks may not read them. */
  lookUp(about: Reference, place: Place): Promise<Said | null>;
  /** The reply in the forms in which the platform may take it, the best first. */
  render(reply: Reply, asked: Asked<Place>): readonly Message[];
  write(place: Place, message: Message, writing: Writing): Promise<Delivery<Place>>;
  /** Where else an answer may go that was refused in a place; `null` where there is no other. */
  elsewhere(place: Place, reason: string): Place | null;
  troubleOf(error: unknown): Trouble;
  /** What a log may say of an error: nothing of what people said. */
  describeError(error: unknown): { readonly error: unknown };
}

/** Writes the first of the forms of a message that the platform takes. */
export async function writeFirstAccepted<Message, D extends Delivery<unknown>>(
  forms: readonly Message[],
  write: (form: Message) => Promise<D>,
): Promise<D | Refused> {
  let last: Refused = { kind: "refused", reason: "no form" };
  for (const form of forms) {
    const delivery = await write(form);
    if (delivery.kind !== "refused") return delivery;
    last = delivery;
  }
  return last;
}

type Refused = Delivery & { readonly kind: "refused" };
