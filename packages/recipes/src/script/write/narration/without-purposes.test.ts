import { expect, test } from 'vitest';
import { withoutPurpose } from './without-purposes.ts';

const SUBJECT = 'Three cheap ways to make a small apartment quieter';

test('what all entries are for goes from the end of one, and what only this one does stays', () => {
  expect(withoutPurpose('This reduces the noise of steps on the floor, making your apartment quieter.', SUBJECT)).toBe(
    'This reduces the noise of steps on the floor.',
  );
  const own = 'This reduces the noise of steps on the floor, making your bedroom warmer.';
  expect(withoutPurpose(own, SUBJECT)).toBe(own);
});
