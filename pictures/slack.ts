import { isRecord } from "../adapters/conversation/parse-json.ts";
import { renderAnswer } from "../adapters/slack/render-answer.ts";
import { type Content, type Html, html } from "../adapters/web/html.ts";
import type { Answer } from "../src/index.ts";

/** A thread in Slack: the questions of one person, each with the blocks that Talks posts for it. */
export function drawSlack(answers: readonly Answer[]): string {
  const messages = answers.map((answer): Content => {
    const { blocks } = renderAnswer({ id: "picture", answer, audience: "everyone", askedBy: null });
    return [
      message("Alice", "alice", html`<p>${answer.question}</p>`),
      message("Talks", "talks", blocks.map(drawBlock)),
    ];
  });
  return html`<!doctype html><meta charset="utf-8"><style>${{ markup: STYLE }}</style><body>${messages}</body>`.markup;
}

function message(name: string, look: string, body: Content): Html {
  const app = look === "talks" ? html`<i>APP</i>` : null;
  return html`<div class="message"><span class="face ${look}">${name[0] ?? ""}</span><div><p class="head"><b>${name}</b>${app}<time>10:24</time></p>${body}</div></div>`;
}

function drawBlock(block: unknown): Content {
  if (!isRecord(block)) return null;
  switch (block.type) {
    case "rich_text":
      return listOf(block.elements).map(
        (quote) => html`<blockquote>${listOf(quote.elements).map(drawText)}</blockquote>`,
      );
    case "section":
      return html`<p>${drawMrkdwn(textOf(block.text))}</p>`;
    case "context":
      return html`<p class="context">${listOf(block.elements).map((element) => drawMrkdwn(textOf(element)))}</p>`;
    case "actions":
      return html`<p class="actions">${listOf(block.elements).map((button) => html`<button>${textOf(button.text)}</button>`)}</p>`;
    default:
      return null;
  }
}

function drawText(piece: Readonly<Record<string, unknown>>): Content {
  return isRecord(piece.style) && piece.style.bold === true ? html`<b>${textOf(piece)}</b>` : textOf(piece);
}

/** Mrkdwn is escaped as markup is, but for quotation marks: links, bold and the ends of lines are all that Talks writes in it. */
function drawMrkdwn(mrkdwn: string): Html {
  const linked = mrkdwn.replace(
    /<([^|>]+)\|([^>]+)>/g,
    (_, address: string, label: string) => html`<a href="${address}">${{ markup: label }}</a>`.markup,
  );
  return { markup: linked.replace(/\*([^*\n]+)\*/g, "<b>$1</b>").replaceAll("\n", "<br>") };
}

function textOf(value: unknown): string {
  return isRecord(value) && typeof value.text === "string" ? value.text : "";
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

const STYLE = `
body { margin: 0; padding: 18px 24px 22px; background: #fff; color: #1d1c1d; font: 15px/1.47 "Lato", "Noto Sans", sans-serif; }
p, blockquote { margin: 0 0 4px; }
.message { display: flex; gap: 10px; margin-bottom: 16px; }
.message > div { flex: 1; }
.face { width: 36px; height: 36px; border-radius: 8px; background: #1f3a50; color: #fff; font-weight: 700; display: grid; place-items: center; }
.face.alice { background: #9a5b3c; }
.head b { font-weight: 800; }
.head i { font: 700 10px/1.4 "Noto Sans"; background: #ececec; color: #616061; padding: 1px 4px; margin-left: 5px; border-radius: 3px; }
.head time { color: #616061; font-size: 12px; margin-left: 8px; }
blockquote { border-left: 4px solid #ddd; padding-left: 12px; margin-top: 4px; }
.context { color: #616061; font-size: 13px; margin-bottom: 8px; }
a { color: #1264a3; text-decoration: none; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 6px 0; }
button { font: 700 13px/1 "Noto Sans", "Noto Color Emoji"; color: #1d1c1d; background: #fff; border: 1px solid #bbb; border-radius: 8px; padding: 8px 12px; }
`;
