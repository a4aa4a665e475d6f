import { DISCORD_LIMITS } from "./limits.ts";
import type { ComponentMessage } from "./message.ts";

/** How much of Discord's limits for one message is used. */
export interface MessageSize {
  /** Components, those inside others counted too. */
  readonly components: number;
  /** Characters a person reads, those on buttons counted too. */
  readonly characters: number;
  /** UTF-8 bytes of the whole, which is on the safe side of what Discord counts. */
  readonly bytes: number;
}

/** Measures a message the way Discord does, where that is known, and more strictly where it is not. */
export function measureMessage({ components }: ComponentMessage): MessageSize {
  const all = components.flatMap(withInner);
  return {
    components: all.length,
    characters: all.reduce((sum, component) => sum + wordsOf(component).length, 0),
    bytes: Buffer.byteLength(JSON.stringify(components)),
  };
}

/** Whether Discord takes a message of this size. */
export function fits({ components, characters, bytes }: MessageSize): boolean {
  return (
    components <= DISCORD_LIMITS.components &&
    characters <= DISCORD_LIMITS.messageCharacters &&
    bytes <= DISCORD_LIMITS.messageBytes
  );
}

function withInner(component: object): object[] {
  const inner = "components" in component && Array.isArray(component.components) ? component.components : [];
  const accessory = "accessory" in component && isObject(component.accessory) ? [component.accessory] : [];
  return [component, ...[...inner, ...accessory].filter(isObject).flatMap(withInner)];
}

function wordsOf(component: object): string {
  const content = "content" in component && typeof component.content === "string" ? component.content : "";
  const label = "label" in component && typeof component.label === "string" ? component.label : "";
  return content + label;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
