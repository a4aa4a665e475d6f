import { ComponentType } from "discord.js";
import { isRecord } from "../adapters/conversation/parse-json.ts";
import { renderAnswer } from "../adapters/discord/render-answer.ts";
import { type Content, type Html, html } from "../adapters/web/html.ts";
import type { Answer } from "../src/index.ts";

/** A thread in Discord: the questions of one person, each with the components that Talks posts for it. */
export function drawDiscord(answers: readonly Answer[]): string {
  const messages = answers.map((answer): Content => {
    const [{ components }] = renderAnswer(answer, { answerId: "picture", heading: null, audience: "everyone" });
    return [
      message("anna", "anna", html`<p>${answer.question}</p>`),
      message("Talks", "talks", components.map(drawComponent)),
    ];
  });
  return html`<!doctype html><meta charset="utf-8"><style>${{ markup: STYLE }}</style><body>${messages}</body>`.markup;
}

function message(name: string, look: string, body: Content): Html {
  const app = look === "talks" ? html`<i>APP</i>` : null;
  return html`<div class="message"><span class="face ${look}">${name[0]?.toUpperCase() ?? ""}</span><div><p class="head"><b>${name}</b>${app}<time>Today at 10:24</time></p>${body}</div></div>`;
}

function drawComponent(component: unknown): Content {
  if (!isRecord(component)) return null;
  const inner = (Array.isArray(component.components) ? component.components : []).map(drawComponent);
  switch (component.type) {
    case ComponentType.Container:
      return html`<div class="container" style="border-left-color: #${Number(component.accent_color).toString(16)}">${inner}</div>`;
    case ComponentType.TextDisplay:
      return drawMarkdown(String(component.content));
    case ComponentType.Section:
      return html`<div class="section"><div>${inner}</div>${drawComponent(component.accessory)}</div>`;
    case ComponentType.Separator:
      return html`<hr>`;
    case ComponentType.ActionRow:
      return html`<div class="row">${inner}</div>`;
    case ComponentType.Button:
      return html`<button>${String(component.label)}</button>`;
    default:
      return null;
  }
}

/** The markdown that Talks writes: quotations, small print, bold, masked links, and backslashes before what is none of these. */
function drawMarkdown(markdown: string): Content {
  return markdown.split("\n").map((line): Content => {
    if (line.startsWith("> ")) return html`<blockquote>${drawInline(line.slice(2))}</blockquote>`;
    if (line.startsWith("-# ")) return html`<p class="small">${drawInline(line.slice(3))}</p>`;
    return html`<p>${drawInline(line)}</p>`;
  });
}

function drawInline(markdown: string): Content {
  const [, before = "", bold, label, address, escaped, after = ""] =
    /^([\s\S]*?)(?:\*\*([\s\S]+?)\*\*|\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)|\\([^\w\s]))([\s\S]*)$/.exec(markdown) ?? [];
  if (bold !== undefined) return [before, html`<b>${drawInline(bold)}</b>`, drawInline(after)];
  if (label !== undefined)
    return [before, html`<a href="${address ?? ""}">${drawInline(label)}</a>`, drawInline(after)];
  if (escaped !== undefined) return [before, escaped, drawInline(after)];
  return markdown;
}

const STYLE = `
body { margin: 0; padding: 18px 24px 22px; background: #313338; color: #dbdee1; font: 16px/1.375 "gg sans", "Noto Sans", "Noto Color Emoji", sans-serif; }
p, blockquote { margin: 0 0 4px; }
.message { display: flex; gap: 14px; margin-bottom: 18px; }
.message > div { flex: 1; }
.face { width: 40px; height: 40px; border-radius: 50%; background: #3b7dd8; color: #fff; font-weight: 700; display: grid; place-items: center; }
.face.anna { background: #8a6d3b; }
.head b { color: #f2f3f5; }
.head i { font: 700 10px/1.5 "Noto Sans"; background: #5865f2; color: #fff; padding: 1px 5px; margin-left: 5px; border-radius: 4px; }
.head time { color: #949ba4; font-size: 12px; margin-left: 8px; }
.container { border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px; background: #2b2d31; padding: 14px 16px; margin: 4px 0 8px; }
blockquote { border-left: 4px solid #4e5058; border-radius: 2px; padding-left: 12px; }
.small { color: #949ba4; font-size: 13px; margin-bottom: 8px; }
a { color: #00a8fc; text-decoration: none; }
hr { border: 0; border-top: 1px solid #3f4147; margin: 12px 0; }
.section { display: flex; justify-content: space-between; align-items: start; gap: 16px; margin-top: 4px; }
.section > div { flex: 1; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
button { font: 500 14px/1 "Noto Sans", "Noto Color Emoji"; color: #fff; background: #4e5058; border: 0; border-radius: 8px; padding: 9px 14px; white-space: nowrap; }
`;
