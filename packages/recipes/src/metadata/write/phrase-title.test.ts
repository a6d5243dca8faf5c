import { expect, test } from 'vitest';
import { inputFor } from '../../testing/input-for.ts';
import { metadataOperation } from '../kind.ts';
import { phraseTitle } from './phrase-title.ts';

function titleOf(title: string, content: string, language = 'en') {
  const input = inputFor(metadataOperation, { title, content, language });
  return phraseTitle(input);
}

test('an explanation is named with what it explains by, in whole phrases and as many as fit', () => {
  const content = 'A pump forces hot water through ground coffee beans. The cup fills in half a minute.';
  expect(titleOf('How espresso works', content)).toMatch(/^How espresso works: .*hot water.*ground coffee beans/u);
  const long = 'Why a moka pot on the smallest burner makes the better coffee';
  expect(titleOf(long, content)).toBeUndefined();
});

test.each([
  ['Five mistakes with espresso', 'A pump forces hot water through ground coffee beans.', 'en'],
  ['How to pull a shot', 'A pump forces hot water through ground coffee beans.', 'en'],
  ['Why cats purr', 'Cats purr because they like it.', 'en'],
  ['Why cats purr', 'Cats purr to talk to humans, and mark territory. They vibrate their vocal cords.', 'en'],
  ['Wie Espresso funktioniert', 'Eine Pumpe presst heißes Wasser durch Kaffeepulver.', 'de'],
])('"%s" is named by nothing of it', (title, content, language) => {
  expect(titleOf(title, content, language)).toBeUndefined();
});
