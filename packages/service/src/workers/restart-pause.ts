const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** One that ran for so long has not ended because of how it starts. */
const STABLE_AFTER_MS = 10_000;

/** How long the place of a worker that ended stays empty: longer with each end in a row. */
export class RestartPause {
  #endsInARow = 0;

  /** After the end of a run of `ranMs`, in milliseconds. */
  next(ranMs: number): number {
    this.#endsInARow = ranMs >= STABLE_AFTER_MS ? 1 : this.#endsInARow + 1;
    return Math.min(FIRST_PAUSE_MS * 2 ** (this.#endsInARow - 1), LONGEST_PAUSE_MS);
  }
}
