import type { NumberWord } from '../number-word.ts';

/** Puts what stands in a row together to numbers: "two hundred thousand" is one, "five, six" are two. */
export class NumberSum {
  readonly numbers = new Set<number>();
  /** Those of them that count, which an ordinal does not. */
  readonly counts = new Set<number>();
  /** Other ways to write what was said: 1980 of "the eighties" and 80 of "the 1980s", 50 of "half of", 2 of "twice". */
  readonly implied = new Set<number>();
  /** What is added up before it is multiplied: 212 of "three million two hundred twelve thousand". */
  #group: number | undefined;
  /** What was multiplied already: 3,000,000. */
  #total: number | undefined;
  #lastScale = Infinity;
  #isOrdinal = false;
  #isDecade = false;
  /** What a word before it adds to the next number. */
  #ahead = 0;
  /** A scale without its one, which counts only with what follows: Russian "тысяча девятьсот" is 1,900. */
  #above = 0;
  /** Numbers behind the sign of decimals; undefined before it. */
  #decimals: readonly number[] | undefined;
  /** Whether what is open began in figures: "20 five-minute tasks" are two numbers. */
  #isFigure = false;
  /** Whether an "and" came last. */
  #isJoined = false;
  /** The number before an "and" that ended it: "nine and two tenths" go together after all. */
  #whole: Whole | undefined;

  /** Whether a number has begun that may go on. */
  get isOpen(): boolean {
    return this.#group !== undefined || this.#total !== undefined;
  }

  /** Zeros inside a number only mark a place: 一百零一. */
  add(word: NumberWord): void {
    const isDivisor = word.divisor !== undefined && this.#isDividend();
    if (word.implied !== undefined) this.implied.add(word.implied);
    if (word.decade !== undefined) this.#addDecade(word);
    else if (word.ahead !== undefined) this.#begin({ ahead: word.ahead });
    else if (isDivisor) this.#divide(word.divisor);
    else if (word.isHalf === true && this.isOpen) this.#addHalf();
    else if (word.isPoint === true && this.#group !== undefined) this.#decimals ??= [];
    else if (this.#decimals !== undefined && word.value !== undefined && word.value < 1000) this.#addValue(word.value);
    else if (word.scale !== undefined && this.isOpen && this.#fits(word.scale)) this.#multiply(word.scale);
    else if (word.scale !== undefined && word.value === undefined && !this.isOpen) this.#begin({ above: word.scale });
    else if (word.value === 0 && this.isOpen && this.#decimals === undefined) return;
    else if (word.value !== undefined) this.#addValue(this.#withAhead(word.value, word.scale));
    else if (word.isAnd !== true) this.close();
    if (word.isOrdinal === true && !isDivisor) this.#isOrdinal = true;
    this.#isJoined = word.isAnd === true;
  }

  addFigure(value: number): void {
    if (this.#group !== undefined || !(value < this.#lastScale)) this.close();
    this.#group = this.#withAhead(value);
    this.#isFigure = true;
  }

  close(): void {
    if (this.isOpen) this.numbers.add(this.#sum());
    if (this.isOpen && !this.#isOrdinal) this.counts.add(this.#sum());
    if (this.isOpen && this.#isDecade) this.#implyDecade(this.#sum());
    this.#isOrdinal = this.#isJoined = this.#isDecade = this.#isFigure = false;
    this.#ahead = this.#above = 0;
    this.#whole = undefined;
    this.#group = this.#total = this.#decimals = undefined;
    this.#lastScale = Infinity;
  }

  /** What comes next is said to be more than it is, a decade, or what is above a scale that stands without its one. */
  #begin({ ahead = 0, isDecade = false, above = 0 }): void {
    this.close();
    this.#ahead = ahead;
    this.#isDecade = isDecade;
    this.#above = above;
  }

  /** "sava lakh" is a lakh and a quarter of it, "sava do" two and a quarter. */
  #withAhead(value: number, scale?: number): number {
    const more = this.#ahead * (scale ?? 1);
    this.#ahead = 0;
    return value + more;
  }

  #addDecade({ decade, value = 0 }: NumberWord): void {
    if (decade === 'ahead') this.#begin({ isDecade: true });
    else if (decade === 'own') {
      const century = this.#total === undefined && isCentury(this.#group) ? this.#group : undefined;
      if (century === undefined) this.#addValue(value);
      else this.#group = century * 100 + value;
    }
    if (decade !== 'ahead') this.#isDecade = this.isOpen;
  }

  #implyDecade(value: number): void {
    if (value % 10 !== 0) return;
    if (value >= 20 && value < 100) this.implied.add(1900 + value);
    else if (value > 1000 && value < 2100) this.implied.add(value % 100);
  }

  /** "a million and a half" is a half of the million more. */
  #addHalf(): void {
    if (this.#group === undefined && this.#total !== undefined) this.#total += this.#lastScale / 2;
    else this.#put((this.#group ?? 0) + 0.5);
  }

  #addValue(value: number): void {
    if (!this.isOpen && this.#above >= LEAST_ABOVE && value < this.#above) {
      this.#total = this.#lastScale = this.#above;
    }
    if (this.#decimals !== undefined && value < 1000) this.#decimals = withNext(this.#decimals, value);
    else if (this.#group === undefined ? value < this.#lastScale : value < lowestPlace(this.#group)) {
      this.#put((this.#group ?? 0) + value);
    } else if (this.#isTensBefore(value)) {
      this.#put((this.#group ?? 0) + value);
    } else {
      const whole = this.#isJoined && value < 1000 ? this.#closed() : undefined;
      this.close();
      this.#put(value);
      this.#whole = whole;
    }
  }

  /** "dvaceti pěti", "двадесет пет": ones behind tens in forms that CLDR joins otherwise. */
  #isTensBefore(value: number): boolean {
    const tens = this.#group ?? 0;
    const isTens = tens >= 20 && tens < 100 && tens % 10 === 0;
    return isTens && !this.#isFigure && !this.#isJoined && Number.isInteger(value) && value > 0 && value < 10;
  }

  /** What `close` is about to add, so that it can be taken back. */
  #closed(): Whole {
    const value = this.#sum();
    return { value, isNew: !this.numbers.has(value), isNewCount: !this.counts.has(value) };
  }

  #isDividend(): boolean {
    return this.#group !== undefined && (this.#decimals !== undefined || (this.#group > 0 && this.#group < 1000));
  }

  /** "two tenths", with the number before them: behind the sign of decimals, or "and". */
  #divide(divisor: number): void {
    if (this.#decimals !== undefined) {
      const value = (this.#group ?? 0) + Number(this.#decimals.join('')) / divisor;
      this.#group = rounded(value);
      this.#decimals = undefined;
      return;
    }
    const whole = this.#whole;
    if (whole?.isNew === true) this.numbers.delete(whole.value);
    if (whole?.isNewCount === true) this.counts.delete(whole.value);
    this.#group = rounded((whole?.value ?? 0) + (this.#group ?? 0) / divisor);
    this.#isOrdinal = false;
  }

  /** Thousands are not multiplied by what follows them: "mille" and "un million" in front of more. */
  #put(value: number): void {
    if (value < 1000 || value % 1000 !== 0) {
      this.#group = value;
      return;
    }
    this.#total = (this.#total ?? 0) + value;
    this.#lastScale = 10 ** Math.floor(Math.log10(value));
    this.#group = undefined;
  }

