import { ComponentType, MessageFlags } from "discord.js";

/** What Discord would answer to a message that breaks its limits; `null` where it takes it. Own reading of its docs. */
export function refusalOf(body: Record<string, unknown>): { readonly status: number; readonly reason: string } | null {
  const isV2 = (Number(body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const content = typeof body.content === "string" ? body.content : "";
  if (!isV2) {
    if (content.length > 2_000) return invalid("content over 2,000 characters");
    return content.trim() === "" ? invalid("an empty message") : null;
  }
  if (content !== "") return invalid("content beside Components V2");
  const components = walk(body.components);
  if (components.length === 0) return invalid("an empty message");
  if (components.length > 40) return invalid(`${components.length} components`);
  const fault = components.map(faultOf).find((found) => found !== null);
  if (fault) return invalid(fault);
  const ids = components.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  if (new Set(ids).size < ids.length) return invalid("a custom id twice");
  const text = components.map(({ content: words, label }) => `${words ?? ""}${label ?? ""}`).join("");
  if (text.length > 4_000) return invalid(`${text.length} characters`);
  if (Buffer.byteLength(text) > 10_170) return { status: 500, reason: "Internal Server Error" };
  return null;
}

/** A component as far as the checks look at it. */
export interface SentComponent {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly SentComponent[];
  readonly accessory?: SentComponent;
}

/** All components of a message, those inside others behind their parent. */
export function walk(components: unknown): SentComponent[] {
  if (!Array.isArray(components)) return [];
  return components
    .filter(isComponent)
    .flatMap((component) => [component, ...walk(component.components), ...walk([component.accessory])]);
}

function isComponent(value: unknown): value is SentComponent {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "number";
}

function faultOf({ type, content, label, custom_id, components }: SentComponent): string | null {
  if (type === ComponentType.TextDisplay && !content) return "a text without words";
  if (type === ComponentType.ActionRow && (components?.length ?? 0) > 5) return "more than five buttons in a row";
  if (type === ComponentType.Button && !(label && custom_id)) return "a button without label or id";
  if ((label?.length ?? 0) > 80) return "a label over 80 characters";
  return (custom_id?.length ?? 0) > 100 ? "a custom id over 100 characters" : null;
}

const invalid = (reason: string) => ({ status: 400, reason });
