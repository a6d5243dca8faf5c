import { expect, test } from 'vitest';
import { openAiChat } from '../../wires/openai-chat/wire.ts';
import { KnownRequests } from './known-requests.ts';

const body = (content: string): Buffer =>
  Buffer.from(JSON.stringify({ model: 'm', messages: [{ role: 'user', content: `Grüße ${content}` }] }));

test('the same bytes are read once, and what was read cannot change', () => {
  const known = new KnownRequests(openAiChat);
  const first = known.read(body('one'));
  expect(known.read(body('one'))).toBe(first);
  expect(known.read(body('two'))).not.toBe(first);
  expect(first.request).toMatchObject({ messages: [{ content: 'Grüße one' }] });
  expect(() => Object.assign(first.request, { model: 'other' })).toThrow(TypeError);
  expect(() => (first.request.messages as unknown[]).push('other')).toThrow(TypeError);
});

test('what is refused is refused each time, and what is large is read each time', () => {
  const known = new KnownRequests(openAiChat);
  for (let time = 0; time < 2; time++) expect(() => known.read(Buffer.from('{"model":"m"}'))).toThrow(/messages/);
  const large = body('x'.repeat(20_000));
  expect(known.read(large)).not.toBe(known.read(large));
});

test('the oldest of many is forgotten', () => {
  const known = new KnownRequests(openAiChat);
  const first = known.read(body('first'));
  for (let index = 0; index < 512; index++) known.read(body(String(index)));
  expect(known.read(body('first'))).not.toBe(first);
});
