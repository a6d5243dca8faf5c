import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { toTitleCase } from '../../language/title-case.ts';
import { inputFor } from '../../testing/input-for.ts';
import { metadataOperation } from '../kind.ts';
import { writtenTitles } from './best-titles.ts';

beforeAll(() => loadLanguages(['en']));

function chosen(working: string, written: string, content = `${working}.`): readonly string[] {
  const input = inputFor(metadataOperation, { title: working, content, language: 'en', variants: 3 });
  return writtenTitles([written], input).map((title) => toTitleCase(title, 'en'));
}

test.each([
  ['Why cats purr', 'When are cats purr?'],
  ['How espresso works', 'Why does espresso works'],
])('of "%s" the broken question "%s" is no title', (working, written) => {
  expect(chosen(working, written).map((title) => title.toLowerCase())).not.toContain(written.toLowerCase());
});

test.each([
  ['Why cats purr', 'When do cats purr?'],
  ['Why cats purr', 'What it means that cats purr'],
  ['How espresso works', 'Why espresso works so fast'],
])('of "%s" the title "%s" stays', (working, written) => {
  const titles = chosen(working, written, `${working}, and fast.`);
  expect(titles.map((title) => title.toLowerCase())).toContain(written.toLowerCase());
});

const ESPRESSO =
  'Espresso is made by forcing hot water through finely ground coffee beans at high pressure. This creates a strong, concentrated brew with a rich, bitter flavor.';

test.each(['Why the World Loves Espresso', 'The Perfect Espresso: Brewing Tips and Techniques'])(
  'a title that promises what the video does not say is none: %s',
  (written) => {
    expect(chosen('How espresso works', written, ESPRESSO)).not.toContain(written);
  },
);

test.each(['Why Espresso Needs High Pressure to Work', 'What Hot Water Does to Espresso as It Works'])(
  'a title of what the video says stays: %s',
  (written) => {
    expect(chosen('How espresso works', written, ESPRESSO)).toHaveLength(2);
  },
);

test('what is nearly the working title does not take its place', () => {
  const working = 'How noise cancelling headphones work';
  expect(chosen(working, 'How sound cancelling headphones work', `${working}: the sound is cancelled.`)).toEqual([
    'How Noise Cancelling Headphones Work',
  ]);
});

test('a title that keeps the number in figures and half of the topic stays', () => {
  const working = 'Three cheap ways to make a small apartment quieter';
  expect(
    chosen(working, '3 Quick Ways to Keep Your Apartment Quiet', `${working}: quick ones that keep it so.`),
  ).toEqual(['3 Quick Ways to Keep Your Apartment Quiet', 'Three Cheap Ways to Make a Small Apartment Quieter']);
});
