import { expect, test } from 'vitest';
import type { KeptPackage } from '../ask/kept-answer.ts';
import { briefs, chosenBriefs } from '../briefs/briefs.ts';
import { byHand } from '../report/by-hand.ts';
import { hasCallToAction } from './call-to-action.ts';
import { fragmentsIn } from './fragments.ts';
import { partsInAnotherLanguage } from './language.ts';
import { countedEntries } from './promised-count.ts';

const far = () => 0;
const [espresso, quiet] = byHand as readonly [(typeof byHand)[number], (typeof byHand)[number]];

function spoken(...narrations: readonly string[]): KeptPackage {
  const scenes = narrations.map((narration, at) => ({ ...espresso.package.scenes[0], id: `scene-${at}`, narration }));
  return { ...espresso.package, scenes: scenes as KeptPackage['scenes'] };
}

test('there are sixty briefs and more, eight or more a language, each with three pairs, and twenty in the core', () => {
  expect(briefs.length).toBeGreaterThanOrEqual(60);
  expect(chosenBriefs(['core'])).toHaveLength(20);
  for (const [language, own] of Object.entries(Object.groupBy(briefs, (brief) => brief.language))) {
    const pairs = Object.values(Object.groupBy(own, ({ pair }) => pair ?? '')).filter((list) => list?.[0]?.pair);
    expect([language, own.length >= 8, pairs.map((pair) => pair?.length)]).toEqual([language, true, [2, 2, 2]]);
  }
});

test('a script by hand passes: counted entries, a call to action, whole phrases, one language', () => {
  expect(countedEntries(quiet.brief, quiet.package)).toBe(3);
  expect(byHand.map(({ package: made }) => hasCallToAction(made, 'en', far))).toEqual([true, true]);
  expect(byHand.flatMap(({ package: made }) => fragmentsIn(made))).toEqual([]);
  expect(byHand.flatMap(({ package: made }) => partsInAnotherLanguage(made, 'en'))).toEqual([]);
});

test('a call to action is known in other languages, and a statement is none', () => {
  expect(hasCallToAction(spoken('El agua sube.', 'Prueba hoy una de estas ideas.'), 'es', far)).toBe(true);
  expect(hasCallToAction(spoken('水は熱い。今日から試してみてください。'), 'ja', far)).toBe(true);
  expect(hasCallToAction(spoken('The water is hot.', 'That is why the foam is there.'), 'en', far)).toBe(false);
  expect(hasCallToAction(spoken('Das Wasser ist heiß.', 'Darum schäumt es.'), 'de', far)).toBe(false);
});

test('captions that are cut inside a phrase, or come twice, are fragments', () => {
  const captions = ["Cancelling headphones aren't", '2,400 square', 'Golden foam', 'Golden foam'];
  const scenes = captions.map((text) => ({ ...espresso.package.scenes[0], on_screen_text: text }));
  const made = { ...espresso.package, scenes: scenes as KeptPackage['scenes'], headlines: [] };
  expect(fragmentsIn(made)).toEqual(["Cancelling headphones aren't", '2,400 square', 'Golden foam (again)']);
});

test('a scene in another language is named', () => {
  const german =
    'Die Pumpe presst das heiße Wasser mit großem Druck durch den fein gemahlenen Kaffee in die kleine Tasse.';
  expect(partsInAnotherLanguage(spoken('Cats purr when they are calm.', german), 'en')).toContain('scene-1');
});
