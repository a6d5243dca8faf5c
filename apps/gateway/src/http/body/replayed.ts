/** Where pieces are kept. */
export interface PieceStore<Piece> {
  /** How many pieces came. */
  readonly length: number;
  /** Keeps one, or notes that it came. */
  keep(piece: Piece): Promise<void> | void;
  /** One that was kept. Rejects for one that is no longer there. */
  at(index: number): Promise<Piece> | Piece;
}

/**
 * What comes piece by piece, for all who want to read it, one behind the other or at once: each gets it from the first
 * piece on, as far as the store keeps it, and then what comes as it comes. Nobody's end ends the source.
 */
export class Replayed<Piece> {
  readonly #source: AsyncIterator<Piece>;
  readonly #store: PieceStore<Piece>;
  #reading: Promise<IteratorResult<Piece, undefined>> | undefined;
  #failure: { readonly reason: unknown } | undefined;
  #hasEnded = false;

  constructor(source: AsyncIterator<Piece>, store: PieceStore<Piece>) {
    this.#source = source;
    this.#store = store;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Whether the source broke off. */
  get isBroken(): boolean {
    return this.#failure !== undefined;
  }

  /** Waits for the last piece. Rejects where the source breaks off. */
  async finish(): Promise<void> {
    while ((await this.#next()).done !== true);
  }

  /** Rejects where the source breaks off, each time; and where what came first is no longer there. */
  async *open(): AsyncGenerator<Piece> {
    for (let index = 0; ; index++) {
      if (index < this.#store.length) {
        yield await this.#store.at(index);
        continue;
      }
      const next = await this.#next();
      if (next.done === true) return;
      yield next.value;
    }
  }

  /** Several who wait for the same piece get the same. */
  #next(): Promise<IteratorResult<Piece, undefined>> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(): Promise<IteratorResult<Piece, undefined>> {
    if (this.#failure) throw this.#failure.reason;
    if (this.#hasEnded) return { done: true, value: undefined };
    try {
      const next = await this.#source.next();
      if (next.done === true) {
        this.#hasEnded = true;
        return { done: true, value: undefined };
      }
      await this.#store.keep(next.value);
      return { value: next.value };
    } catch (reason) {
      this.#failure = { reason };
      throw reason;
    }
  }
}
