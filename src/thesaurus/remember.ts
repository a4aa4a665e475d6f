/** Keeps the results of a function; where there are too many, it begins anew: to know which is the oldest costs more. */
export function remember<Key, Value>(limit: number, compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known.value;
    const value = compute(key);
    if (kept.size >= limit) kept.clear();
    kept.set(key, { value });
    return value;
  };
}
