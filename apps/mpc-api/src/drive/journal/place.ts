/**
 * Where an effect stands in its operation, the same whenever the operation is performed: the identity under which what
 * came of it is kept. `0/write-single/2` is the second effect of the first variant's draft, `0/write-single/2/1/1` the
 * first one in the second branch of that.
 */
export class Place {
  readonly path: string;
  #count = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** The next effect's place. */
  next(): Place {
    this.#count += 1;
    return this.within(String(this.#count));
  }

  within(name: string): Place {
    return new Place(`${this.path}/${name}`);
  }
}

/** Orders paths as a person would: `0/2` before `0/10`. */
export const comparePaths: (one: string, other: string) => number = new Intl.Collator('en', { numeric: true }).compare;
