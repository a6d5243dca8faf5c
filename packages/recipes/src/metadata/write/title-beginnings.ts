import { countsIn } from '../../language/numbers/numbers-in.ts';
import { words } from '../../text/words.ts';
import type { MetadataInput } from '../schema.ts';

const OPENERS = ['Why', 'How', 'What', 'The', 'When'] as const;

/** More titles than this are begun a second time: a model that is asked again says the same. */
const MOST_TIMES = 2;

/**
 * With what English titles are begun, each with another word than the working title: asked for several at once a small
 * model writes one in several spellings. What the working title counts is counted by all of them.
 */
export function titleBeginnings({ title, variants, language }: MetadataInput): readonly string[] {
  const [first = ''] = words(title);
  const [count] = countsIn(title, language);
  const isCounted = count !== undefined && countsIn(first, language).has(count);
  const begun = isCounted
    ? [
        `Do you know these ${first.toLowerCase()}`,
        `These ${first.toLowerCase()}`,
        `The ${first.toLowerCase()}`,
        `${count}`,
      ]
    : OPENERS.filter((opener) => opener.toLowerCase() !== first.toLowerCase());
  return begun.slice(0, variants * MOST_TIMES);
}
