/** Markup that may stand in a page as it is. */
export interface Html {
  readonly markup: string;
}

/** What can be put into markup: texts are escaped, lists are put one after the other, `null` is nothing. */
export type Content = string | number | null | Html | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Puts contents into markup, so that none of them becomes markup. An attribute's value has to stand in quotation marks. */
export function html(markup: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { markup: markup.map((part, at) => part + written(contents[at] ?? null)).join("") };
}

function written(content: Content): string {
  if (content === null) return "";
  if (typeof content === "object") return "markup" in content ? content.markup : content.map(written).join("");
  return String(content).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
