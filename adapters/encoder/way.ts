import { createEncoderThread } from "./in-thread.ts";

/** Says which way Talks answers. @param whyNot why there is no encoder, as the end of a sentence; `null` where there is one. */
export function describeWay(whyNot: string | null): string {
  return whyNot === null
    ? "Talks answers by words and by meaning."
    : `Talks answers by words alone: ${whyNot}. docs/operating.md says what is missed, and what to do.`;
}

/** Loads the encoder and lets it go again: `null`, or why it cannot be had, as the end of a sentence. */
export async function tryEncoder(): Promise<string | null> {
  const thread = createEncoderThread(() => {});
  const whyNot = await thread.whyNot();
  await thread.close();
  return whyNot;
}
