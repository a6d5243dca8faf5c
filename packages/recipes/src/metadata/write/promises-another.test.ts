import { expect, test } from 'vitest';
import { promisesAnother } from './promises-another.ts';

test.each([
  ['How espresso works', 'How to Make a Perfect Espresso Shot'],
  ['How espresso works', 'Making Perfect Espresso'],
  ['Why cats purr', 'How to Make Your Cat Purr Like a Pro'],
  ['Why cats knead blankets', 'What Your Cat Does When You Knead the Blanket'],
  ['Why cats knead blankets', 'When to Knead Blankets: Stretch, Warm, and Playtime'],
  ['The old harbour bridge reopens after two years of repairs', 'When Old Bridge Reopens After Two Years of Work'],
  [
    'Three cheap ways to make a small apartment quieter',
    'Do You Know These Three Things to Make an Apartment Quieter?',
  ],
])('of "%s" the title "%s" promises another video', (working, title) => {
  expect(promisesAnother(title, working, 'en')).toBe(true);
});

test.each([
  ['How espresso works', 'What Hot Water Does to Espresso as It Works'],
  ['How espresso works', 'Why Espresso Needs High Pressure to Work'],
  ['How to pull a shot', 'How to Make a Perfect Espresso Shot'],
  ['Why cats purr', 'When Do Cats Purr?'],
  ['Why cats knead blankets', 'What Your Cat Says When It Kneads a Blanket'],
  ['When old bridges reopen', 'When Old Bridges Reopen Again'],
  ['Five things you do wrong with espresso', 'These Five Things Spoil Your Espresso'],
  ['Three cheap ways to make a small apartment quieter', 'These Three Quick Tricks Make an Apartment Quieter'],
])('of "%s" the title "%s" promises the same', (working, title) => {
  expect(promisesAnother(title, working, 'en')).toBe(false);
});
