/** Formats are slow to make, and languages few: what is made for a key, kept up to 500 of them. */
export function remembered<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (memory.size < 500) memory.set(key, made);
  return made;
}
