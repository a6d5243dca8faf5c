/** A text without what stood around it, and the words that this took away. */
export interface Unwrapped {
  readonly text: string;
  readonly removed: readonly string[];
}

/** Takes one thing off a text; what it took are words only where it says so. Undefined where there is no such thing. */
export type Unwrapping = (text: string) => Unwrapped | undefined;
