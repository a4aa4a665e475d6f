/** One span of time for several things: what is not done by its end counts as `otherwise`, and goes on unheard. */
export function createPatience(limitMs: number) {
  const deadline = performance.now() + limitMs;
  return async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<T>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, deadline - performance.now()), otherwise);
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  };
}
