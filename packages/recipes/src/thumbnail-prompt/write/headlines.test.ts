import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { inputFor } from '../../testing/input-for.ts';
import { thumbnailOperation } from '../kind.ts';
import { headlinesFrom } from './headlines.ts';

beforeAll(() => loadLanguages(['en', 'de']));

function headlines(body: Record<string, unknown>): string[] {
  const input = inputFor(thumbnailOperation, body);
  // What a small model was not asked for is empty.
  return headlinesFrom(['', ''], input);
}

test('what the title is about comes first, then what has a word of the topic', () => {
  const content =
    'Every kitchen drawer hides a small wooden scoop. Hot water runs through ground coffee beans and a paper filter.';
  expect(headlines({ title: 'How filter coffee works', content }).slice(0, 2)).toEqual([
    'FILTER COFFEE',
    'GROUND COFFEE BEANS',
  ]);
});

test('a number comes before both', () => {
  const content = 'Hot water runs through ground coffee beans. It takes 240 seconds, and 15 grams of coffee.';
  expect(headlines({ title: 'How filter coffee works', content })[0]).toMatch(/\d/u);
});

test('a date or an amount says what it is of, or heads nothing', () => {
  const content = 'The harbour bridge reopens on 14 June. After 26 months the work is done.';
  const title = 'The old harbour bridge is back';
  expect(headlines({ title, content })[0]).toBe('REOPENS ON 14 JUNE');
  expect(headlines({ title, content })).not.toContain('26 MONTHS');
});

test.each([
  [
    'en',
    'Five mistakes people make with solar panels',
    'Five mistakes people make. Dust costs power.',
    'FIVE MISTAKES',
  ],
  [
    'de',
    'Drei Fehler beim Lüften',
    'Drei Fehler beim Lüften kosten Geld. Kippen kühlt die Wand aus.',
    'DREI FEHLER BEIM LÜFTEN',
  ],
])('what a title counts is the first headline (%s)', (language, title, content, headline) => {
  expect(headlines({ title, content, language })[0]).toBe(headline);
});

test('a figure inside a title promises nothing, and what it is about is named whole', () => {
  const body = {
    title: 'The old harbour bridge reopens after two years of repairs',
    content: 'Trucks cross it again.',
  };
  expect(headlines(body)[0]).toBe('OLD HARBOUR BRIDGE');
});

test.each([
  ['Why cats purr', 'They purr.', 'CATS PURR'],
  ['How noise cancelling headphones work', 'It is a special algorithm.', 'NOISE CANCELLING HEADPHONES'],
])(
  'where nothing that is said has a word of the topic, what the title is about is the headline: %s',
  (title, content, headline) => {
    expect(headlines({ title, content })[0]).toBe(headline);
  },
);

test('what is done with a word of the topic comes before what is only named, and nothing vague does', () => {
  const content =
    'Cats purr to express happiness. They do this by vibrating their vocal cords, creating a sound that is characteristic of cats.';
  const [first, ...others] = headlines({ title: 'Why cats purr', content });
  expect(first).toBe('CATS VIBRATE VOCAL CORDS');
  expect(others[0]).toBe('CATS PURR');
});

test('a list has its count first, then what one of its entries says', () => {
  const content = 'First, use blackout curtains. They keep street noise out. Second, lay a thick rug.';
  expect(headlines({ title: 'Three cheap ways to make a small apartment quieter', content }).slice(0, 2)).toEqual([
    'THREE CHEAP WAYS',
    'USE BLACKOUT CURTAINS',
  ]);
});

test('forms of one headline are one', () => {
  const content = 'Cats purr while they rest. A cat purrs when it breathes. Kittens purr at their mother.';
  const found = headlines({ title: 'Why cats purr', content });
  expect(found).toContain('CATS PURR');
  expect(found).not.toContain('CAT PURRS');
});
