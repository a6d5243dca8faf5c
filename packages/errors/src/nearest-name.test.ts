import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

test.each([
  ['OPENIA_API_KEY', ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY'], 'OPENAI_API_KEY'],
  ['Gatway', ['redis', 'gateway', 'mpc-api'], 'gateway'],
  ['srtt', ['vtt', 'srt'], 'srt'],
  ['COLOUR', ['OPENAI_API_KEY'], undefined],
  ['', ['srt'], undefined],
])('%j among %j is %j', (name, known, meant) => {
  expect(nearestName(name, known)).toBe(meant);
});
