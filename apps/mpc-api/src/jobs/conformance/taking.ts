import { expect, it } from 'vitest';
import { newJob } from '../testing/new-job.ts';
import { made, type OpenedQueue } from './opened-queue.ts';

/** How jobs are accepted, and whose turn it is. */
export function takesJobsInTurn(opened: () => OpenedQueue): void {
  it('a job is carried from its acceptance to its end, and told of once', async () => {
    const { queue, store, told, taken, eventNames } = opened();
    const asked = newJob({ clientRef: 'mine', webhookUrl: 'https://example.org/hook' });
    await queue.accept([asked]);
    expect(await store.find('a', asked.id)).toMatchObject({ state: 'queued', attempts: 0, run: 1, result: null });
    const { job, ticket } = await taken();
    expect(job).toMatchObject({ id: asked.id, attempts: 1, run: 1, input: { prompt: 'tea' }, work: '{}' });
    expect(await store.find('a', asked.id)).toMatchObject({ state: 'running', attempts: 1 });
    await queue.end(job, made({ id: 'scr_1', title: 'Tea' }), ticket);
    expect(await store.find('a', asked.id)).toMatchObject({
      state: 'succeeded',
      result: { title: 'Tea' },
      partial: null,
    });
    expect(await store.findResult('a', 'scr_1', 'script')).toMatchObject({ title: 'Tea' });
    expect(told).toMatchObject([
      {
        jobId: asked.id,
        state: 'succeeded',
        run: 1,
        sequence: 3,
        clientRef: 'mine',
        webhookUrl: 'https://example.org/hook',
      },
    ]);
    expect(await eventNames(asked.id)).toEqual(['start', 'result']);
  });

  it('many are accepted together or not at all', async () => {
    const { queue, store } = opened();
    const jobs = Array.from({ length: 1_000 }, (_, index) => newJob({ batch: { id: 'batch_1', index } }));
    await queue.accept(jobs);
    const twice = [newJob({}), newJob({}), jobs[0] ?? newJob({})];
    await expect(queue.accept(twice)).rejects.toThrow('cannot be reached');
    expect(await store.find('a', twice[0]?.id ?? '')).toBeUndefined();
    expect(await store.list('a', { limit: 2_000 })).toHaveLength(1_000);
  });

  it('one job is never given to two', async () => {
    const { queue, taken } = opened();
    await queue.accept(Array.from({ length: 20 }, () => newJob({})));
    const all = await Promise.all(Array.from({ length: 20 }, () => taken()));
    expect(new Set(all.map(({ job }) => job.id)).size).toBe(20);
  });

  it('of workspaces that wait, each has its turn, however many jobs one has and whatever their priority', async () => {
    const { queue, started } = opened();
    await queue.accept(Array.from({ length: 60 }, () => newJob({ workspace: 'a', priority: 9 })));
    const first = [await started(), await started()];
    await queue.accept([newJob({ workspace: 'b', priority: 0 })]);
    const next = [await started(), await started(), await started()];
    expect([...first, ...next].map(({ workspace }) => workspace)).toContain('b');
    await queue.accept(Array.from({ length: 30 }, () => newJob({ workspace: 'c', priority: 0 })));
    const turns: string[] = [];
    for (let turn = 0; turn < 30; turn += 1) turns.push((await started()).workspace);
    expect(turns.filter((workspace) => workspace === 'c').length).toBeGreaterThanOrEqual(10);
    expect(turns.filter((workspace) => workspace === 'a').length).toBeGreaterThanOrEqual(10);
  });

  it('within a workspace priority counts, and what waits rises one step a minute', async () => {
    const { queue, database, started } = opened();
    const [low, high, old] = [newJob({ priority: 0 }), newJob({ priority: 9 }), newJob({ priority: 0 })];
    await queue.accept([low]);
    await queue.accept([high]);
    await queue.accept([old]);
    const tenMinutes = 600_000;
    await database.read((query) =>
      query
        .updateTable('jobs')
        .set(({ eb }) => ({ turn_rank: eb('turn_rank', '-', tenMinutes) }))
        .where('id', '=', old.id)
        .execute(),
    );
    expect([(await started()).id, (await started()).id, (await started()).id]).toEqual([old.id, high.id, low.id]);
  });
}
