import { expect, it } from 'vitest';
import type { WorkEnding } from '../job-queue.ts';
import { newJob } from '../testing/new-job.ts';
import { made, nothing, type OpenedQueue } from './opened-queue.ts';

/** What a run has come to, written down as it comes. */
export function recordsRuns(opened: () => OpenedQueue): void {
  it('what a run has come to is stored as it comes, and met by the next start', async () => {
    const { queue, store, taken, eventNames } = opened();
    await queue.accept([newJob({})]);
    const { job, ticket } = await taken();
    await queue.advance(job, {
      ...nothing,
      answers: [{ place: '0/write/1', outcome: '{"value":"Ä\\u0000"}', usage: '{"attempts":1}' }],
      events: [{ name: 'scene', data: '{"id":"s1"}' }],
      partial: { scenes: [{ id: 's1' }] },
      progress: { done: 1, total: 3, label: 'Writing' },
    });
    expect(await store.find('a', job.id)).toMatchObject({
      partial: { scenes: [{ id: 's1' }] },
      progress: { done: 1, total: 3 },
    });
    await queue.giveBack(job, 1_200, ticket);
    const again = await taken();
    expect(again.job).toMatchObject({ id: job.id, attempts: 1, spentMs: 1_200, partial: { scenes: [{ id: 's1' }] } });
    expect(await queue.recorded(again.job)).toEqual({
      answers: [{ place: '0/write/1', outcome: '{"value":"Ä\\u0000"}', usage: '{"attempts":1}' }],
      events: [
        { name: 'start', data: JSON.stringify({ job_id: job.id }) },
        { name: 'scene', data: '{"id":"s1"}' },
      ],
    });
    expect(await eventNames(job.id)).toEqual(['start', 'scene']);
  });

  it('what was not written down yet is so by the end: events before the result, and what a missing part is gone on from', async () => {
    const { queue, store, database, taken, eventNames } = opened();
    const [whole, partly] = [newJob({}), newJob({ recipe: 'package' })];
    await queue.accept([whole, partly]);
    const answers = [{ place: '0/1/made', outcome: '{"value":1}', usage: null }];
    const events = [{ name: 'scene', data: '{"id":"s1"}' }];
    const progress = { done: 3, total: 3, label: 'Done' };
    const rest = { ...nothing, answers, events, progress, hasStoredAnswers: false };
    const endings = { [whole.id]: [], [partly.id]: [{ recipe: 'metadata' }] };
    for (const one of [await taken(), await taken()]) {
      const missing = endings[one.job.id];
      await queue.end(one.job, { ...made({}), missing, rest } as WorkEnding, one.ticket);
      expect(await eventNames(one.job.id)).toEqual(['start', 'scene', 'result']);
      expect(await store.find('a', one.job.id)).toMatchObject({ missing, progress });
    }
    await store.retry('a', partly.id);
    expect((await queue.recorded((await taken()).job)).answers).toEqual(answers);
    const kept = await database.read((query) => query.selectFrom('job_answers').select('job_id').execute());
    expect(kept).toEqual([{ job_id: partly.id }]);
  });

  it('a job that was taken up for the first time is known to have nothing written down', async () => {
    const { queue, store, taken } = opened();
    await queue.accept([newJob({})]);
    const first = await taken();
    expect(first.job.isFresh).toBe(true);
    await queue.giveBack(first.job, 1, first.ticket);
    const second = await taken();
    expect(second.job.isFresh).toBe(false);
    await queue.end(second.job, { state: 'cancelled' }, second.ticket);
    await store.retry('a', second.job.id);
    expect((await taken()).job.isFresh).toBe(false);
  });
}
