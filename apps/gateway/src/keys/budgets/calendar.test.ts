import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { MASTER_KEY, openAiModel, startGateway } from '../../testing/start-gateway.ts';
import { windowEnd } from './window-end.ts';

// Nobody's midnight at any time of the year, so that a day of UTC is another one.
const CALENDAR = { zone: 'Asia/Kathmandu', resetMinutes: 13 * 60 + 40 };

test('what is told and what is set by hand go by the calendar of the configuration', { timeout: 120_000 }, async () => {
  const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
  await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  await using gateway = await startGateway({
    model_list: [openAiModel('gpt', upstream.url, price)],
    general_settings: { master_key: MASTER_KEY },
    litellm_settings: { timezone: CALENDAR.zone, budget_reset_time: '13:40' },
  });
  const { done, get, key, call } = manager(() => gateway);
  const shown = async (one: string) => (await get(`/key/info?key=${one}`)).body.info as Record<string, unknown>;
  const { budget_id } = await done('/budget/new', { max_budget: 5, budget_duration: '30d' });
  for (const [duration, limits] of [
    ['1d', { max_budget: 5, budget_duration: '1d' }],
    ['7d', { max_budget: 5, budget_duration: '7d' }],
    ['30d', { budget_id }],
  ] as const) {
    const one = await key(limits);
    const ends = () => new Date(windowEnd(duration, Date.now(), CALENDAR)).toISOString();
    expect(await shown(one)).toMatchObject({ budget_reset_at: ends(), spend: 0 });
    await done(`/key/${one}/reset_spend`, { reset_to: 3 });
    expect(await shown(one)).toMatchObject({ budget_reset_at: ends(), spend: 3 });
    expect((await call(one)).status).toBe(200);
    await done(`/key/${one}/reset_spend`, { reset_to: 5 });
    expect((await call(one)).status).toBe(429);
  }
});
