import { openAiError, startScriptedUpstream, waitUntil } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';

test('a vendor’s 500 is a line without a stack, which is for what nobody foresaw', async () => {
  await using upstream = await startScriptedUpstream([{ status: 500, json: openAiError('boom', 'server_error') }]);
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url)],
    router_settings: { num_retries: 0 },
  });
  expect((await gateway.post(ask('m'))).status).toBe(500);
  const failures = (): string[] => gateway.logs.filter((line) => line.includes('"msg":"request failed"'));
  await waitUntil(() => failures().length === 1, { what: 'the line of the failure' });
  const line = JSON.parse(failures()[0] ?? '') as Record<string, unknown>;
  expect(line).toMatchObject({ level: 'error', status: 500, error: expect.stringContaining('boom') });
  expect(line).not.toHaveProperty('stack');
});
