import { expect, test } from 'vitest';
import { callsToAction, isTrial } from './calls-to-action.ts';

test.each([
  'Try different types of coffee beans and grind them differently to see how they affect the flavor.',
  'Next time you brew, check the water first.',
  'Visit the bridge to see it.',
  'So, check the seal tonight.',
])('it calls: %s', (sentence) => {
  expect(callsToAction(sentence, 'en')).toBe(true);
});

test.each(['Today, we learn how cats purr.', 'Water flows through the grounds.'])(
  'it calls to nothing: %s',
  (sentence) => {
    expect(callsToAction(sentence, 'en')).toBe(false);
  },
);

test.each([
  ['Filtered through mesh or paper, try different beans for unique flavors.', true],
  ['Experiment with different beans.', true],
  ['Then, grind it to your liking.', false],
  ['Scientists try to find out why.', false],
])('what is to be tried closes a video: "%s" %s', (sentence, closes) => {
  expect(isTrial(sentence, 'en')).toBe(closes);
});
