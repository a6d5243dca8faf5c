import { openAiChunks, openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../../testing/start-gateway.ts';

function told(answer: Response): (string | null)[] {
  return ['limit-requests', 'remaining-requests', 'limit-tokens', 'remaining-tokens'].map((name) =>
    answer.headers.get(`x-ratelimit-${name}`),
  );
}

test('callers are told what is left of the limits of a group’s deployments, whether they are kept to them or not', async () => {
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream
      ? { sse: openAiChunks('Hallo') }
      : { json: openAiCompletion({ text: 'Hallo', usage: { promptTokens: 9, completionTokens: 12 } }) },
  );
  await using gateway = await startGateway({
    model_list: [
      openAiModel('m', upstream.url, { rpm: 60, tpm: 100_000 }),
      openAiModel('m', upstream.url, { rpm: 40, user: 'other' }),
      openAiModel('free', upstream.url),
    ],
  });
  expect(told(await gateway.post(ask('m')))).toEqual(['100', '99', '100000', '99979']);
  const stream = await gateway.post(ask('m', { stream: true }));
  expect(told(stream).slice(0, 2)).toEqual(['100', '98']);
  await stream.text();
  expect(told(await gateway.post(ask('free')))).toEqual([null, null, null, null]);
});

test('what the vendor says of its own limits stands before those', async () => {
  const headers = { 'x-ratelimit-limit-requests': '7', 'x-ratelimit-remaining-requests': '6' };
  await using upstream = await startScriptedUpstream([{ headers, json: openAiCompletion({ text: 'Hallo' }) }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, { rpm: 60 })] });
  expect(told(await gateway.post(ask('m')))).toEqual(['7', '6', null, null]);
});
