import type { NumberWord } from './number-lexicon.ts';

/** Puts what stands in a row together to numbers: "two hundred thousand" is one, "five, six" are two. */
export class NumberSum {
  readonly numbers = new Set<number>();
  /** Those of them that count, which an ordinal does not. */
  readonly counts = new Set<number>();
  /** What is added up before it is multiplied: 212 of "three million two hundred twelve thousand". */
  #group: number | undefined;
  /** What was multiplied already: 3,000,000. */
  #total: number | undefined;
  #lastScale = Infinity;
  #isOrdinal = false;
  /** Figures behind the sign of decimals; undefined before it. */
  #decimals: string | undefined;

  /** Whether a number has begun that may go on. */
  get isOpen(): boolean {
    return this.#group !== undefined || this.#total !== undefined;
  }

  /** Zeros inside a number only mark a place: 一百零一. */
  add(word: NumberWord): void {
    if (word.isPoint === true && this.#group !== undefined) this.#decimals ??= '';
    else if (word.scale !== undefined && this.isOpen && this.#fits(word.scale)) this.#multiply(word.scale);
    else if (word.value === 0 && this.isOpen && this.#decimals === undefined) return;
    else if (word.value !== undefined) this.#addValue(word.value);
    else if (word.isAnd !== true) this.close();
    if (word.isOrdinal === true) this.#isOrdinal = true;
  }

  addFigure(value: number): void {
    if (this.#group !== undefined || !(value < this.#lastScale)) this.close();
    this.#group = value;
  }

  close(): void {
    if (this.isOpen) this.numbers.add(this.#sum());
    if (this.isOpen && !this.#isOrdinal) this.counts.add(this.#sum());
    this.#isOrdinal = false;
    this.#group = this.#total = this.#decimals = undefined;
    this.#lastScale = Infinity;
  }

  #addValue(value: number): void {
    if (this.#decimals !== undefined && value < 100) this.#decimals += String(value);
    else if (this.#group === undefined ? value < this.#lastScale : value < lowestPlace(this.#group)) {
      this.#put((this.#group ?? 0) + value);
    } else {
      this.close();
      this.#put(value);
    }
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
    const product = Math.round(factor * scale * 1e6) / 1e6;
    this.#total = isHigher ? product : (this.#total ?? 0) + product;
    this.#lastScale = scale;
    this.#group = this.#decimals = undefined;
  }

  #sum(): number {
    return (this.#total ?? 0) + withDecimals(this.#group ?? 0, this.#decimals);
  }
}

function withDecimals(value: number, decimals: string | undefined): number {
  return decimals === undefined || decimals === '' ? value : Number(`${value}.${decimals}`);
}

/** What may be added to 200 or 1,000 in words is below 100 or 1,000; smaller numbers are said whole. */
function lowestPlace(value: number): number {
  if (value === 0 || value % 100 !== 0) return 0;
  let place = 100;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}
