import { expect, it } from 'vitest';
import { newJob } from '../testing/new-job.ts';
import { look, made, type OpenedQueue } from './opened-queue.ts';

/** What writers and keys have room for. */
export function keepsToPlaces(opened: () => OpenedQueue): void {
  it('a writer that takes one job at a time has one, whoever asks at once, and other jobs pass by', async () => {
    const { queue, taken, started, claimedNow } = opened();
    const local = { writer: { name: 'local', places: 1 }, priority: 9 } as const;
    const [first, second, other] = [newJob(local), newJob({ ...local, workspace: 'b' }), newJob({ workspace: 'b' })];
    await queue.accept([first, second]);
    const asked = await Promise.all(Array.from({ length: 8 }, () => queue.claim(look)));
    const [claim, ...more] = asked.flatMap((one) => one ?? []);
    if (claim === undefined) throw new Error('Nobody has it.');
    expect(more).toEqual([]);
    await queue.accept([other]);
    const { job: passing } = await taken();
    expect(passing.id).toBe(other.id);
    expect(await claimedNow()).toBeUndefined();
    await queue.end(claim.job, made({ id: 'x' }), look);
    expect((await started()).id).toBe([first.id, second.id].find((id) => id !== claim.job.id));
  });

  it('a job that was passed by is taken once its writer has a place again, with nothing announced anew', async () => {
    const { queue, delivery, taken, started, claimedNow } = opened();
    const writer = { name: 'local', places: 1 };
    const [first, second] = [newJob({ writer, priority: 9 }), newJob({ writer })];
    await queue.accept([first, second]);
    const { job, ticket } = await taken();
    expect(await claimedNow()).toBeUndefined();
    await queue.end(job, made({ id: 'x' }), ticket);
    delivery.hurry();
    expect((await started()).id).toBe(second.id);
  });

  it('a writer with several places has as many jobs', async () => {
    const { queue } = opened();
    const writer = { name: 'gpt', places: 3 };
    await queue.accept(Array.from({ length: 9 }, () => newJob({ writer })));
    const asked = await Promise.all(Array.from({ length: 9 }, () => queue.claim(look)));
    expect(asked.filter((one) => one !== undefined)).toHaveLength(3);
  });

  it('a job whose key has no place is passed by with nothing written, and its turn comes', async () => {
    const { queue, store, limits, started, claimedNow, eventNames } = opened();
    const [held, free] = [newJob({ keyId: 'full', priority: 9 }), newJob({ keyId: 'free' })];
    let [mayTake, places] = [false, 0];
    limits.take = async (_transaction, keyId) => {
      if (keyId === 'full' && !mayTake) return undefined;
      places += 1;
      return () => void (places -= 1);
    };
    await queue.accept([held, free]);
    expect((await started()).id).toBe(free.id);
    expect(await claimedNow()).toBeUndefined();
    expect(await store.find('a', held.id)).toMatchObject({ state: 'queued', attempts: 0, startedAt: null });
    expect(await eventNames(held.id)).toEqual([]);
    mayTake = true;
    const claim = await queue.claim(look);
    expect([claim?.job.id, places]).toEqual([held.id, 2]);
    claim?.release();
    expect(places).toBe(1);
  });
}
