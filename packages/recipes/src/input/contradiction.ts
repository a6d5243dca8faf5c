import { findTerms } from '../text/terms/terms.ts';

/** Two wishes of one request that cannot be fulfilled together, told before anything is asked of a model. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** What would be accepted, for people. */
  readonly allowed: string;
}

/** A text that stands in the result as the caller wrote it. */
export interface Wish {
  readonly phrase: string;
  readonly path: Contradiction['path'];
}

/** Wishes with a word in them that may stand nowhere. */
export function wantedAndAvoided(
  wishes: readonly Wish[],
  avoided: readonly string[],
  language: string,
): Contradiction[] {
  return wishes.flatMap(({ phrase, path }) => {
    const [term] = findTerms(phrase, avoided, language);
    return term === undefined
      ? []
      : [{ path, message: `contains "${term}", which is to be avoided`, allowed: `words other than "${term}"` }];
  });
}
