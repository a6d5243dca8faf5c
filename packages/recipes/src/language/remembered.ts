/** CLDR's formats and names are slow to make, and languages few: what is made for a key, kept up to 500 of them. */
export function remembered<Value, Made extends Value | undefined>(
  memory: Map<string, Value>,
  key: string,
  make: () => Made,
): Value | Made {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (made !== undefined && memory.size < 500) memory.set(key, made);
  return made;
}
