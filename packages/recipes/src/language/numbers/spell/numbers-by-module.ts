import type { SpelledNumbers } from '../spelled-numbers.ts';

/** A language of n2words (MIT): spells numbers such as `1234.5`. */
export interface WordsModule {
  readonly toCardinal: (value: string | number) => string;
  readonly toOrdinal: (value: string | number) => string;
}

export function numbersByModule(language: string, { toCardinal, toOrdinal }: WordsModule): SpelledNumbers {
  const ordinal = (value: number) => (value === 0 ? toCardinal(0) : toOrdinal(value));
  return {
    language,
    cardinal: toCardinal,
    year: toCardinal,
    ordinal,
    decimals: (whole, digits) => toCardinal(`${whole}.${digits}`),
    forms: (value) => [...new Set([toCardinal(value), ordinal(value)])],
    ordinals: (value) => [ordinal(value)].filter((form) => form !== toCardinal(value)),
  };
}
