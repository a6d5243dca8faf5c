import { openAiChunks, waitUntil } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { espressoAnswer } from '../testing/espresso.ts';
import { askAs, type Ask } from '../testing/ask-as.ts';
import { KEY, startApi } from '../testing/start-api.ts';

// What a key means for work that waits.

const slow = { sse: openAiChunks(JSON.stringify(espressoAnswer)), delayMs: 1_000 } as const;

const accept = async (ask: Ask, prompt: string): Promise<string> =>
  (await ask('POST', '/generate/script', { prompt, cache: false, async: true })).data.id;

test('of two jobs that wait, that of the key with the higher priority is next', { timeout: 60_000 }, async () => {
  await using api = await startApi([slow], { env: { MPC_WORKERS: '1' } });
  const admin = askAs(api.url, KEY);
  const scopes = ['generate:*', 'jobs:read'];
  const holder = async (priority: number) =>
    askAs(api.url, (await admin('POST', '/keys', { name: `of ${priority}`, scopes, priority })).data.key);
  const [low, high] = [await holder(1), await holder(9)];
  await accept(admin, 'How the first espresso of the day is made');
  const later = await accept(low, 'How the last espresso of the day is made');
  const sooner = await accept(high, 'How the best espresso of the day is made');
  const startOf = async (id: string) => (await admin('GET', `/jobs/${id}`)).data.started_at as string | null;
  await waitUntil(async () => (await startOf(later)) !== null, { what: 'the last job has begun' });
  expect(Date.parse((await startOf(sooner)) ?? '')).toBeLessThan(Date.parse((await startOf(later)) ?? ''));
});

test('jobs of a removed key go on, or are cancelled where that is wished', { timeout: 60_000 }, async () => {
  await using api = await startApi([slow], { env: { MPC_WORKERS: '1' } });
  const admin = askAs(api.url, KEY);
  const made = async () => (await admin('POST', '/keys', { name: 'of jobs', scopes: ['generate:*'] })).data;
  const [kept, ended] = [await made(), await made()];
  const goesOn = await accept(askAs(api.url, kept.key), 'How an espresso goes on');
  const jobs = [
    await accept(askAs(api.url, ended.key), 'How an espresso ends early'),
    await accept(askAs(api.url, ended.key), 'How another espresso ends early'),
  ];
  expect((await admin('DELETE', `/keys/${kept.id}`)).status).toBe(204);
  expect((await admin('DELETE', `/keys/${ended.id}?cancel_jobs=true`)).status).toBe(204);
  const stateOf = async (id: string) => (await admin('GET', `/jobs/${id}`)).data.state;
  for (const id of jobs) expect(await stateOf(id)).toBe('cancelled');
  await waitUntil(async () => (await stateOf(goesOn)) === 'succeeded', {
    what: 'the job of the removed key has ended',
  });
});
