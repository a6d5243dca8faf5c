import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { chatCall } from '../conformance/chat/chat-call.ts';
import { chat } from '../gemini/chat.ts';

const signal = AbortSignal.timeout(60_000);
const callAt = (apiBase: string) => chatCall({}, { model: 'gemini-2.5-flash', settings: { apiKey: 'k', apiBase } });

async function answerTo(behaviour: Behaviour, isStream = false): Promise<unknown> {
  await using upstream = await startScriptedUpstream([behaviour]);
  const call = callAt(`${upstream.url}/v1beta`);
  return isStream ? await Array.fromAsync(chat.stream(call, signal)) : await chat.complete(call, signal);
}

test.each([{ a: 1 }, { candidates: [] }, { choices: [1] }])('%j is no answer of Gemini’s', async (json) => {
  for (const isStream of [false, true]) {
    await expect(answerTo({ json }, isStream)).rejects.toMatchObject({ status: 502 });
  }
});

test('a prompt that Gemini refuses is an answer', async () => {
  const json = { promptFeedback: { blockReason: 'SAFETY' } };
  expect(await answerTo({ json })).toMatchObject({ choices: [{ finish_reason: 'content_filter' }] });
});

test('a body and a line without an end are read no further than an answer may be long', async () => {
  const endless = { raw: Buffer.alloc(70 * 1024 * 1024, 32), headers: { 'content-type': 'application/json' } };
  await expect(answerTo(endless)).rejects.toThrow('more than 67108864 bytes');
  const line = Buffer.concat([Buffer.from('data: '), Buffer.alloc(17 * 1024 * 1024, 97)]);
  const stream = { raw: line, headers: { 'content-type': 'text/event-stream' } };
  await expect(answerTo(stream, true)).rejects.toMatchObject({ kind: 'malformed_answer' });
});

test('an error without an end is read no further than its words', async () => {
  const failure = answerTo({ status: 429, raw: 'x'.repeat(3 * 1024 * 1024), afterwards: 'hang' }, true);
  await expect(failure).rejects.toMatchObject({ status: 429 });
});

test('a port that nobody may call is told', async () => {
  await expect(chat.complete(callAt('http://127.0.0.1:10080/v1beta'), signal)).rejects.toThrow('BAD_PORT');
});
