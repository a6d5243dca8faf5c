import { once } from 'node:events';
import { emptyPostgresDatabase, requireTool, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { longScript, smallModel, smallModelInfo } from '../testing/small-model.ts';
import { startApi, type ApiCalls, type RunningApi } from '../testing/start-api.ts';

// What stays of a script of some fourteen questions in a row, when it is interrupted in the middle.

interface JobView {
  readonly id: string;
  readonly state: string;
  readonly run: number;
  readonly attempts: number;
  readonly partial: object | null;
  readonly missing: readonly unknown[];
  readonly result: { readonly scenes: readonly unknown[] } | null;
  readonly error: { readonly code: string } | null;
}

describe.each(['sqlite', 'postgres'] as const)('a script in the middle, on %s,', (database) => {
  const needs = { timeout: 120_000, ...(database === 'postgres' && requireTool('postgres')) };

  test('whose deadline passes keeps what was answered; a retry asks for the rest', needs, async () => {
    const { api, asks } = await open(database);
    const asksOfOne = await asksOfUndisturbed(api, asks);
    const id = await accept(api, 'late', { deadline_ms: 1_000 });
    const late = await ended(api, id);
    expect(late).toMatchObject({
      state: 'failed',
      error: { code: 'GATEWAY_TIMEOUT' },
      missing: [{ recipe: 'script' }],
    });
    const before = asks('late');
    expect([before > 0, before < asksOfOne]).toEqual([true, true]);
    // The work of one question fits into the new clock, not the work of all.
    while ((await ended(api, id)).state === 'failed') await api.post(`/jobs/${id}/retry`, {});
    const whole = await ended(api, id);
    expect(whole).toMatchObject({ state: 'succeeded', attempts: 1, missing: [], partial: null, error: null });
    expect(asks('late') - asksOfOne).toBeLessThanOrEqual(whole.run - 1);
  });

  test(
    'that is cancelled keeps what was answered; its question ends, and a retry asks for the rest',
    needs,
    async () => {
      const { api, asks, held } = await open(database);
      const asksOfOne = await asksOfUndisturbed(api, asks);
      const id = await accept(api, 'cancelled');
      await expect.poll(() => asks('cancelled'), { timeout: 30_000 }).toBeGreaterThan(4);
      held.delayMs = 60_000;
      const before = asks('cancelled');
      await expect.poll(() => asks('cancelled'), { timeout: 30_000 }).toBeGreaterThan(before);
      for (let time = 0; time < 2; time += 1)
        expect((await dataOf(await api.post(`/jobs/${id}/cancel`, {}))).state).toBe('cancelled');
      await expect.poll(() => api.provider.requests.at(-1)?.aborted, { timeout: 10_000 }).toBe(true);
      held.delayMs = 120;
      expect((await read(api, id)).missing).toMatchObject([{ recipe: 'script' }]);
      expect((await api.post(`/jobs/${id}/retry`, {})).status).toBe(202);
      expect(await ended(api, id)).toMatchObject({ state: 'succeeded', run: 2, attempts: 1 });
      expect(asks('cancelled') - asksOfOne).toBeLessThanOrEqual(1);
    },
  );

  test('whose worker is killed during a question asks that one again, and no other', needs, async () => {
    const { api, asks, held } = await open(database, { MPC_WORKERS: '0', MPC_LEASE_SECONDS: '8' });
    const first = await api.worker({ MPC_WORKERS: '1' });
    const asksOfOne = await asksOfUndisturbed(api, asks);
    const id = await accept(api, 'killed');
    await expect.poll(() => asks('killed'), { timeout: 30_000 }).toBeGreaterThan(4);
    held.delayMs = 600_000;
    const before = asks('killed');
    // The one that is under way is answered as before; the next is not.
    await expect.poll(() => asks('killed'), { timeout: 30_000 }).toBeGreaterThan(before);
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    held.delayMs = 120;
    await api.worker({ MPC_WORKERS: '1' });
    expect(await ended(api, id)).toMatchObject({ state: 'succeeded', attempts: 2, run: 1 });
    expect(asks('killed')).toBe(asksOfOne + 1);
  });

  test(
    'whose worker stands still goes on elsewhere, and what that writes when it wakes is refused',
    needs,
    async () => {
      await using receiver = await startScriptedUpstream([{ raw: '' }]);
      const { api, asks } = await open(database, { MPC_WORKERS: '0', MPC_LEASE_SECONDS: '8' });
      const still = await api.worker({ MPC_WORKERS: '1' });
      const asksOfOne = await asksOfUndisturbed(api, asks);
      const id = await accept(api, 'asleep', { webhook_url: receiver.url });
      await expect.poll(() => asks('asleep'), { timeout: 30_000 }).toBeGreaterThan(4);
      still.process.kill('SIGSTOP');
      const other = await api.worker({ MPC_WORKERS: '1' });
      expect(await ended(api, id)).toMatchObject({ state: 'succeeded', attempts: 2, run: 1 });
      const { result } = await read(api, id);
      await other.stop();
      still.process.kill('SIGCONT');
      // Nobody else is there to do this.
      expect(await ended(api, await accept(api, 'awake'))).toMatchObject({ state: 'succeeded', attempts: 1 });
      expect(await read(api, id)).toMatchObject({ state: 'succeeded', attempts: 2, run: 1, result });
      expect(asks('asleep') - asksOfOne).toBeLessThanOrEqual(1);
      const events = await (await api.get(`/jobs/${id}/events`)).text();
      expect(events.match(/^event: (start|result)$/gm)).toEqual(['event: start', 'event: result']);
      await expect.poll(() => receiver.requests.length, { timeout: 15_000 }).toBe(1);
      still.process.kill('SIGTERM');
      await once(still.process, 'exit');
      expect([still.process.exitCode, receiver.requests.length]).toEqual([0, 1]);
    },
  );
});

/** An API before a small model that takes a while for each answer. */
async function open(database: 'sqlite' | 'postgres', env: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder();
  const url = database === 'postgres' ? { DATABASE_URL: await emptyPostgresDatabase() } : {};
  const surroundings = { DATA_DIR: folder.path, WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8', ...url };
  const held = { delayMs: 120 };
  const api = await startApi((request) => smallModel(request, held.delayMs), {
    env: { ...surroundings, ...env },
    modelInfo: smallModelInfo,
  });
  onTestFinished(async () => {
    await api[Symbol.asyncDispose]();
    await folder.remove();
  });
  const asks = (part: string) => api.provider.requests.filter(({ bytes }) => bytes.includes(`part ${part}.`)).length;
  return { api, asks, held };
}

async function asksOfUndisturbed(api: RunningApi, asks: (part: string) => number): Promise<number> {
  await ended(api, await accept(api, 'undisturbed'));
  return asks('undisturbed');
}

async function accept(api: RunningApi, part: string, options: object = {}): Promise<string> {
  const body = { ...longScript, ...options, prompt: `How espresso works, part ${part}.` };
  const response = await api.post('/generate/script', body);
  expect(response.status).toBe(202);
  return (await dataOf(response)).id;
}

async function ended(api: ApiCalls, id: string): Promise<JobView> {
  await expect
    .poll(async () => (await read(api, id)).state, { timeout: 60_000, interval: 100 })
    .toMatch(/succeeded|failed|cancelled/);
  return read(api, id);
}

async function read(api: ApiCalls, id: string): Promise<JobView> {
  return dataOf(await api.get(`/jobs/${id}`));
}

async function dataOf(response: Response): Promise<JobView> {
  return ((await response.json()) as { data: JobView }).data;
}
