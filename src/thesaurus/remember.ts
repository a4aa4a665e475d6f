/** Keeps the last results of a function; the one that was asked for longest ago goes first. */
export function remember<Key, Value>(limit: number, compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const result = kept.get(key) ?? { value: compute(key) };
    kept.delete(key);
    kept.set(key, result);
    const oldest = kept.keys().next();
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
    return result.value;
  };
}
