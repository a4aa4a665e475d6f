import { ComponentType } from "discord.js";
import { walk } from "./discord-refusal.ts";

/** What a person sees of markdown the way Discord reads it, and what in it would do more than be read. */
export interface VisibleText {
  readonly visible: string;
  /** Mentions, and the ids in them. */
  readonly pings: readonly string[];
  /** Markdown that Talks never writes: it came from an article or a question. */
  readonly strays: readonly string[];
}

/** In the order in which Discord's client tries them. */
const RULES: readonly (readonly [RegExp, (found: RegExpExecArray) => Partial<VisibleText>])[] = [
  [/\\([^0-9A-Za-z\s])/y, ([, sign = ""]) => ({ visible: sign })],
  [/\[((?:\\.|[^\]\\\n])*)\]\(<(https?:\/\/[^\s<>]*)>\)/y, ([, label = ""]) => ({ ...readMarkdown(label) })],
  [/\*\*/y, () => ({})],
  [/<(?:@[!&]?|#)\d+>/y, ([ping = ""]) => ({ visible: ping, pings: [ping] })],
  [/@(?:everyone|here)/y, ([ping = ""]) => ({ visible: ping, pings: [ping] })],
  [/https?:\/\/|discord\.gg\//y, ([address = ""]) => ({ visible: address, strays: [address] })],
  [/[*_~`|[\]<>#]/y, ([sign = ""]) => ({ visible: sign, strays: [sign] })],
];

/** Reads markdown. */
export function readMarkdown(markdown: string): VisibleText {
  let visible = "";
  const pings: string[] = [];
  const strays: string[] = [];
  const text = markdown.replace(/^(?:> |-# |- )/gm, "");
  for (let at = 0; at < text.length; ) {
    const [found, read] = ruleAt(text, at);
    visible += read.visible ?? "";
    pings.push(...(read.pings ?? []));
    strays.push(...(read.strays ?? []));
    at += found;
  }
  return { visible, pings, strays };
}

function ruleAt(text: string, at: number): readonly [number, Partial<VisibleText>] {
  for (const [pattern, read] of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return [found[0].length, read(found)];
  }
  return [1, { visible: text[at] ?? "" }];
}

/** The same for a message: content, texts and labels, one below the other. */
export function readMessage(message: {
  readonly content?: string;
  readonly components?: readonly unknown[];
}): VisibleText {
  const texts = [message.content ?? "", ...walk(message.components).map(({ content }) => content ?? "")].map(
    readMarkdown,
  );
  const labels = walk(message.components).filter(({ type }) => type === ComponentType.Button);
  return {
    visible: [...texts.map(({ visible }) => visible), ...labels.map(({ label }) => label)].filter(Boolean).join("\n"),
    pings: texts.flatMap(({ pings }) => pings),
    strays: texts.flatMap(({ strays }) => strays),
  };
}
