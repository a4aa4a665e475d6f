/** Where this process was busy itself when the time was up, a reply may be there and not have been read. */
const ONE_LOOK_MORE_MS = 200;

/** The result of `work`, unless it takes longer than `limitMs`: then it rejects, and the work goes on unheard. */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error(`no reply within ${Math.round(limitMs)} ms`));
    timer = setTimeout(() => {
      timer = setTimeout(giveUp, ONE_LOOK_MORE_MS);
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
