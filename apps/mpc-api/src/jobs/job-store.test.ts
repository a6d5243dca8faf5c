import { join } from 'node:path';
import { ApiError } from '@showrunner/errors';
import { openDatabase } from '@showrunner/store';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPollingDelivery } from './delivery/polling-delivery.ts';
import { holdDatabase, type HeldDatabase } from './held-database.ts';
import { tellAll } from './job-ends.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import type { AnsweredJob } from './job.ts';
import { migrations } from './migrations/migrations.ts';
import { newId } from './new-id.ts';
import { PendingJobs } from './pending-jobs.ts';
import type { JobsDatabase } from './schema.ts';

describe('jobs in SQLite', () => {
  keepsJobs(async () => ({ file: join((await temporaryFolder()).path, 'jobs.sqlite') }));
});

describe('jobs in Postgres', requireTool('postgres'), () => {
  keepsJobs(async () => ({ url: await emptyPostgresDatabase(), file: '' }));
});

function keepsJobs(place: () => Promise<{ url?: string; file: string }>): void {
  let database: HeldDatabase<JobsDatabase>;
  let pending: PendingJobs;
  let store: JobStore;
  /** As another process would have it. */
  let other: Awaited<ReturnType<typeof openStore>>;

  beforeEach(async () => {
    const where = await place();
    ({ database, pending, store } = await openStore(where));
    other = await openStore(where);
  });
  afterEach(async () => {
    await Promise.all([pending.dispose(), other.pending.dispose()]);
    await Promise.all([database.dispose(), other.database.dispose()]);
  });

  it('are revised by one of two processes that follow the same revision at once', { timeout: 60_000 }, async () => {
    // One thread that waits for SQLite's lock keeps itself from giving it back: a round takes two seconds here.
    const rounds = await database.write(async (_, kind) => (kind === 'sqlite' ? 2 : 20));
    const first = answered({});
    store.keep(first);
    let newest = first.id;
    for (let round = 0; round < rounds; round += 1) {
      const verify = (found: string) => {
        if (found !== newest) throw new ApiError('BAD_REQUEST', { message: found });
      };
      const revise = async (one: JobStore) => {
        const revision = { of: newest, root: first.id, original: {} };
        const job = { ...answered({}), recipe: 'script.revise', revision };
        await one.keepRevision(job, verify);
        return job.id;
      };
      const both = await Promise.allSettled([revise(store), revise(other.store)]);
      const kept = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refused = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as ApiError).message] : []));
      expect([kept.length, refused]).toEqual([1, kept]);
      [newest = ''] = kept;
      expect([await store.newestOf('a', first.id), await other.store.newestOf('a', first.id)]).toEqual([
        newest,
        newest,
      ]);
    }
  });

  it('are found at once, before and after they are written', async () => {
    const job = answered({ result: { id: 'scr_1', title: 'Tea' }, resultIds: ['scr_1'] });
    store.keep(job);
    const before = await store.find('a', job.id);
    await pending.flush();
    const after = await store.find('a', job.id);
    expect(after).toEqual(before);
    expect(after).toMatchObject({ state: 'succeeded', result: { title: 'Tea' }, clientRef: 'ref', attempts: 1 });
  });

  it('give their results by the id of the job, of the result, and of each variant', async () => {
    const variants = [{ id: 'scr_1' }, { id: 'scr_2' }];
    const job = answered({ result: { id: 'scr_1', variants }, resultIds: ['scr_1', 'scr_2'] });
    store.keep(job);
    for (const moment of ['pending', 'written']) {
      if (moment === 'written') await pending.flush();
      expect(await store.findResult('a', job.id, 'script')).toEqual({ id: 'scr_1' });
      expect(await store.findResult('a', 'scr_1', 'script')).toEqual({ id: 'scr_1' });
      expect(await store.findResult('a', 'scr_2', 'script')).toEqual({ id: 'scr_2' });
    }
  });

  it('give what any operation of the kind made', async () => {
    const revised = { ...answered({ result: { id: 'scr_1' }, resultIds: ['scr_1'] }), recipe: 'script.revise' };
    store.keep(revised);
    for (const moment of ['pending', 'written']) {
      if (moment === 'written') await pending.flush();
      expect(await store.findResult('a', revised.id, 'script')).toEqual({ id: 'scr_1' });
      expect(await store.findResult('a', 'scr_1', 'script')).toEqual({ id: 'scr_1' });
      expect(await store.findResult('a', 'scr_1', 'scr')).toBeUndefined();
    }
  });

  it("are nobody else's", async () => {
    const job = answered({ result: { id: 'scr_1' }, resultIds: ['scr_1'] });
    store.keep(job);
    for (const moment of ['pending', 'written']) {
      if (moment === 'written') await pending.flush();
      expect(await store.find('b', job.id)).toBeUndefined();
      expect(await store.findResult('b', job.id, 'script')).toBeUndefined();
      expect(await store.findResult('b', 'scr_1', 'script')).toBeUndefined();
      expect(await store.list('b', { limit: 10 })).toEqual([]);
    }
  });

  it('that another kind made, or that failed, are no script', async () => {
    const metadata = { ...answered({ result: { id: 'x' }, resultIds: [] }), recipe: 'metadata' };
    const failed: AnsweredJob = {
      ...answered({}),
      outcome: { state: 'failed', error: new ApiError('LLM_ERROR').toJSON().error },
    };
    store.keep(metadata);
    store.keep(failed);
    expect(await store.findResult('a', metadata.id, 'script')).toBeUndefined();
    expect(await store.findResult('a', failed.id, 'script')).toBeUndefined();
    expect(await store.find('a', failed.id)).toMatchObject({
      state: 'failed',
      error: { code: 'LLM_ERROR' },
      result: null,
    });
  });

  it('are listed newest first, page by page', async () => {
    const jobs = [1, 2, 3].map((second) => ({ ...answered({}), id: `job_${second}` }));
    jobs.forEach((job) => store.keep(job));
    const first = await store.list('a', { limit: 2 });
    expect(first.map(({ id }) => id)).toEqual(['job_3', 'job_2']);
    expect((await store.list('a', { limit: 2, before: 'job_2' })).map(({ id }) => id)).toEqual(['job_1']);
    expect(await store.list('a', { limit: 9, state: 'failed' })).toEqual([]);
    expect(await store.list('a', { limit: 9, recipe: 'script' })).toHaveLength(3);
  });

  it('are removed when they ended too long ago, their ids with them', async () => {
    const old = { ...answered({ resultIds: ['scr_old'] }), finishedAt: new Date('2026-01-01') };
    const fresh = answered({ resultIds: ['scr_new'] });
    store.keep(old);
    store.keep(fresh);
    await pending.flush();
    expect(await store.sweep(new Date('2026-02-01'))).toBe(1);
    expect(await store.find('a', old.id)).toBeUndefined();
    expect(await store.findResult('a', 'scr_old', 'script')).toBeUndefined();
    expect(await store.findResult('a', 'scr_new', 'script')).toBeDefined();
  });

  it('go in many steps when many have ended', async () => {
    const old = Array.from({ length: 450 }, (_, index) => ({
      ...answered({ result: { id: `scr_${index}` }, resultIds: [`scr_${index}`] }),
      finishedAt: new Date('2026-01-01'),
    }));
    for (const job of old) store.keep(job);
    await pending.flush();
    expect(await store.sweep(new Date('2026-02-01'))).toBe(450);
    expect(await store.list('a', { limit: 10 })).toEqual([]);
    expect(await store.findResult('a', 'scr_3', 'script')).toBeUndefined();
  });

  it('stand in a chain of revisions that begins with one, the newest at its end', async () => {
    const first = answered({});
    const revise = (of: AnsweredJob, replaces: string | null = null): AnsweredJob => ({
      ...answered({}),
      recipe: 'script.revise',
      replaces,
      revision: { of: of.id, root: first.id, original: first.input },
    });
    const second = revise(first);
    store.keep(first);
    expect(await store.newestOf('a', first.id)).toBe(first.id);
    store.keep(second);
    for (const moment of ['pending', 'written']) {
      if (moment === 'written') await pending.flush();
      const found = await store.findRevisable('a', second.id, 'script');
      expect(found).toMatchObject({ root: first.id, original: { prompt: 'tea' }, job: { keyId: 'key' } });
    }
    expect(await store.newestOf('a', first.id)).toBe(second.id);
    expect(await store.newestOf('b', first.id)).toBe(first.id);

    const third = revise(first, second.id);
    store.keep(third);
    for (const moment of ['pending', 'written']) {
      if (moment === 'written') await pending.flush();
      expect(await store.newestOf('a', first.id)).toBe(third.id);
      expect(await store.find('a', second.id)).toBeUndefined();
    }
  });

  it('take the place of one that is still to be written', async () => {
    const first = answered({});
    const replaced: AnsweredJob = {
      ...answered({ resultIds: ['scr_gone'] }),
      revision: { of: first.id, root: first.id, original: {} },
    };
    store.keep(first);
    store.keep(replaced);
    store.keep({ ...answered({}), revision: replaced.revision, replaces: replaced.id });
    await pending.flush();
    expect(await store.list('a', { limit: 10 })).toHaveLength(2);
    expect(await store.findResult('a', 'scr_gone', 'script')).toBeUndefined();
  });

  it('take any text that JSON can hold', async () => {
    const job = answered({ result: { id: 'x', text: 'NUL \0, half \ud83d, emoji 🎬, "quotes"' } });
    store.keep(job);
    await pending.flush();
    expect((await store.find('a', job.id))?.result).toEqual({
      id: 'x',
      text: 'NUL \0, half \ud83d, emoji 🎬, "quotes"',
    });
  });
}

async function openStore(where: { url?: string; file: string }) {
  const database: HeldDatabase<JobsDatabase> = await holdDatabase(
    () => openDatabase<JobsDatabase>({ ...where, owner: 'mpc-api' }, migrations),
    (error) => {
      throw error;
    },
  );
  const pending = new PendingJobs(database, () => undefined);
  const store = createJobStore({
    database,
    pending,
    delivery: createPollingDelivery(),
    ends: tellAll([]),
    needed: [],
    onEvents: () => undefined,
  });
  return { database, pending, store };
}

function answered({ result = { id: 'x' }, resultIds = [] }: { result?: unknown; resultIds?: string[] }): AnsweredJob {
  return {
    id: newId('job'),
    workspace: 'a',
    recipe: 'script',
    requestId: 'req',
    clientRef: 'ref',
    keyId: 'key',
    revision: null,
    replaces: null,
    input: { prompt: 'tea' },
    outcome: {
      state: 'succeeded',
      resultJson: JSON.stringify(result),
      metaJson: '{}',
      resultIds,
      missing: [],
      title: '',
    },
    unfinished: null,
    startedAt: new Date(),
    finishedAt: new Date(),
  };
}
