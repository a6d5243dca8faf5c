/** How many entries are looked at for each that is added: with two, as many go as come even where each second is over. */
const LOOKS_AN_ENTRY = 2;

/**
 * Entries that end by themselves. What is over is thrown away a little with each entry that comes, by a hand that goes
 * round all of them: nobody waits for a look through everything, and what is over never outgrows what once was live.
 */
export class SweptMap<Key, Value> {
  readonly #isOver: (value: Value, now: number) => boolean;
  readonly #entries = new Map<Key, Value>();
  #hand = this.#entries.entries();

  /** @param isOver whether an entry may go; `now` as it is given to `set` */
  constructor(isOver: (value: Value, now: number) => boolean) {
    this.#isOver = isOver;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** Adds an entry, or replaces one that is over. */
  set(key: Key, value: Value, now: number): void {
    for (let look = 0; look < LOOKS_AN_ENTRY; look++) this.#lookAtNext(now);
    this.#entries.set(key, value);
  }

  entries(): [Key, Value][] {
    return [...this.#entries];
  }

  clear(): void {
    this.#entries.clear();
    this.#hand = this.#entries.entries();
  }

  #lookAtNext(now: number): void {
    const next = this.#hand.next();
    if (next.done) {
      this.#hand = this.#entries.entries();
      return;
    }
    const [key, value] = next.value;
    if (this.#isOver(value, now)) this.#entries.delete(key);
  }
}
