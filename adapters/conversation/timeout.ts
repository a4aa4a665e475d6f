/** Where this process was busy itself when the time was up, a reply may be there and not have been read. */
const ONE_LOOK_MORE_MS = 200;

/** The result of `work`, unless it takes longer than `limitMs`: then it rejects, and the work goes on unheard. */
export async function withTimeout<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error(`no reply within ${Math.round(limitMs)} ms`));
    timer = setTimeout(() => {
      timer = setTimeout(giveUp, ONE_LOOK_MORE_MS);
    }, limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** One span of time for several things: what is not done by its end counts as `otherwise`, and goes on unheard. */
export function createTimeBudget(limitMs: number) {
  const deadline = performance.now() + limitMs;
  return <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<T>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, deadline - performance.now()), otherwise);
    });
    return Promise.race([work, limit]).finally(() => clearTimeout(timer));
  };
}
