/** How many columns of a terminal a text takes. */
export type ColumnsOf = (text: string) => number;

// Latin and Cyrillic letters and the usual marks, each one column wide.
const ONE_COLUMN_EACH = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u0400-\u0482\u048A-\u052F\u2010-\u201F\u2026]*$/;

/** Measures any text. Node takes 20 to 35 ms to read the patterns of this library, most of it for flags and emoji. */
export async function loadColumns(): Promise<ColumnsOf> {
  const { default: stringWidth } = await import("string-width");
  return (text) => (ONE_COLUMN_EACH.test(text) ? text.length : stringWidth(text));
}

/**
 * What `layOut` makes of the widths of its texts. It is called with simple widths, and once more with true ones where
 * there is a text that needs them.
 */
export async function layOutInColumns(layOut: (columnsOf: ColumnsOf) => string): Promise<string> {
  let isSimple = true;
  const laidOut = layOut((text) => {
    isSimple &&= ONE_COLUMN_EACH.test(text);
    return text.length;
  });
  return isSimple ? laidOut : layOut(await loadColumns());
}
