import { arabic } from './arabic.ts';
import type { Brief } from './brief.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** Every brief: kinds, platforms and lengths mixed, eight or more a language, three pairs of near topics in each. */
export const briefs: readonly Brief[] = [
  ...english,
  ...spanish,
  ...german,
  ...french,
  ...portuguese,
  ...chinese,
  ...japanese,
  ...arabic,
];

/** The briefs that a word of the command names: `core`, `all`, a language, or an id. */
export function chosenBriefs(names: readonly string[]): readonly Brief[] {
  const isChosen =
    ({ id, language, isCore }: Brief) =>
    (name: string) =>
      name === 'all' || name === language || name === id || (name === 'core' && isCore === true);
  return briefs.filter((brief) => names.some(isChosen(brief)));
}
