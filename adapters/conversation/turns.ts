/** Lets the messages of one conversation take turns, so that a follow-up never overtakes the question it leans on. */
export type Turns = ReturnType<typeof createTurns>;

/** Orders turns by key within this process; different keys do not wait for each other. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return {
    take<T>(key: string, turn: () => Promise<T>): Promise<T> {
      const before = last.get(key) ?? Promise.resolve();
      const mine = before.then(turn, turn);
      last.set(key, mine);
      const forget = () => {
        if (last.get(key) === mine) last.delete(key);
      };
      mine.then(forget, forget);
      return mine;
    },
  };
}
