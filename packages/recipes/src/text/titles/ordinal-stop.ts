import { primarySubtag } from '../../language/scripts.ts';

/** Languages that write ordinals with a full stop (CLDR, the Duden's "8. Mai"): a number before a word may be one. */
const ORDINAL_STOP: ReadonlySet<string> = new Set(
  'de da no nb nn fi cs sk pl hu hr sr bs sl et lv is fo tr lb'.split(' '),
);

export function isOrdinalStop(language: string): boolean {
  return ORDINAL_STOP.has(primarySubtag(language));
}
