import { expect, test } from 'vitest';
import { inputFor } from '../../testing/input-for.ts';
import { metadataOperation } from '../kind.ts';
import { nounTags } from './noun-tags.ts';

function tagsOf(title: string, content: string): string[] {
  const input = inputFor(metadataOperation, { title, content, language: 'en' });
  return nounTags(input);
}

test('the nouns of the title come first, whole, and no verb beside them', () => {
  expect(
    tagsOf('How electric kettles switch themselves off', 'Steam bends a metal strip. The strip opens a switch.'),
  ).toEqual(['electric kettles', 'metal strip']);
  expect(
    tagsOf('Four mistakes people make with raised beds', 'Raised beds dry out. Water raised beds early.'),
  ).toContain('raised beds');
});

test('what a title does to its things belongs to them', () => {
  expect(tagsOf('Why self cleaning ovens smell', 'Self cleaning ovens burn old fat.')[0]).toBe('self cleaning ovens');
  expect(tagsOf('A workshop for broken chairs', 'Bring a chair.')).toEqual(['workshop', 'broken chairs']);
});

test('one word is a tag where it is said again, and none is in another', () => {
  const tags = tagsOf(
    'Why sourdough bread rises',
    'White flour feeds the yeast. Flour and water wait. A spoon helps. Sourdough bread rises.',
  );
  expect(tags).toEqual(['sourdough bread', 'white flour']);
});
