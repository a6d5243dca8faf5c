import { expect, test } from 'vitest';
import { asksForTopicsDeed, callsToAction, isAnyCall, isTrial } from './calls-to-action.ts';

test.each([
  'Try different types of coffee beans and grind them differently to see how they affect the flavor.',
  'Next time you brew, check the water first.',
  'Visit the bridge to see it.',
  'So, check the seal tonight.',
  'Next time you find a cat purring, give them a big hug and play with them.',
  'If you think a cat feels relaxed, give it more attention and affection.',
  'If your window rattles at night, hang a thick curtain.',
])('it calls: %s', (sentence) => {
  expect(callsToAction(sentence, 'en')).toBe(true);
});

test.each([
  'Today, we learn how cats purr.',
  'Water flows through the grounds.',
  'If you press the button, water flows through the grounds.',
  'Next week, the bridge reopens.',
])('it calls to nothing: %s', (sentence) => {
  expect(callsToAction(sentence, 'en')).toBe(false);
});

test.each([
  ['Filtered through mesh or paper, try different beans for unique flavors.', true],
  ['Experiment with different beans.', true],
  ['Then, grind it to your liking.', false],
  ['Scientists try to find out why.', false],
])('what is to be tried closes a video: "%s" %s', (sentence, closes) => {
  expect(isTrial(sentence, 'en')).toBe(closes);
});

test.each([
  [
    'Why cats knead blankets',
    'Next time you sit down to enjoy a blanket, try gently kneading it with your hands.',
    true,
  ],
  ['Why cats purr', 'Try purring softly to your cat.', true],
  ['Why cats purr', 'Next time you purr, think of it.', true],
  ['Why cats purr', "Try to mimic a cat's purr if you want to make it sound more natural.", true],
  ['Why cats knead blankets', 'Next time your cat kneads, watch its paws.', false],
  ['Why cats purr', 'If you have a cat, let it purr on your lap.', false],
  ['Why cats purr', 'Tell me in the comments below why your cat purrs.', false],
  ['How espresso works', 'Next time you brew, work with a finer grind.', false],
  ['How to knead dough', 'Next time you bake, knead the dough by hand.', false],
])('of "%s", a call to do what they do is a joke: "%s" %s', (subject, call, isJoke) => {
  expect(asksForTopicsDeed(call, subject)).toBe(isJoke);
});

test.each([
  ['Try different types of headphones.', true],
  ['Learn more about solar panels.', true],
  ['Do your research before you buy.', true],
  ['Experiment with different types of coffee beans, brewing times, and pressures to find your favorite taste.', false],
  ['Try a finer grind tomorrow morning.', false],
  ['Visit the bridge and see for yourself.', false],
])('a call that fits any video: "%s" %s', (call, fitsAny) => {
  expect(isAnyCall(call, 'en')).toBe(fitsAny);
});
