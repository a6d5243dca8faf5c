import type { FormatId } from '../schema.ts';

const ORDINALS = 'First, Second, Third, Fourth, Fifth, Sixth, Seventh, Eighth, Ninth, Tenth, Eleventh, Twelfth'.split(
  ', ',
);

/** "First" to the last of so many. */
export function ordinals(count: number): string[] {
  return ORDINALS.slice(0, count);
}

/** "Third": how the entry with this number is begun. */
export function ordinalOf(number: number): string {
  return ORDINALS[number - 1] ?? String(number);
}

/** "Third, …" and other words with which a list goes on to its next entry. */
export function startsWithOrdinal(sentence: string): boolean {
  return NEXT_ENTRY.test(sentence);
}

const NEXT_ENTRY = new RegExp(`^(?:${ORDINALS.join('|')}|next|another|finally|lastly)\\b`, 'i');

/** How a closing call is begun, one after the other until one calls: left to itself a small model sums up. The last calls by itself. */
export const CLOSINGS = ['Next time you', 'If you', 'Try', 'Tell me in the comments'] as const;

const STORY_TAILS = ['Then', 'After a while,', 'At last'] as const;
const REASON_TAILS = ['This happens because', 'When you', 'As a result,'] as const;

/**
 * How a narration that ends too early is gone on with once its own next words are spent. Tried on the 1.5B: "That is why"
 * sums up, "It also helps to" gave advice on something else, "But why" led to "It's a mystery", and "Here is what
 * happens:" to numbered lines.
 */
const TAILS: Readonly<Record<FormatId, readonly string[]>> = {
  educational: REASON_TAILS,
  documentary: REASON_TAILS,
  listicle: REASON_TAILS,
  story: STORY_TAILS,
  vlog: STORY_TAILS,
  tutorial: ['After that,', 'Then', 'At the end,'],
  review: ['But', 'In daily use,'],
  // Begun for, it makes news up: "Until now, it had carried cars."
  news: [],
  ad: ['But', 'And so'],
};

export function tailFor(format: FormatId, times: number): string | undefined {
  return TAILS[format][times];
}

/** How an entry of a list is gone on with that the model has nothing to add to. */
export const EXAMPLE = 'For example,';
