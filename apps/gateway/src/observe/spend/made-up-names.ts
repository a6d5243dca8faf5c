import { DAY_MS } from './day-figures.ts';

/** Far above what a day of real names needs, and half a megabyte at most. */
const MOST_A_DAY = 10_000;

/** What stands for all names beyond the bound, as in the labels of metrics. */
export const OTHER = 'other';

/**
 * Bounds what callers make up: so many different names a day are written as they are, and all that come beyond as one.
 * What has been written goes on under its name all day.
 */
export class MadeUpNames {
  readonly #most: number;
  readonly #names = new Set<string>();
  #day = 0;

  constructor(most = MOST_A_DAY) {
    this.#most = most;
  }

  bounded(name: string, now = Date.now()): string {
    const day = Math.trunc(now / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#names.clear();
    }
    if (this.#names.has(name)) return name;
    if (this.#names.size >= this.#most) return OTHER;
    this.#names.add(name);
    return name;
  }
}
