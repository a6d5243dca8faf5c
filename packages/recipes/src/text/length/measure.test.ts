import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldText } from '../../testing/texts-of-the-world.ts';
import { measure } from './measure.ts';

test(
  'characters are code points and bytes those of UTF-8, in every script and of halves of characters',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.oneof(worldText(), fc.string({ unit: 'binary' }), fc.string()), (text) => {
        expect(measure(text, 'characters')).toBe(Array.from(text).length);
        expect(measure(text, 'bytes')).toBe(new TextEncoder().encode(text).length);
      }),
    );
  },
);
