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

/** Asked the same again a small model says the same again; told to go on it talks about going on, unless it is begun for. */
const WAYS_ON = [
  { rule: 'Go on with an example from daily life.', begins: 'For example,' },
  { rule: 'Go on and say why that is so.', begins: 'The reason is' },
  { rule: 'Go on and say what often goes wrong there, and what helps.', begins: 'What often goes wrong is' },
  { rule: 'Go on and say how one notices that it worked.', begins: 'You notice it when' },
  { rule: 'Go on with a part of it that was not named yet.', begins: 'Another part of it is' },
] as const;

/** How a script is gone on with for the n-th time: what is asked for, and the words with which that begins. */
export function wayOn(times: number): { readonly rule: string; readonly begins: string } {
  return WAYS_ON[times % WAYS_ON.length] ?? WAYS_ON[0];
}
