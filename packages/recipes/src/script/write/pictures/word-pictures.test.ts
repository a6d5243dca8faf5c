import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../../language/load-languages.ts';
import { inputFor } from '../../../testing/input-for.ts';
import { spokenScene } from '../../draft.ts';
import { scriptOperation } from '../../kind.ts';
import { picturedInWords } from './word-pictures.ts';

beforeAll(() => loadLanguages(['en']));

/** What each narration is pictured by; an entry's name stands on its screen before. */
function picturesOf(prompt: string, spoken: readonly (string | readonly [narration: string, name: string])[]) {
  const scenes = spoken.map((said, index) => {
    const [narration, name] = typeof said === 'string' ? [said, ''] : said;
    return { ...spokenScene(index, 'point', narration), on_screen_text: name };
  });
  return picturedInWords(scenes, inputFor(scriptOperation, { prompt, duration: 45 })).map(({ visual }) => visual);
}

const QUIETER = 'Three cheap ways to make a small apartment quieter';

test('an entry of a list that tells what to do with a thing shows somebody who does, where its scene or the topic says', () => {
  expect(
    picturesOf(QUIETER, [
      'Here are three cheap ways to make a small apartment quieter.',
      ['First, add a rug. It swallows the noise from the floor.', 'Add a rug'],
      ['Second, use a fan. Its hum covers what is left.', 'Use a fan'],
      'Tell me in the comments which of these three you try.',
    ]),
  ).toEqual([
    'Close-up of small apartment',
    'Person adding a rug on the floor',
    'Person using a fan in a small apartment',
    'Person in a small apartment typing a comment on a phone',
  ]);
});

test('whoever is to meet a thing next time is seen with it', () => {
  expect(picturesOf('Why cats purr', ['Cats purr.', 'Next time you hear a cat purring, stay still.'])[1]).toBe(
    'Person listening to a cat purring',
  );
});

test('how somebody feels is seen, and what cannot be seen is watched', () => {
  expect(
    picturesOf('Why cats knead blankets', ['Cats knead blankets.', 'It helps them feel more comfortable.']),
  ).toEqual(['Cats kneading blankets', 'Comfortable cats']);
  expect(picturesOf('Why cats knead blankets', ['Cats knead blankets.', 'It is a natural behavior.'])[1]).toBe(
    'Person looking at cats kneading blankets',
  );
});

test('a thing stands where its scene says', () => {
  expect(
    picturesOf('Five mistakes people make with solar panels', [
      'Solar panels pay.',
      'A loose mounting system is dangerous, as your roof has to bear it on the roof.',
    ])[1],
  ).toMatch(/mounting system on the roof$/u);
});
