import type { Prose } from './prose.ts';

/** A source of distinct sentences: no pair of subject and predicate comes twice until all have come. */
export class Sentences {
  readonly #prose: Prose;
  #next = 0;

  constructor(prose: Prose) {
    this.#prose = prose;
  }

  next(): string {
    const { space, stop } = this.#prose;
    return `${this.phrase()}${stop}${stop === '.' || stop === '।' ? '' : space}`;
  }

  /** A sentence without its stop. */
  phrase(): string {
    const { subjects, predicates, space } = this.#prose;
    const turn = Math.floor(this.#next / subjects.length);
    const subject = subjects[this.#next % subjects.length] ?? '';
    // A step of 5 has no divisor in common with 12 and 16: neighbours differ, and each turn pairs anew.
    const predicate = predicates[(this.#next * 5 + turn) % predicates.length] ?? '';
    this.#next += 1;
    return `${subject}${space}${predicate}`;
  }
}
