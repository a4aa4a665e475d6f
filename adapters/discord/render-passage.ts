import { type APIComponentInContainer, ComponentType } from "discord.js";
import type { Disagreement, Passage } from "../../src/index.ts";
import { cutText } from "../conversation/cut.ts";
import { BUTTONS, DISAGREEMENT_TITLE } from "../conversation/texts.ts";
import { FIRST_QUOTATION, type Room } from "./fit.ts";
import { blockQuote, emphasise, escapeLine, smallPrint } from "./markup.ts";
import { button, textDisplay } from "./message.ts";
import { sourceLine, sourceMarkdown } from "./source-line.ts";

const PASSAGES_OF_DISAGREEMENT = 3;

/** A passage of an answer, and its number there. */
export interface NumberedPassage {
  readonly passage: Passage;
  readonly index: number;
}

/** A quotation with its cautions, and its source beside the button that shows what stands around it. */
export function renderPassage(
  { passage, index }: NumberedPassage,
  answerId: string,
  room: Room,
): APIComponentInContainer[] {
  const longest = index === 0 ? Math.max(FIRST_QUOTATION, room.quotation) : room.quotation;
  return [
    textDisplay([quotation(passage, longest), ...cautions(passage, room)].join("\n")),
    {
      type: ComponentType.Section,
      components: [textDisplay(sourceMarkdown(passage, room))],
      accessory: button({ action: "context", answerId, index }, BUTTONS.context),
    },
  ];
}

/** A passage as markdown without buttons. */
export function passageMarkdown(passage: Passage, room: Room): string {
  return [quotation(passage, room.quotation), sourceMarkdown(passage, room), ...cautions(passage, room)].join("\n");
}

/** Passages that do not agree, one below the other, under the point in which they differ. */
export function disagreementMarkdown({ about, passages }: Disagreement, room: Room): string {
  const sides = passages
    .slice(0, PASSAGES_OF_DISAGREEMENT)
    .map((passage) => `${quotation(passage, room.quotation / 2)}\n${sourceLine(passage, room)}`);
  return [`⚖️ **${DISAGREEMENT_TITLE}:** ${escapeLine(cutText(about, room.quotation))}`, ...sides].join("\n");
}

function quotation({ text, matches }: Passage, limit: number): string {
  return blockQuote(emphasise(cutText(text, limit), matches));
}

function cautions({ cautions }: Passage, room: Room): string[] {
  return cautions
    .slice(0, room.notes)
    .map((caution) => smallPrint(`⚠️ ${escapeLine(cutText(caution, room.quotation))}`));
}
