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

/** How what happened next is begun, for a story that is too short. */
const THEN = ['Then', 'After a while,', 'At last'] as const;

export function thenFor(times: number): string {
  return THEN[times % THEN.length] ?? THEN[0];
}

/** How more about an entry is begun: asked for "one more thing" it says "One more thing is". */
const MORE = ['It also helps to', 'For example,', 'You can also'] as const;

export function moreFor(times: number): string {
  return MORE[times % MORE.length] ?? MORE[0];
}
