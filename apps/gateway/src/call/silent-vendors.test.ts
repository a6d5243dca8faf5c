import { openAiChunks, openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';

const forms = [
  ['plain', false],
  ['streamed', true],
] as const;

const seconds = async (work: Promise<Response>): Promise<{ response: Response; seconds: number }> => {
  const startedAt = performance.now();
  const response = await work;
  await response.text();
  return { response, seconds: (performance.now() - startedAt) / 1000 };
};

test.each(forms)('a silent vendor leaves those who stand in for it their time: %s', async (_, stream) => {
  await using silent = await startScriptedUpstream([{ hang: true }]);
  await using good = await startScriptedUpstream([stream ? { sse: openAiChunks('ok') } : { json: openAiCompletion() }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('a', silent.url), openAiModel('b', silent.url), openAiModel('c', good.url)],
    router_settings: { num_retries: 0, timeout: 6, fallbacks: [{ a: ['b', 'c'] }], disable_cooldowns: true },
  });
  for (let count = 0; count < 3; count++) {
    const taken = await seconds(gateway.post(ask('a', { stream })));
    expect(taken.response.status).toBe(200);
    expect(taken.response.headers.get('x-litellm-attempted-fallbacks')).toBe('2');
    // A third of the deadline each, for the first two.
    expect(taken.seconds).toBeGreaterThan(3.9);
  }
});

test('a silent vendor is not asked again where others wait', async () => {
  await using silent = await startScriptedUpstream([{ hang: true }]);
  await using good = await startScriptedUpstream([{ json: openAiCompletion() }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('a', silent.url), openAiModel('c', good.url)],
    router_settings: { num_retries: 3, timeout: 3, fallbacks: [{ a: ['c'] }], disable_cooldowns: true },
  });
  expect((await gateway.post(ask('a'))).status).toBe(200);
  expect(silent.requests).toHaveLength(1);
});

test.each(forms)('a time-out of its own counts, where it leaves time to others: %s', async (_, stream) => {
  await using silent = await startScriptedUpstream([{ hang: true }]);
  await using good = await startScriptedUpstream([stream ? { sse: openAiChunks('ok') } : { json: openAiCompletion() }]);
  await using gateway = await startGateway({
    model_list: [
      openAiModel('short', silent.url, { timeout: 1 }),
      openAiModel('long', silent.url, { timeout: 30 }),
      openAiModel('c', good.url),
    ],
    router_settings: { num_retries: 0, timeout: 4, default_fallbacks: ['c'], disable_cooldowns: true },
  });
  const short = await seconds(gateway.post(ask('short', { stream })));
  expect([short.response.status, short.seconds < 2]).toEqual([200, true]);
  const long = await seconds(gateway.post(ask('long', { stream })));
  expect([long.response.status, long.seconds < 4]).toEqual([200, true]);
});

test('who has nobody behind it has the whole deadline', async () => {
  await using slow = await startScriptedUpstream([{ json: openAiCompletion(), delayMs: 2500 }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('a', slow.url), openAiModel('c', slow.url)],
    router_settings: { num_retries: 0, timeout: 4, fallbacks: [{ a: ['c'] }], disable_cooldowns: true },
  });
  expect((await gateway.post(ask('c'))).status).toBe(200);
  expect((await gateway.post(ask('a', { disable_fallbacks: true }))).status).toBe(200);
});

test('a vendor that falls silent in a stream is left when its caller would wait no longer', async () => {
  const [role, first, ...later] = openAiChunks('Hello there, this goes on').map(
    (chunk) => `data: ${JSON.stringify(chunk)}\n\n`,
  );
  await using upstream = await startScriptedUpstream([{ sse: [`${role}${first}`, ...later], gapMs: 60_000 }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const answer = await gateway.post(ask('m', { stream: true, timeout: 1 }));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/"content":.*\n\ndata: \{"error":\{"message":"litellm.Timeout/s);
  await expect.poll(() => upstream.requests[0]?.aborted, { timeout: 15_000 }).toBe(true);
});
