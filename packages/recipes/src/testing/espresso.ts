/** How espresso works, as a large model tells it that does well: the narrations of five scenes, 45 seconds together. */
export const ESPRESSO_NARRATIONS: readonly string[] = [
  'Nine bars of pressure hide inside that tiny cup on your kitchen counter every single morning.',
  'Water alone would need four slow minutes to pull flavour out of ground coffee. A pump does the same work in under thirty seconds.',
  'First the beans are ground almost as fine as powdered sugar. Then they are pressed into a flat puck, so the water cannot find an easy way through.',
  'Under that force the oils break into drops too small to see. They float in the liquid together with tiny bubbles of gas, and you know the result as crema.',
  'So watch your next shot closely. If it runs like warm honey, somebody got the grind right.',
];

/** What each of them shows. */
export const ESPRESSO_SHOTS: readonly string[] = [
  'a tiny cup',
  'a humming pump',
  'a flat puck',
  'drops under a lens',
  'a stream like honey',
];
