import { expect, test } from 'vitest';
import { countedThing, nounPhrases, topicPhrases } from './noun-phrases.ts';

test.each([
  ['Use thick soundproof curtains and a white noise machine.', ['thick soundproof curtains', 'white noise machine']],
  ['Third mistake: Failing to install them where sunlight is abundant.', ['sunlight']],
  ['Fourth mistake: Not taking into account the maintenance costs.', ['maintenance costs']],
  ['To learn more, watch them play with a wool ball.', ['wool ball']],
  ['They feel happiness, and affection for the red sofa.', ['happiness', 'affection', 'red sofa']],
])('of "%s" what can be seen is named whole: %j', (text, phrases) => {
  expect(nounPhrases(text).map((phrase) => phrase.text)).toEqual(phrases);
});

test.each([
  ['Try making your own espresso with a coffee machine.', 'making'],
  ['Visit the bridge to see for yourself.', 'yourself'],
  ['Find the one that works best for your taste.', 'one that works best'],
  ['It is a common technique in a kitchen.', 'common technique'],
  ['This makes the coffee cleaner.', 'coffee cleaner'],
])('what cannot be seen is left out: %s', (sentence, phrase) => {
  expect(nounPhrases(sentence).map(({ text }) => text)).not.toContain(phrase);
});

test.each([
  ['A building stands by the railing.', 'building'],
  ['Cats purr to express happiness.', 'Cats'],
  ['A sports car is loud.', 'sports car'],
  ['If you think a cat feels relaxed, give it more attention.', 'cat'],
  ['Fill a wine glass with water.', 'wine glass'],
  ['When you notice your cat kneading a blanket, wait.', 'cat'],
  ['An oil painting hangs there.', 'oil painting'],
  ['Use a white noise machine.', 'white noise machine'],
])('a verb behind a plural is no part of what is seen: %s', (sentence, phrase) => {
  expect(nounPhrases(sentence).map(({ text }) => text)).toContain(phrase);
});

test.each([
  ['Five mistakes people make with solar panels at home', 'Five mistakes'],
  ['Three cheap ways to make a small apartment quieter', 'Three cheap ways'],
  ['Why cats purr', undefined],
  ['Ten minutes later', 'Ten minutes'],
])('what "%s" counts: %s', (title, counted) => {
  expect(countedThing(title)).toBe(counted);
});

test('what a camera can see is told from what it cannot', () => {
  const visible = nounPhrases('Check the solar panels, their maintenance and the cost of a new roof.').filter(
    ({ isVisible }) => isVisible,
  );
  expect(visible.map(({ text }) => text)).toEqual(['solar panels', 'new roof']);
});

test.each([
  ['Why sourdough bread rises', ['sourdough bread']],
  ['How noise cancelling headphones work', ['noise cancelling headphones']],
  ['How to clean car windows', ['car windows']],
  ['How birds build nests', ['birds', 'nests']],
  ['A workshop for broken chairs', ['workshop', 'broken chairs']],
])('the things of the title "%s" are %j', (title, things) => {
  expect(topicPhrases(title).map(({ text }) => text)).toEqual(things);
});

test('a figure keeps its marks, and what only says how much or which stands aside', () => {
  const said = 'Workers replaced 1,200 rivets. Give it plenty of treats and the right brush, not a resulting mess.';
  const named = nounPhrases(said).map(({ text }) => text);
  expect(named).toEqual(expect.arrayContaining(['1,200 rivets', 'brush']));
  expect(named.join()).not.toMatch(/plenty|right|resulting/);
});
