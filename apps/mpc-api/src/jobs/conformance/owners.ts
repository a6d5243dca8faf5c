import { ApiError } from '@showrunner/errors';
import { expect, it } from 'vitest';
import type { WorkEnding } from '../job-queue.ts';
import { createJobStore } from '../job-store.ts';
import { newJob } from '../testing/new-job.ts';
import { made, type OpenedQueue } from './opened-queue.ts';

/** What owners do with jobs, and how long those stay. */
export function obeysOwners(opened: () => OpenedQueue): void {
  it('only what has ended can be removed', async () => {
    const { queue, store, started } = opened();
    const [alive, ended] = [newJob({}), newJob({})];
    await queue.accept([alive, ended]);
    await store.cancel('a', ended.id);
    expect(await store.remove('a', alive.id)).toMatchObject({ isDone: false });
    const removed = await Promise.all(Array.from({ length: 5 }, () => store.remove('a', ended.id)));
    expect(removed.filter((wished) => wished !== undefined)).toMatchObject([{ isDone: true }]);
    expect(await store.remove('a', ended.id)).toBeUndefined();
    expect((await started()).id).toBe(alive.id);
  });

  it('a revision follows the newest of its chain or fails, and takes the place of what it replaces', async () => {
    const { queue, store, taken } = opened();
    const root = newJob({});
    const revise = () => newJob({ recipe: 'script.revise', revision: { of: root.id, root: root.id, original: {} } });
    const [first, second, third] = [revise(), revise(), revise()];
    const endOne = async (follows: string, replaces: string | null) => {
      const { job, ticket } = await taken();
      const verify = (newest: string) => {
        if (newest !== follows) throw new ApiError('BAD_REQUEST', { message: newest });
      };
      await queue.end(
        job,
        { ...made({ id: job.id }), replaces, follows: { root: root.id, verify } } as WorkEnding,
        ticket,
      );
    };
    await queue.accept([first]);
    await endOne(root.id, null);
    await queue.accept([second]);
    await expect(endOne(root.id, null)).rejects.toThrow(first.id);
    await store.cancel('a', second.id);
    await queue.accept([third]);
    await endOne(first.id, first.id);
    expect(await store.find('a', first.id)).toBeUndefined();
    expect(await store.newestOf('a', root.id)).toBe(third.id);
  });

  it('what its owner says of a job is kept and found, also while it runs', async () => {
    const { queue, store } = opened();
    const asked = newJob({ input: { prompt: 'Crème BRÛLÉE für Anfänger 100%' } });
    await queue.accept([asked, newJob({ input: { prompt: '抹茶はなぜ泡立つのか' } })]);
    expect(await store.change('b', asked.id, { kept: true })).toBeUndefined();
    expect(await store.change('a', asked.id, { kept: true, label: 'Für Oma', choices: { title: 2 } })).toMatchObject({
      kept: true,
      label: 'Für Oma',
      choices: { title: 2 },
    });
    expect(await store.change('a', asked.id, { label: null })).toMatchObject({ kept: true, label: null });
    await store.change('a', asked.id, { label: 'Für Oma' });
    const found = async (q: string) => (await store.list('a', { q, limit: 9 })).map(({ id }) => id);
    for (const q of ['brûlée', 'CRE\u0300ME anfänger', 'für oma', '100%', 'Brulee'.replace('u', 'û').replace('e', 'é')])
      expect([q, await found(q)]).toEqual([q, [asked.id]]);
    expect(await found('泡立')).toHaveLength(1);
    expect(await found('1%0')).toEqual([]);
    expect(await found('oma kaffee')).toEqual([]);
    expect(await store.list('a', { limit: 9, kept: true })).toHaveLength(1);
  });

  it('old ones are swept away, but not what lives, is kept or is still needed', async () => {
    const { queue, store, delivery, database, pending, taken } = opened();
    const [queued, running, keptOne, old, needed] = ['1', '2', '3', '4', '5'].map(() => newJob({}));
    if (!queued || !running || !keptOne || !old || !needed) throw new Error('five jobs');
    await queue.accept([{ ...running, priority: 9 }]);
    await taken();
    await queue.accept([queued, keptOne, old, needed]);
    for (const { id } of [keptOne, old, needed]) await store.cancel('a', id);
    await store.change('a', keptOne.id, { kept: true });
    const sweeping = createJobStore({
      database,
      delivery,
      pending,
      ends: { tell: async () => undefined },
      onEvents: () => undefined,
      needed: [(query) => query.selectFrom('jobs').select('id').where('id', '=', needed.id).$asScalar()],
    });
    expect(await sweeping.sweep(new Date(Date.now() + 1_000))).toBe(1);
    expect((await store.list('a', { limit: 9 })).map(({ id }) => id).toSorted()).toEqual(
      [queued, running, keptOne, needed].map(({ id }) => id).toSorted(),
    );
  });
}
