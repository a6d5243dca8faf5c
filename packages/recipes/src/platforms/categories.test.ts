import { expect, test } from 'vitest';
import { categories, categoryFor, type CategoryId } from './categories.ts';

function categoryOf(title: string, material = '', language = 'en'): CategoryId {
  return categoryFor({ title, keywords: [], material, language });
}

test.each([
  ['Noise cancelling headphones tested on a trip', 'We compare battery life and Bluetooth on a train trip.', '28'],
  ['The Song dynasty in ten minutes', 'Emperor Taizu founded the Song dynasty; its history is one of trade.', '27'],
  ['Game theory explained', 'The prisoner’s dilemma is a game in which two players reach an equilibrium.', '27'],
  ['How to pull an espresso', 'Grind the coffee, tamp it, and watch the crema.', '26'],
  ['Song of the year', 'The singer recorded this song on piano and guitar for her album.', '10'],
] as const)('"%s" is told by all of its words', (title, material, id) => {
  expect(categoryOf(title, material)).toBe(id);
});

test('where no subject leads, the default is named', () => {
  expect(categories[categoryOf('Why we wait')]).toBe('Education');
});
