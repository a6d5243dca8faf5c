import { expect, test } from 'vitest';
import { metadataOperation } from './metadata/kind.ts';
import type { Operation } from './port/operation.ts';
import { readInput } from './read-input.ts';
import { scriptOperation } from './script/kind.ts';
import { thumbnailOperation } from './thumbnail-prompt/kind.ts';

test('the first version’s inputs are read, lists and comma text alike', () => {
  const script = readInput(scriptOperation, {
    prompt: 'Tea',
    style: ['calm', 'warm'],
    duration: '1:30',
    context: 'For beginners',
  });
  expect(script).toMatchObject({
    kind: 'read',
    input: { style: 'calm, warm', duration: 90, context: 'For beginners' },
    ignored: [],
  });
  const thumbnail = readInput(thumbnailOperation, {
    script_content: 'Tea is old.',
    style_preferences: 'calm',
    keywords: 'tea, cup',
  });
  expect(thumbnail).toMatchObject({ kind: 'read', input: { material: 'Tea is old.', keywords: ['tea', 'cup'] } });
  expect(readInput(metadataOperation, { content: 'Tea is old.', title: 'Tea' })).toMatchObject({ kind: 'read' });
});

test('defaults are those of the contract, and the language is that of the prompt', () => {
  expect(readInput(scriptOperation, { prompt: 'Wie funktioniert eine Wärmepumpe?' })).toMatchObject({
    input: { duration: 60, platform: 'youtube', format: 'educational', pace: 'normal', language: 'de' },
  });
});

test.each<Operation>([scriptOperation, thumbnailOperation, metadataOperation])(
  'a body without anything to write about is missing an input',
  (recipe) => {
    expect(readInput(recipe, { prompt: null })).toMatchObject({
      kind: 'missing',
      issues: [{ allowed: expect.any(String) }],
    });
  },
);

test('wrong values are invalid, each with its path, reason and what is allowed', () => {
  const body = {
    prompt: 'Tea',
    duration: 4,
    platform: 'myspace',
    pace: 'warp',
    sources: [{ url: 5 }],
    language: 'no language',
  };
  expect(readInput(scriptOperation, body)).toEqual({
    kind: 'invalid',
    issues: expect.arrayContaining([
      {
        path: 'duration',
        reason: 'is 4 s, which is out of range',
        allowed: expect.stringContaining('5 to 3600 seconds'),
      },
      { path: 'platform', reason: expect.any(String), allowed: expect.stringContaining('one of youtube, shorts') },
      { path: 'pace', reason: expect.any(String), allowed: 'one of slow, normal, fast, or a number' },
      { path: 'sources[0].url', reason: 'must be a string', allowed: 'a string' },
      { path: 'language', reason: 'is no known language', allowed: expect.stringContaining('BCP-47') },
    ]),
  });
  expect(readInput(scriptOperation, { prompt: '' })).toMatchObject({
    kind: 'invalid',
    issues: [{ path: 'prompt', reason: 'must not be empty' }],
  });
});

test('unknown members are named, and __proto__ is only one of them', () => {
  const body = JSON.parse('{"prompt": "Tea", "colour": "red", "__proto__": {"polluted": true}}') as Record<
    string,
    unknown
  >;
  const read = readInput(scriptOperation, body);
  expect(read).toMatchObject({ kind: 'read' });
  expect(read.kind === 'read' ? read.ignored : []).toContain('colour');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
