import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TAG_BUDGET, tagCost, tagsWithinBudget } from './youtube.ts';

test('a tag with a space costs its quotation marks, and commas between tags count', () => {
  expect(tagCost(['Foo-Baz'])).toBe(7);
  expect(tagCost(['Foo Baz'])).toBe(9);
  expect(tagCost(['Foo Baz', 'a'])).toBe(11);
  expect(tagCost([])).toBe(0);
});

test('kept tags are within the budget, without doubles and without marks that YouTube refuses', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 140 }), { maxLength: 60 }), (tags) => {
      const kept = tagsWithinBudget(tags);
      expect(tagCost(kept)).toBeLessThanOrEqual(TAG_BUDGET);
      expect(new Set(kept.map((tag) => tag.toLowerCase())).size).toBe(kept.length);
      for (const tag of kept) expect(tag).not.toMatch(/[<>,"#]/);
    }),
  );
});

test('earlier tags are kept before later ones', () => {
  const tags = Array.from({ length: 40 }, (_, index) => `tag number ${index}`);
  const kept = tagsWithinBudget(tags);
  expect(kept).toEqual(tags.slice(0, kept.length));
  expect(tagCost([...kept, tags[kept.length] ?? ''])).toBeGreaterThan(TAG_BUDGET);
});
