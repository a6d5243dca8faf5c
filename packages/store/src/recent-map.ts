/**
 * The last used of what could be many: between half of `most` and all of them. They are kept in two generations; when
 * the younger is full it becomes the older, whose entries are forgotten but for those that were asked for meanwhile. No
 * step looks at more than one entry. Where they are held for a time alone, the younger becomes the older after half of it
 * as well, with the next entry that is new: nothing has to be swept.
 */
export class RecentMap<Key, Value> {
  readonly #half: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** How long one is held that nobody asks for, at most, in milliseconds. */
  readonly #halfAgeMs: number;
  #beganAt = performance.now();

  constructor(most: number, keepMs = Infinity) {
    this.#half = Math.ceil(most / 2);
    this.#halfAgeMs = keepMs / 2;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) {
      this.#old.delete(key);
      this.set(key, old);
    }
    return old;
  }

  set(key: Key, value: Value): void {
    if (this.#young.size >= this.#half || performance.now() - this.#beganAt >= this.#halfAgeMs) this.#age();
    this.#young.set(key, value);
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  *[Symbol.iterator](): Generator<readonly [Key, Value]> {
    for (const [key, value] of this.#old) if (!this.#young.has(key)) yield [key, value];
    yield* this.#young;
  }

  #age(): void {
    this.#old = this.#young;
    this.#young = new Map<Key, Value>();
    this.#beganAt = performance.now();
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}
