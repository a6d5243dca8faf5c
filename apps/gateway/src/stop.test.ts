import { openAiChunks, startScriptedUpstream, waitUntil } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from './testing/start-gateway.ts';

test('SIGTERM lets a stream that is under way end whole, then ends with 0', async () => {
  await using upstream = await startScriptedUpstream([{ sse: openAiChunks('word '.repeat(20)), gapMs: 40 }]);
  const gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const response = await gateway.post(ask('m', { stream: true }));
  await waitUntil(() => upstream.requests.length === 1, { what: 'the upstream call' });
  const stopped = gateway.stop();
  expect(await response.text()).toMatch(/\[DONE\]\n\n$/);
  expect(await stopped).toBe(0);
  expect(gateway.logs.some((line) => line.includes('"msg":"request"') && line.includes('"stream":true'))).toBe(true);
});

test('a slow reader holds the upstream back instead of filling the memory', async () => {
  const filler = 'x'.repeat(64 * 1024);
  const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'x' };
  const frames = Array.from({ length: 2000 }, () => ({
    ...chunk,
    choices: [{ index: 0, delta: { content: filler }, finish_reason: null }],
  }));
  await using upstream = await startScriptedUpstream([{ sse: frames }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const response = await gateway.post(ask('m', { stream: true }));
  // Nothing tells that it reads no more: this is long enough for all of the stream to come.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const metrics = await (await gateway.get('/metrics')).text();
  const resident = Number(/^process_resident_memory_bytes (?<bytes>\d+)/m.exec(metrics)?.groups?.bytes);
  // The stream has 128 MB in all.
  expect(resident).toBeLessThan(250 * 1024 * 1024);
  await response.body?.cancel();
});
