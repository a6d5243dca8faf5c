import { expect, test } from 'vitest';
import { subtitleSeconds } from './subtitle-seconds.ts';

test.each([
  ['1\n00:00:00,000 --> 00:00:01,000\nHello\n', 1],
  ['1\n00:00:00,000 --> 00:00:02,250\nこんにちは\n\n2\n01:00:00,000 --> 01:00:03,500\nさようなら\n', 3603.5],
  ['WEBVTT\n\n00:00.000 --> 01:02.500 align:start\nGrüße\n', 62.5],
  ['Er sagte: 12 --> 13', undefined],
  ['', undefined],
])('what was said in %j took %s seconds', (text, seconds) => {
  expect(subtitleSeconds(text)).toBe(seconds);
});
