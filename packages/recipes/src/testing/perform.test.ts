import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask, done, type Work } from '../port/effects.ts';
import type { Operation } from '../port/operation.ts';
import { circumstancesOf } from './answer-asks.ts';
import { perform } from './perform.ts';

const operation: Operation<string, string, string, never> = {
  name: 'line',
  title: 'Line',
  description: 'One line.',
  version: '1',
  promptVersion: '1',
  input: z.string(),
  example: {},
  output: z.string(),
  references: [],
  write: () => askForLine(),
  check: (draft) => [
    { name: 'third', ok: draft === '3', value: draft, limit: '3', unit: '', message: '', severity: 'must' },
  ],
  repair: () => askForLine(),
  deliver: done,
};

test('questions are counted from the first draft through every repair', () => {
  const played = perform(operation, 'tea', circumstancesOf('single'), (_, count) => String(count));
  expect(played).toMatchObject({ output: '3', failed: [] });
  expect(played.asks).toHaveLength(3);
});

function askForLine(): Work<string> {
  return ask<string>({
    part: 'line',
    label: 'Writing',
    system: '',
    prompt: '',
    reply: { form: 'text' },
    maxTokens: 9,
    temperature: 0,
  });
}
