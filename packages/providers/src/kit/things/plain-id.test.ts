import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainId } from './plain-id.ts';

test('an id that is plain stays as it is', () => {
  for (const id of ['toolu_01A-b', 'call_5', 'x'.repeat(64)]) expect(plainId(id, 64)).toBe(id);
});

test('ids that differ stay different, within their length and letters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      (one, other) => {
        const [first, second] = [plainId(one, 64), plainId(other, 64)];
        expect(first).toMatch(/^[\w-]{1,64}$/);
        expect(first === second).toBe(one === other);
        expect(plainId(first, 64)).toBe(first);
      },
    ),
  );
  expect(plainId('call:1/ü')).not.toBe(plainId('call:1/ä'));
});