  /** "thousand hundred" is no number; what "thousand" multiplies is below it, unless all of it is multiplied (百万). */
  #fits(scale: number): boolean {
    return this.#group === undefined ? this.#lastScale < scale : this.#group < scale || !Number.isInteger(this.#group);
  }

  #multiply(scale: number): void {
    const decimals = this.#decimals;
    const isHigher = this.#total !== undefined && scale > this.#lastScale;
    const factor = isHigher ? this.#sum() : withDecimals(this.#group ?? 0, decimals);
    const product = rounded(factor * scale);
    this.#total = isHigher ? product : (this.#total ?? 0) + product;
    // A collective is whole: "two dozen" and six are two numbers.
    this.#lastScale = scale < 100 ? 0 : scale;
    this.#group = this.#decimals = undefined;
  }

  #sum(): number {
    return (this.#total ?? 0) + withDecimals(this.#group ?? 0, this.#decimals);
  }
}

/** A number that is done, and whether it was not known before. */
interface Whole {
  readonly value: number;
  readonly isNew: boolean;
  readonly isNewCount: boolean;
}

/** Smaller scales count alone in plurals: "hundreds". */
const LEAST_ABOVE = 1000;

/** "nineteen eighties" is of the 1900s. */
function isCentury(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 11 && value <= 20;
}

/** Without what binary fractions add. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** "point two five" are two figures, "point twenty five" one number. */
function withNext(decimals: readonly number[], value: number): readonly number[] {
  const last = decimals.at(-1) ?? 0;
  const goesOn =
    value > 0 && ((last >= 20 && last % 10 === 0 && value < 10) || (last >= 100 && last % 100 === 0 && value < 100));
  return goesOn ? [...decimals.slice(0, -1), last + value] : [...decimals, value];
}

function withDecimals(value: number, decimals: readonly number[] | undefined): number {
  return decimals === undefined || decimals.length === 0 ? value : Number(`${value}.${decimals.join('')}`);
}

/** What may be added to 200 or 1,000 in words is below 100 or 1,000; smaller numbers are said whole. */
function lowestPlace(value: number): number {
  if (value === 0 || value % 100 !== 0) return 0;
  let place = 100;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}
