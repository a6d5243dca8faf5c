import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { inputFor } from '../../testing/input-for.ts';
import { isDoubtful } from './doubtful.ts';
import { scriptOperation } from '../kind.ts';

beforeAll(() => loadLanguages(['en', 'de', 'ja']));

function isDoubted(sentence: string, body: Record<string, unknown>): boolean {
  const input = inputFor(scriptOperation, body);
  return isDoubtful(sentence, input);
}

const BRIDGE = {
  prompt: 'The old bridge reopens after two years',
  sources: [{ id: 'council', text: 'Workers replaced 1,200 rivets by hand. The repair cost 38 million euros.' }],
};

test.each([
  [true, 'The workers worked on the bridge for 1,300 hours.', BRIDGE],
  [true, 'The workers worked on it for 1, 200 hours.', { prompt: BRIDGE.prompt }],
  [false, 'They replaced 1,200 rivets by hand.', BRIDGE],
  [false, 'It cost thirty-eight million euros and took two years.', BRIDGE],
  [true, 'Ein Espresso hat 63 Milligramm Koffein.', { prompt: 'Wie Espresso funktioniert', language: 'de' }],
  [false, 'Zweitens mahlst du die Bohnen fein.', { prompt: 'Drei Tipps für Espresso', language: 'de' }],
  [true, '抹茶は80度のお湯で点てます。', { prompt: '抹茶はなぜ泡立てるのか', language: 'ja' }],
  [false, 'It was 3 a.m. when the train stopped.', { prompt: 'The night our train got stuck', format: 'story' }],
])('%s: a figure that nobody gave is doubted, "%s"', (doubted, sentence, body) => {
  expect(isDoubted(sentence, body)).toBe(doubted);
});

test.each([
  [true, 'The sound is similar to the sound of a dog barking.'],
  [true, "It's like when you are happy and your body sends out a signal."],
  [true, 'It works like a small engine in the throat.'],
  [false, 'Some cats purr like a happy cat even when they are ill.'],
  [false, 'Cats like to purr on soft things such as blankets.'],
  [false, 'They also like warm places.'],
])('%s: a comparison with something that the video is not about is doubted, "%s"', (doubted, sentence) => {
  expect(isDoubted(sentence, { prompt: 'Why cats purr' })).toBe(doubted);
});

test.each([
  [true, 'The bridge did not carry trucks before.', { ...BRIDGE, format: 'news' }],
  [false, 'The bridge carries trucks again.', { ...BRIDGE, format: 'news' }],
  [false, 'The bridge did not carry trucks before.', { ...BRIDGE, format: 'educational' }],
  [
    false,
    'Trucks may not cross it at night.',
    { prompt: BRIDGE.prompt, format: 'news', sources: [{ id: 'a', text: 'Trucks are not let across at night.' }] },
  ],
])('%s: what news deny and no source does is doubted, "%s"', (doubted, sentence, body) => {
  expect(isDoubted(sentence, body)).toBe(doubted);
});

test.each([
  [true, 'Use air conditioning on hot afternoons.'],
  [true, 'Air conditioning keeps the rooms cool.'],
  [false, 'Blinds keep the air cool.'],
  [false, 'You need no air conditioning for that.'],
  [false, 'It is cheaper than air conditioning.'],
])('%s: what the topic leaves out is no way, "%s"', (doubted, sentence) => {
  expect(isDoubted(sentence, { prompt: 'Four ways to keep a house cool without air conditioning' })).toBe(doubted);
});
