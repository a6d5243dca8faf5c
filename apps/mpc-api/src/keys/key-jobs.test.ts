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

test(
  'jobs of a key run as many at a time as it may have generations, and count among them',
  { timeout: 90_000 },
  async () => {
    const script = JSON.stringify(espressoAnswer);
    await using api = await startApi((_, index) => ({ sse: openAiChunks(script), delayMs: index === 0 ? 4_000 : 300 }));
    const admin = askAs(api.url, KEY);
    const input = { name: 'one by one', scopes: ['generate:*', 'jobs:read'], limits: { max_parallel: 1 } };
    const holder = askAs(api.url, (await admin('POST', '/keys', input)).data.key);
    const jobs: string[] = [];
    for (const part of ['first', 'second', 'third'])
      jobs.push(await accept(holder, `How the ${part} espresso is made`));
    await waitUntil(() => api.provider.requests.length > 0, { what: 'the first question' });
    const plain = await holder('POST', '/generate/script', { prompt: 'How an espresso is waited for', cache: false });
    expect(plain).toMatchObject({ status: 429, error: { details: { reason: 'max_parallel' } } });
    const ended = async (id: string) => (await admin('GET', `/jobs/${id}`)).data.state === 'succeeded';
    const passing = await accept(admin, 'How others drink espresso');
    await waitUntil(() => ended(passing), { what: 'the job of another key has passed by' });
    for (const id of jobs) await waitUntil(() => ended(id), { what: `${id} has ended` });
    const runs = await Promise.all(jobs.map(async (id) => (await holder('GET', `/jobs/${id}`)).data));
    expect(runs.map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
    const times = runs.map(({ started_at: from, finished_at: to }) => ({ from: String(from), to: String(to) }));
    const inOrder = times.toSorted((left, right) => left.from.localeCompare(right.from));
    for (const [index, { from }] of inOrder.entries()) expect(from >= (inOrder[index - 1]?.to ?? '')).toBe(true);
  },
);

test('a caller who waits for a job takes no place from it', { timeout: 60_000 }, async () => {
  await using api = await startApi();
  const input = { name: 'waits', scopes: ['generate:*'], limits: { max_parallel: 1 } };
  const { key } = (await askAs(api.url, KEY)('POST', '/keys', input)).data;
  const answer = await fetch(`${api.url}/generate/script`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json', prefer: 'wait=40' },
    body: JSON.stringify({ prompt: 'How espresso works' }),
  });
  expect(answer.status).toBe(200);
});
