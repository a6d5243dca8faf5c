/** Rings when something may have changed in the database, for those of this process who would else look again later. */
export class Bell {
  readonly #listeners = new Set<() => void>();

  readonly ring = (): void => {
    for (const listener of this.#listeners) listener();
  };

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  /** Returns what ends the listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
