/** The opposites of a language. */
export interface Directions {
  /**
   * In this order: rise and fall, more and less, won and lost, before and after, most and least, open and close, allow
   * and forbid, begin and end, succeed and fail. Beginnings of words with commas between, of which `$` ends one, and `~`
   * may stand inside of one; a bar between the two sides.
   */
  readonly pairs: readonly string[];
  /** What denies a statement. */
  readonly denial?: string;
}
