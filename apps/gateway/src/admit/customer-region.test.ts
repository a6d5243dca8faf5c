import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { openAiModel, startGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000 });

test('the calls of a customer with a region are answered there alone, whatever their caller says', async () => {
  await using here = await startScriptedUpstream(() => ({ json: openAiCompletion({ text: 'eu' }) }));
  await using there = await startScriptedUpstream(() => ({ json: openAiCompletion({ text: 'us' }) }));
  await using gateway = await startGateway({
    model_list: [
      openAiModel('gpt', here.url, { region_name: 'eu' }),
      openAiModel('gpt', there.url, { region_name: 'us' }),
      openAiModel('abroad', there.url, { region_name: 'us' }),
    ],
  });
  const { done, key, call, get } = manager(() => gateway);
  expect(await done('/customer/new', { user_id: 'kept', allowed_model_region: 'eu' })).toMatchObject({
    allowed_model_region: 'eu',
  });
  const holder = await key();
  for (const members of [{}, {}, {}, {}, { allowed_model_region: 'us' }]) {
    expect(await call(holder, 'gpt', { user: 'kept', ...members })).toMatchObject({ status: 200 });
  }
  expect([here.requests.length, there.requests.length]).toEqual([5, 0]);
  expect(await call(holder, 'abroad', { user: 'kept' })).toMatchObject({ status: 400 });
  expect(await call(holder, 'abroad', { user: 'somebody else' })).toMatchObject({ status: 200 });
  await done('/customer/update', { user_id: 'kept', allowed_model_region: null });
  expect((await get('/customer/info?end_user_id=kept')).body).toMatchObject({ allowed_model_region: null });
  await expect.poll(async () => (await call(holder, 'abroad', { user: 'kept' })).status).toBe(200);
});
