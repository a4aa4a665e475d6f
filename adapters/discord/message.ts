import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from "discord.js";
import type { Outcome } from "../../src/index.ts";
import { cutText, oneLine } from "../conversation/cut.ts";
import { type CustomId, formatCustomId } from "./action-ids.ts";
import { DISCORD_LIMITS } from "./limits.ts";

/** A message in Components V2, as Discord's API takes it. */
export interface ComponentMessage {
  readonly flags: typeof MessageFlags.IsComponentsV2;
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** A message of plain text: what is sent where there are no buttons, or where Discord refuses the components. */
export interface PlainMessage {
  readonly flags: typeof MessageFlags.SuppressEmbeds;
  readonly content: string;
}

/** What is posted, in either form. */
export type DiscordMessage = ComponentMessage | PlainMessage;

/** Markdown as a message of plain text, cut to what Discord takes. */
export function plainMessage(markdown: string): PlainMessage {
  return { flags: MessageFlags.SuppressEmbeds, content: cutText(markdown, DISCORD_LIMITS.contentCharacters) };
}

/** Components as a message. */
export function componentMessage(components: readonly APIMessageTopLevelComponent[]): ComponentMessage {
  return { flags: MessageFlags.IsComponentsV2, components };
}

/** Words between components. */
export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A thin line between two parts. */
function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** Parts in a frame with thin lines between them; no frame where there is nothing in it. */
export function container(
  parts: readonly (readonly APIComponentInContainer[])[],
  accent: number,
): readonly APIMessageTopLevelComponent[] {
  const components = parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : [separator(), ...part]));
  if (components.length === 0) return [];
  return [{ type: ComponentType.Container, accent_color: accent, spoiler: false, components }];
}

/** The colour at the edge tells an answer from a near miss and from none. */
export const ACCENT: Readonly<Record<Outcome, number>> = { answered: 0x3b7dd8, related: 0xd9a03b, none: 0x80848e };

/** A grey button; the label is cut to what Discord takes. */
export function button(id: CustomId, label: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: formatCustomId(id),
    label: cutText(oneLine(label), DISCORD_LIMITS.buttonLabelCharacters),
  };
}

/** Buttons as rows of five. */
export function buttonRows(
  buttons: readonly APIButtonComponent[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const rows: APIActionRowComponent<APIComponentInMessageActionRow>[] = [];
  for (let at = 0; at < buttons.length; at += DISCORD_LIMITS.buttonsInRow)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + DISCORD_LIMITS.buttonsInRow) });
  return rows;
}
