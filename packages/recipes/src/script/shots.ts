import { jaccard, wordSetOf } from '../text/similarity.ts';

/**
 * How a shot begins. As the names of the answer's members they keep a small model from writing the narration again, and
 * no two neighbours look alike.
 */
const FRAMINGS = [
  'close-up of',
  'hands that',
  'view from above of',
  'side view of',
  'detail of',
  'wide view of',
] as const;
const OF_PERSON = 'person who';

/** The first picture is the thing itself, the last one somebody who has it. */
export function framingOf(index: number, count: number): string {
  return index === count - 1 && count > 1 ? OF_PERSON : (FRAMINGS[index % FRAMINGS.length] ?? FRAMINGS[0]);
}

/** Framings of a thing that was named. */
const NAMED_FRAMINGS = ['close-up of', 'view from above of', 'side view of', 'detail of', 'wide view of'] as const;

/** A shot of a named thing, framed otherwise than its neighbours. */
export function sayFraming(index: number, thing: string): string {
  const framing = NAMED_FRAMINGS[index % NAMED_FRAMINGS.length] ?? NAMED_FRAMINGS[0];
  return `${framing.charAt(0).toUpperCase()}${framing.slice(1)} ${thing}`;
}

/** How a thing is seen once more, and what of that a stock library can find beside it: nobody is indexed as "next to". */
const AGAIN_FRAMINGS = [
  { framing: 'person looking at', found: 'people' },
  { framing: 'evening light on', found: 'evening' },
  { framing: 'two people next to', found: 'friends' },
  { framing: 'hands reaching for', found: 'hands' },
] as const;

/** Another shot of a thing that was shown before, as none of the others is where that can be. */
export function sayFramingAgain(thing: string, others: readonly string[]): string {
  const shots = AGAIN_FRAMINGS.map(({ framing }) => `${framing.charAt(0).toUpperCase()}${framing.slice(1)} ${thing}`);
  return (
    shots.find((shot) => others.every((other) => !isSameShot(other, shot))) ??
    shots[others.length % shots.length] ??
    thing
  );
}

/** A shot in words that stock libraries index: "hands espresso" of "Hands reaching for espresso". */
export function searchedFor(shot: string): string {
  const lower = shot.toLowerCase();
  // What the comment is about stands beside it, and is no part of the search.
  if (lower.endsWith('typing a comment on a phone')) return 'typing a comment on a phone';
  const again = AGAIN_FRAMINGS.find(({ framing }) => lower.startsWith(framing));
  return again === undefined ? shot : `${again.found}${shot.slice(again.framing.length)}`;
}

/** Shots that share more of their words show the same thing. */
export const SAME_SHOT = 0.6;

/** What a shot shows, its framing and filling words left out. */
export function shotWords(shot: string): ReadonlySet<string> {
  return wordSetOf(unframed(shot).replace(/\b(?:a|an|the|of|in|on|at|with|and|is|are)\b/gi, ''));
}

/** Whether two shots show the same thing, however they are framed: "cats kneading blankets" and "cats kneading a blanket". */
export function isSameShot(one: string, other: string): boolean {
  return jaccard(shotWords(inSingular(one)), shotWords(inSingular(other))) > SAME_SHOT;
}

function inSingular(text: string): string {
  return text.replace(/(?<=\p{L}{2}[^su])s(?!\p{L})/gu, '');
}

/** The shot without the framing before it. */
export function unframed(shot: string): string {
  const lower = shot.toLowerCase();
  const framing = [...FRAMINGS, OF_PERSON].find((start) => lower.startsWith(start));
  return framing === undefined ? shot : shot.slice(framing.length);
}

/** A framing that none of the shots has. */
export function freeFraming(shots: readonly string[]): string {
  const used = (framing: string) => shots.some((shot) => shot.toLowerCase().startsWith(framing));
  return FRAMINGS.find((framing) => !used(framing)) ?? FRAMINGS[0];
}
