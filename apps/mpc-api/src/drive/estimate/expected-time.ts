/** Plays how long questions take of which so many are under way at once, without waiting for it. */
export class ExpectedTime {
  /** When each place among those under way is free again, in seconds. */
  readonly #free: number[];
  #waiting: { readonly until: number; readonly go: () => void }[] = [];
  #now = 0;

  constructor(atOnce: number) {
    this.#free = Array.from({ length: atOnce }, () => 0);
  }

  /** Seconds from the beginning to the end of what ended last. */
  get seconds(): number {
    return this.#now;
  }

  /** Resolves when a question that takes so many seconds would have been answered, in the order of those ends. */
  take(seconds: number): Promise<void> {
    const place = this.#free.indexOf(Math.min(...this.#free));
    const until = Math.max(this.#now, this.#free[place] ?? 0) + seconds;
    this.#free[place] = until;
    return new Promise((go) => {
      this.#waiting.push({ until, go });
      // Whoever goes on beside this one puts its question first.
      if (this.#waiting.length === 1) setImmediate(() => this.#endNext());
    });
  }

  #endNext(): void {
    const [next, ...others] = this.#waiting.toSorted((one, other) => one.until - other.until);
    if (next === undefined) return;
    this.#waiting = others;
    this.#now = next.until;
    next.go();
    if (others.length > 0) setImmediate(() => this.#endNext());
  }
}
