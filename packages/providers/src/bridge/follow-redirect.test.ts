import { startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { chatCall } from '../conformance/chat/chat-call.ts';
import { readFixture } from '../conformance/fixtures.ts';
import { chat } from '../gemini/chat.ts';

const answer = readFixture('gemini', 'text').json;

async function asked(status: number, place: (url: string) => string, isStream = false) {
  let url = '';
  await using upstream = await startScriptedUpstream(({ path }) =>
    path.includes('/moved') ? { json: answer } : { status, headers: { location: place(url) }, raw: '' },
  );
  ({ url } = upstream);
  const settings = { apiKey: 'sk-gemini', apiBase: `${url}/v1beta` };
  const call = chatCall({ stream: isStream }, { model: 'gemini-2.5-flash', settings });
  const signal = AbortSignal.timeout(30_000);
  try {
    if (isStream) await Array.fromAsync(chat.stream(call, signal));
    else await chat.complete(call, signal);
    return { requests: [...upstream.requests] };
  } catch (error) {
    return { requests: [...upstream.requests], error };
  }
}

test.each([
  [307, false],
  [308, true],
])('a %d within the origin is followed, with the request as it was (streamed: %s)', async (status, isStream) => {
  const { requests, error } = await asked(status, () => '/moved', isStream);
  expect(error).toBeUndefined();
  expect(requests.map(({ path }) => path.split('?')[0])).toEqual([
    `/v1beta/models/gemini-2.5-flash:${isStream ? 'streamGenerateContent' : 'generateContent'}`,
    '/moved',
  ]);
  expect(requests[1]?.body).toEqual(requests[0]?.body);
  expect(requests[1]?.headers['x-goog-api-key']).toBe('sk-gemini');
});

test.each<[string, number, (url: string) => string, string]>([
  ['another host', 307, () => 'http://127.0.0.1:9/elsewhere', 'http://127.0.0.1:9/elsewhere'],
  ['another protocol', 308, (url) => url.replace('http:', 'https:'), 'https://'],
  ['another method', 302, () => '/moved', '/moved'],
  ['itself', 307, () => '', 'v1beta'],
  ['nowhere', 307, () => 'http://', 'no address'],
])('what points to %s is not followed, and the error names it', async (_, status, place, named) => {
  const { requests, error } = await asked(status, place);
  expect(error).toMatchObject({ kind: 'connection', status: 502 });
  expect(String(error)).toContain(named);
  expect(requests.length).toBeLessThanOrEqual(2);
  expect(requests.some(({ path }) => path.startsWith('/moved'))).toBe(false);
});
