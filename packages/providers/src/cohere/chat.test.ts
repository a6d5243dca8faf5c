import { startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { chatCall } from '../conformance/chat/chat-call.ts';
import { readFixture } from '../conformance/fixtures.ts';
import type { ChatRequest } from '../spec/operations/chat.ts';
import { chat } from './chat.ts';

async function sent(request: Partial<ChatRequest>, path = '') {
  await using upstream = await startScriptedUpstream([{ json: readFixture('cohere', 'text').json }]);
  const settings = { apiKey: 'sk-cohere', apiBase: `${upstream.url}${path}` };
  await chat.complete(chatCall(request, { model: 'command-a-03-2025', settings }), AbortSignal.timeout(30_000));
  const [first] = upstream.requests;
  if (!first) throw new Error('nothing was sent');
  return first;
}

test.each(['', '/', '/v1', '/v2', '/v2/chat'])(
  'an address that ends in "%s" is that of the same server',
  async (path) => {
    expect(await sent({}, path)).toMatchObject({ path: '/v2/chat', headers: { authorization: 'Bearer sk-cohere' } });
  },
);

test('limits and sampling have Cohere’s names', async () => {
  const { body } = await sent({ max_tokens: 9, top_p: 0.5, top_k: 3, stop: ['END'], thinking: { type: 'disabled' } });
  expect(body).toMatchObject({
    model: 'command-a-03-2025',
    max_tokens: 9,
    p: 0.5,
    k: 3,
    stop_sequences: ['END'],
    thinking: { type: 'disabled' },
  });
});

test('members of Cohere’s own that its package does not know go into the body', async () => {
  const own = { safety_mode: 'STRICT', documents: [{ id: '1', data: 'a' }], citation_options: { mode: 'FAST' } };
  const { body } = await sent({ ...own, repetition_penalty: 1.1, metadata: { a: 'b' } });
  expect(body).toMatchObject(own);
  expect(body).not.toHaveProperty('repetition_penalty');
  expect(body).not.toHaveProperty('metadata');
});
