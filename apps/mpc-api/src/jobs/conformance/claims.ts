import { expect, it } from 'vitest';
import { ClaimLostError } from '../owned.ts';
import { newJob } from '../testing/new-job.ts';
import { made, nothing, type OpenedQueue } from './opened-queue.ts';

/** Claims that end: by death, by a stop, by a fault. */
export function endsClaims(opened: () => OpenedQueue): void {
  it('what a claim that has ended writes is refused', async () => {
    const { queue, store, told, leases, taken } = opened();
    leases.workingMs = -60_000;
    await queue.accept([newJob({})]);
    const { job: late, ticket } = await taken();
    await queue.takeBackDead([late.claim]);
    expect(await store.find('a', late.id)).toMatchObject({ state: 'running' });
    await queue.takeBackDead([]);
    leases.workingMs = 60_000;
    const { job } = await taken();
    expect(job).toMatchObject({ id: late.id, attempts: 2 });
    expect(await queue.beat([{ ...late, spentMs: 1, ticket }], false)).toEqual([{ id: late.id, claim: late.claim }]);
    expect(await queue.beat([{ ...job, spentMs: 1, ticket }], false)).toEqual([]);
    await expect(queue.advance(late, { ...nothing, events: [{ name: 'scene', data: '{}' }] })).rejects.toThrow(
      ClaimLostError,
    );
    await expect(queue.end(late, made({ id: 'late' }), ticket)).rejects.toThrow(ClaimLostError);
    await expect(queue.giveBack(late, 0, ticket)).rejects.toThrow(ClaimLostError);
    expect(await store.find('a', late.id)).toMatchObject({ state: 'running', result: null });
    expect(told).toEqual([]);
  });

  it('a job that has killed three workers is poison, and a retry gives it three new lives', async () => {
    const { queue, store, told, leases, taken } = opened();
    leases.workingMs = -60_000;
    const asked = newJob({});
    await queue.accept([asked]);
    for (let life = 1; life <= 3; life += 1) {
      expect((await taken()).job.attempts).toBe(life);
      await queue.takeBackDead([]);
    }
    const poisoned = await store.find('a', asked.id);
    expect(poisoned).toMatchObject({ state: 'failed', attempts: 3, error: { details: { reason: 'poison' } } });
    expect(told).toHaveLength(1);
    expect((await store.retry('a', asked.id))?.job).toMatchObject({
      state: 'queued',
      run: 2,
      attempts: 0,
      error: null,
    });
    expect((await taken()).job.attempts).toBe(1);
    await queue.takeBackDead([]);
    expect(await store.find('a', asked.id)).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('a worker that was stopping and is gone died no death and made no attempt', async () => {
    const { queue, told, taken } = opened();
    await queue.accept([newJob({})]);
    for (let stop = 0; stop < 5; stop += 1) {
      const { job, ticket } = await taken();
      expect(job.attempts).toBe(1);
      await queue.beat([{ ...job, spentMs: 1, ticket }], true);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await queue.takeBackDead([]);
    }
    expect(told).toEqual([]);
  });

  it('a job that waits out a fault is not taken before its time', async () => {
    const { queue, taken, claimedNow } = opened();
    await queue.accept([newJob({})]);
    const { job, ticket } = await taken();
    await queue.postpone(job, 10, ticket, new Date(Date.now() + 1_500));
    expect(await claimedNow()).toBeUndefined();
    await expect
      .poll(claimedNow, { timeout: 8_000, interval: 200 })
      .toMatchObject({ id: job.id, attempts: 2, faults: 1 });
  });
}
