import { ApiError } from '@showrunner/errors';
import { openDatabase } from '@showrunner/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Delivery, Ticket } from './delivery/delivery.ts';
import { holdDatabase, type HeldDatabase } from './held-database.ts';
import type { JobEnd } from './job-ends.ts';
import { createJobQueue, type JobQueue, type WorkEnding } from './job-queue.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import type { ClaimedJob } from './job.ts';
import { migrations } from './migrations/migrations.ts';
import { ClaimLostError } from './owned.ts';
import { newJob } from './testing/new-job.ts';
import { PendingJobs } from './pending-jobs.ts';
import type { Advance } from './statements/record.ts';
import { noRunLimits, type RunLimits } from './run-limits.ts';
import type { JobsDatabase } from './schema.ts';

/** Where jobs are kept, and what delivers them there. */
export interface QueuePlace {
  readonly url?: string;
  readonly file: string;
  openDelivery(database: HeldDatabase<JobsDatabase>): Promise<Delivery>;
}

/** What every delivery must do alike on its database; called inside a `describe` of it. */
export function jobQueueConformance(newPlace: () => Promise<QueuePlace>): void {
  let database: HeldDatabase<JobsDatabase>;
  let delivery: Delivery;
  let pending: PendingJobs;
  let queue: JobQueue;
  let store: JobStore;
  let told: JobEnd[];
  let limits: { -readonly [Member in keyof RunLimits]: RunLimits[Member] };
  /** How long claims hold. */
  let leaseMs: number;

  beforeEach(async () => {
    const place = await newPlace();
    told = [];
    limits = { ...noRunLimits };
    leaseMs = 60_000;
    database = await holdDatabase(
      () => openDatabase<JobsDatabase>({ ...place, owner: 'mpc-api' }, migrations),
      (error) => {
        throw error;
      },
    );
    delivery = await place.openDelivery(database);
    pending = new PendingJobs(database, () => undefined);
    const ends = { tell: async (_transaction: unknown, end: JobEnd) => void told.push(end) };
    const shared = { database, delivery, ends, onEvents: () => undefined };
    const leases = {
      get workingMs() {
        return leaseMs;
      },
      leavingMs: 1,
    };
    queue = createJobQueue({ ...shared, leases, limits, startOf: ({ id }) => JSON.stringify({ job_id: id }) });
    store = createJobStore({ ...shared, pending, needed: [] });
  });
  afterEach(async () => {
    await pending.dispose();
    await delivery.dispose();
    await database.dispose();
  });

  it('a job is carried from its acceptance to its end, and told of once', async () => {
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
    const jobs = Array.from({ length: 1_000 }, (_, index) => newJob({ batch: { id: 'batch_1', index } }));
    await queue.accept(jobs);
    const twice = [newJob({}), newJob({}), jobs[0] ?? newJob({})];
    await expect(queue.accept(twice)).rejects.toThrow('cannot be reached');
    expect(await store.find('a', twice[0]?.id ?? '')).toBeUndefined();
    expect(await store.list('a', { limit: 2_000 })).toHaveLength(1_000);
  });

  it('one job is never given to two', async () => {
    await queue.accept(Array.from({ length: 20 }, () => newJob({})));
    const all = await Promise.all(Array.from({ length: 20 }, () => taken()));
    expect(new Set(all.map(({ job }) => job.id)).size).toBe(20);
  });

  it('of workspaces that wait, each has its turn, however many jobs one has and whatever their priority', async () => {
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

  it('a writer that takes one job at a time has one, whoever asks at once, and other jobs pass by', async () => {
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
    const writer = { name: 'gpt', places: 3 };
    await queue.accept(Array.from({ length: 9 }, () => newJob({ writer })));
    const asked = await Promise.all(Array.from({ length: 9 }, () => queue.claim(look)));
    expect(asked.filter((one) => one !== undefined)).toHaveLength(3);
  });

  it('a job whose key has no place is passed by with nothing written, and its turn comes', async () => {
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

  it('within a workspace priority counts, and what waits rises one step a minute', async () => {
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

  it('what a run has come to is stored as it comes, and met by the next start', async () => {
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

  it('what a claim that has ended writes is refused', async () => {
    leaseMs = -60_000;
    await queue.accept([newJob({})]);
    const { job: late, ticket } = await taken();
    await queue.takeBackDead([late.claim]);
    expect(await store.find('a', late.id)).toMatchObject({ state: 'running' });
    await queue.takeBackDead([]);
    leaseMs = 60_000;
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
    leaseMs = -60_000;
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
    await queue.accept([newJob({})]);
    const { job, ticket } = await taken();
    await queue.postpone(job, 10, ticket, new Date(Date.now() + 1_500));
    expect(await claimedNow()).toBeUndefined();
    await expect
      .poll(claimedNow, { timeout: 8_000, interval: 200 })
      .toMatchObject({ id: job.id, attempts: 2, faults: 1 });
  });

  it('cancelling ends a job at once, as often as one likes, whoever has it', async () => {
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

  it('a retry is the next run: new clock, new counts, what was answered stays and what failed goes', async () => {
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

  it('only what has ended can be removed', async () => {
    const [alive, ended] = [newJob({}), newJob({})];
    await queue.accept([alive, ended]);
    await store.cancel('a', ended.id);
    expect(await store.remove('a', alive.id)).toMatchObject({ isDone: false });
    expect(await store.remove('a', ended.id)).toMatchObject({ isDone: true });
    expect(await store.remove('a', ended.id)).toBeUndefined();
    expect((await started()).id).toBe(alive.id);
  });

  it('a revision follows the newest of its chain or fails, and takes the place of what it replaces', async () => {
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

  /** A ticket, and the job that it leads to. */
  async function taken(): Promise<{ job: ClaimedJob; ticket: Ticket }> {
    for (;;) {
      const ticket = await delivery.next(AbortSignal.timeout(5_000));
      if (ticket === undefined) throw new Error('No ticket came.');
      const claim = await queue.claim(ticket);
      if (claim !== undefined) return { job: claim.job, ticket };
    }
  }

  async function started(): Promise<ClaimedJob> {
    return (await taken()).job;
  }

  async function claimedNow(): Promise<ClaimedJob | undefined> {
    const ticket = await delivery.next(AbortSignal.timeout(800));
    const claim = ticket && (await queue.claim(ticket));
    return claim?.job;
  }

  function eventNames(id: string): Promise<string[]> {
    return database.read(async (query) => {
      const rows = await query.selectFrom('job_events').select('name').where('job_id', '=', id).orderBy('id').execute();
      return rows.map(({ name }) => name);
    });
  }
}

/** For claims beside what the delivery announces. */
const look: Ticket = { id: 'look' };

const nothing: Advance = { answers: [], parts: [], events: [], partial: undefined, progress: undefined };

function made(result: { id?: string; title?: string; script?: number }): WorkEnding {
  return {
    state: 'succeeded',
    resultJson: JSON.stringify(result),
    metaJson: '{}',
    resultIds: result.id === undefined ? [] : [result.id],
    missing: [],
    title: result.title ?? '',
    replaces: null,
  };
}
