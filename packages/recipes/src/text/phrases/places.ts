/** Where a thing stands that a camera can see, by how one says it: "on the roof", "in the kitchen". */
const PLACES = {
  on: 'balcony bench bridge ceiling counter desk floor ground platform road roof shelf sofa stove street table terrace track tracks wall walls windowsill worktop',
  at: 'door doors home window windows',
  in: 'apartment attic backyard barn basement bathroom bedroom bowl bucket café cafe car city class classroom cup factory field flat forest garage garden glass greenhouse hall harbour harbor house jar kitchen library mouth office oven pan park pot restaurant room school shed shop snow station studio supermarket throat train workshop yard',
} as const;

const PREPOSITION = new Map(
  Object.entries(PLACES).flatMap(([preposition, nouns]) => nouns.split(' ').map((noun) => [noun, preposition])),
);

const NOUNS = [...PREPOSITION.keys()].join('|');

/** A place that something is in, at, on, brought to or comes from; behind it no other noun, which it would only tell more of. */
const SAID = new RegExp(
  String.raw`\b(?:in|on|at|to|from|into|onto|near|across|around|inside|above|under|over|behind|by)\s+(?:(?<article>the|your|a|an|their|its|our|my|this|that|any|every|each)\s+)?(?<what>(?:(?:living|dining|waiting|small|little|kitchen|front|glass|coffee|espresso)\s+)?(?<noun>${NOUNS}))\b(?=\s*(?:[.,;:!?)]|$)|\s(?:and|or|to|in|on|at|by|for|with|from|that|which|where|when|while|so|is|are|can|will|as|of|during|before|after|until)\b)`,
  'iu',
);

/** Where an English text says that something is: "on the floor" of "noise from the floor"; undefined where it names no place. */
export function placeIn(text: string): string | undefined {
  const { article = '', what = '', noun = '' } = SAID.exec(text)?.groups ?? {};
  // "A flat or dense pizza".
  const isQuality = /^flat$/iu.test(what) && !/^(?:the|your|our|my|their)$/iu.test(article);
  return noun === '' || isQuality ? undefined : placeAs(what.toLowerCase(), noun.toLowerCase(), article.toLowerCase());
}

/** Where something is that is a place itself: "in a small apartment" of "small apartment". */
export function placeOfThing(thing: string): string | undefined {
  const noun = thing.toLowerCase().split(/\s+/u).at(-1) ?? '';
  return PREPOSITION.has(noun) ? placeAs(thing, noun, 'a') : undefined;
}

/** Whether a phrase ends in a place: the roof is on nothing. */
export function isPlace(thing: string): boolean {
  return placeOfThing(thing) !== undefined;
}

function placeAs(what: string, noun: string, article: string): string {
  const preposition = PREPOSITION.get(noun) ?? 'in';
  if (noun === 'home') return 'at home';
  if (article !== 'a' && article !== 'an') return `${preposition} the ${what}`;
  return noun.endsWith('s') && !noun.endsWith('ss')
    ? `${preposition} ${what}`
    : `${preposition} ${/^[aeiou]/iu.test(what) ? 'an' : 'a'} ${what}`;
}
