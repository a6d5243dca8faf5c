import { ApiError } from '@showrunner/errors';
import { expect, it } from 'vitest';
import type { WorkEnding } from '../job-queue.ts';
import { ClaimLostError } from '../owned.ts';
import { newJob } from '../testing/new-job.ts';
import { made, nothing, type OpenedQueue } from './opened-queue.ts';

/** How a job is cancelled, and gone on with. */
export function goesOnWithJobs(opened: () => OpenedQueue): void {
  it('cancelling ends a job at once, as often as one likes, whoever has it', async () => {
    const { queue, store, told, taken, claimedNow, eventNames } = opened();
    const [waiting, running] = [newJob({}), newJob({ priority: 9 })];
    await queue.accept([waiting, running]);
    const { job, ticket } = await taken();
    await queue.advance(job, { ...nothing, partial: { scenes: [1, 2, 3] } });
    for (let time = 0; time < 2; time += 1) {
      expect(await store.cancel('a', running.id)).toMatchObject({ state: 'cancelled', partial: { scenes: [1, 2, 3] } });
      expect(await store.cancel('a', waiting.id)).toMatchObject({ state: 'cancelled', attempts: 0 });
    }
    expect(await store.cancel('b', running.id)).toBeUndefined();
    await expect(queue.end(job, made({ id: 'x' }), ticket)).rejects.toThrow(ClaimLostError);
    expect(await claimedNow()).toBeUndefined();
    expect(told.map(({ jobId }) => jobId).toSorted()).toEqual([waiting.id, running.id].toSorted());
    expect(await eventNames(running.id)).toEqual(['start', 'cancelled']);
  });

  it('many are cancelled together, by several at once: each ends once, and what had ended stays', async () => {
    const { queue, store, told, taken, eventNames } = opened();
    const jobs = Array.from({ length: 450 }, () => newJob({}));
    await queue.accept(jobs);
    const [done, running] = [await taken(), await taken()];
    await queue.end(done.job, made({ id: 'x' }), done.ticket);
    const ids = jobs.map(({ id }) => id);
    await store.cancelMany('b', ids);
    expect(told).toHaveLength(1);
    await Promise.all([
      store.cancelMany('a', ids),
      store.cancelMany('a', ids.toReversed()),
      ...ids.slice(0, 20).map((id) => store.cancel('a', id)),
    ]);
    const states = (await store.list('a', { limit: 500 })).map(({ state }) => state);
    expect([states.length, states.filter((state) => state === 'cancelled').length]).toEqual([450, 449]);
    expect(told.map(({ jobId }) => jobId).toSorted()).toEqual(ids.toSorted());
    await expect(queue.end(running.job, made({ id: 'y' }), running.ticket)).rejects.toThrow(ClaimLostError);
    expect(await eventNames(running.job.id)).toEqual(['start', 'cancelled']);
    expect(await store.find('a', running.job.id)).toMatchObject({ missing: [{ recipe: 'script', error: null }] });
    expect((await store.retry('a', running.job.id))?.job).toMatchObject({ state: 'queued', run: 2 });
  });

  it('a retry is the next run: new clock, new counts, what was answered stays and what failed goes', async () => {
    const { queue, store, told, taken, eventNames } = opened();
    const asked = newJob({});
    await queue.accept([asked]);
    const { job, ticket } = await taken();
    const answers = ['0/write/1', '0/repair-1/1', '0/part/made'].map((place) => ({
      place,
      outcome: '{"value":1}',
      usage: null,
    }));
    const unusable = { place: '0/write/2', outcome: '{"unusable":{"part":"x"}}', usage: null };
    await queue.advance(job, { ...nothing, answers: [...answers, unusable], partial: { scenes: [1] } });
    await queue.end(job, { state: 'failed', error: new ApiError('GENERATION_FAILED').toJSON().error }, ticket);
    expect(await store.retry('b', asked.id)).toBeUndefined();
    expect(await store.retry('a', asked.id)).toMatchObject({ isDone: true });
    expect(await store.retry('a', asked.id)).toMatchObject({ isDone: false, job: { state: 'queued' } });
    const again = await taken();
    expect(again.job).toMatchObject({ run: 2, attempts: 1, faults: 0, spentMs: 0, partial: { scenes: [1] } });
    const recorded = await queue.recorded(again.job);
    expect(recorded.answers.map(({ place }) => place).toSorted()).toEqual(['0/part/made', '0/write/1']);
    expect(recorded.events.map(({ name }) => name)).toEqual(['start']);
    await queue.end(again.job, made({ id: 'x' }), again.ticket);
    expect(told.map(({ run, sequence, state }) => [run, sequence, state])).toEqual([
      [1, 3, 'failed'],
      [2, 6, 'succeeded'],
    ]);
    expect(await eventNames(asked.id)).toEqual(['start', 'failed', 'start', 'result']);
    expect(await store.retry('a', asked.id)).toMatchObject({ isDone: false });
  });

  it('what failed for a fault of the provider keeps all that was answered', async () => {
    const { queue, store, taken } = opened();
    const asked = newJob({});
    await queue.accept([asked]);
    const { job, ticket } = await taken();
    const answers = ['0/write/1', '0/repair-1/1'].map((place) => ({ place, outcome: '{"value":1}', usage: null }));
    await queue.advance(job, { ...nothing, answers });
    await queue.end(job, { state: 'failed', error: new ApiError('LLM_ERROR').toJSON().error }, ticket);
    await store.retry('a', asked.id);
    expect((await queue.recorded((await taken()).job)).answers).toHaveLength(2);
  });

  it('a result that misses a part can be gone on with, and is only that part asked again', async () => {
    const { queue, store, taken } = opened();
    const asked = newJob({ recipe: 'package' });
    await queue.accept([asked]);
    const { job, ticket } = await taken();
    const failed = { place: '0/2/made', outcome: '{"value":{"error":{"code":"GENERATION_FAILED"}}}', usage: null };
    const repair = { place: '0/2/repair-1/1', outcome: '{"value":2}', usage: null };
    const script = { place: '0/1/made', outcome: '{"value":{"data":1}}', usage: null };
    await queue.advance(job, { ...nothing, answers: [failed, repair, script] });
    await queue.end(job, { ...made({ script: 1 }), missing: [{ recipe: 'metadata' }] } as WorkEnding, ticket);
    expect(await store.find('a', asked.id)).toMatchObject({ state: 'succeeded', missing: [{ recipe: 'metadata' }] });
    await store.retry('a', asked.id);
    expect(await store.find('a', asked.id)).toMatchObject({ state: 'queued', result: null, partial: { script: 1 } });
    expect((await queue.recorded((await taken()).job)).answers).toEqual([script]);
  });
}
