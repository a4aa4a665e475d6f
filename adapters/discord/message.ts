import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from "discord.js";
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
export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

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
