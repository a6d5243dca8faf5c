/** What a word or phrase does in a number. */
export interface NumberWord {
  /** What it counts where it stands for itself: "twenty-one" 21, "mille" 1,000. */
  readonly value?: number;
  /** Whether it says a place and no count: "third". */
  readonly isOrdinal?: true;
  /** What it multiplies by: "thousand", "万", "Mio." */
  readonly scale?: number;
  /** The sign of decimals: "point". */
  readonly isPoint?: true;
  /** "and" between hundreds and what follows. */
  readonly isAnd?: true;
  /** What it divides by behind a number: 10 of "tenths". */
  readonly divisor?: number;
  /** "and a half" behind a number. */
  readonly isHalf?: true;
  /** What it adds to the number behind it: साढ़े a half, पौने less a quarter. */
  readonly ahead?: number;
  /** What it is as often written as, where it counts nothing itself: 2 of "twice", 50 of "half of". */
  readonly implied?: number;
  /** A decade: in a word of its own ("eighties"), or the word before or behind a number that makes it one. */
  readonly decade?: 'own' | 'ahead' | 'behind';
}
