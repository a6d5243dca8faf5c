import { openDatabase } from '@showrunner/store';
import { afterEach, beforeEach } from 'vitest';
import type { Delivery, Ticket } from '../delivery/delivery.ts';
import { holdDatabase, type HeldDatabase } from '../held-database.ts';
import type { JobEnd } from '../job-ends.ts';
import { createJobQueue, type JobQueue, type WorkEnding } from '../job-queue.ts';
import { createJobStore, type JobStore } from '../job-store.ts';
import type { ClaimedJob } from '../job.ts';
import { migrations } from '../migrations/migrations.ts';
import { PendingJobs } from '../pending-jobs.ts';
import { noRunLimits, type RunLimits } from '../run-limits.ts';
import type { JobsDatabase } from '../schema.ts';
import type { Advance } from '../statements/record.ts';

/** Where jobs are kept, and what delivers them there. */
export interface QueuePlace {
  readonly url?: string;
  readonly file: string;
  openDelivery(database: HeldDatabase<JobsDatabase>): Promise<Delivery>;
}

/** Queue and store on a place of one test's own, and what that test changes of them. */
export interface OpenedQueue {
  readonly database: HeldDatabase<JobsDatabase>;
  readonly delivery: Delivery;
  readonly pending: PendingJobs;
  readonly queue: JobQueue;
  readonly store: JobStore;
  /** The ends that were told. */
  readonly told: readonly JobEnd[];
  readonly limits: { -readonly [Member in keyof RunLimits]: RunLimits[Member] };
  /** How long claims hold. */
  readonly leases: { workingMs: number; readonly leavingMs: number };
  /** A ticket, and the job that it leads to. */
  readonly taken: () => Promise<{ readonly job: ClaimedJob; readonly ticket: Ticket }>;
  readonly started: () => Promise<ClaimedJob>;
  /** The job that can be taken at this moment, if one can. */
  readonly claimedNow: () => Promise<ClaimedJob | undefined>;
  readonly eventNames: (id: string) => Promise<string[]>;
}

/** Opens a queue before each test of a `describe` and closes it behind that; gives the one of the test that runs. */
export function openedBeforeEach(newPlace: () => Promise<QueuePlace>): () => OpenedQueue {
  let opened: OpenedQueue | undefined;
  beforeEach(async () => {
    opened = await openQueue(await newPlace());
  });
  afterEach(async () => {
    await opened?.pending.dispose();
    await opened?.delivery.dispose();
    await opened?.database.dispose();
  });
  return () => {
    if (opened === undefined) throw new Error('The queue is there while a test runs.');
    return opened;
  };
}

async function openQueue(place: QueuePlace): Promise<OpenedQueue> {
  const told: JobEnd[] = [];
  const limits = { ...noRunLimits };
  const leases = { workingMs: 60_000, leavingMs: 1 };
  const database = await holdDatabase(
    () => openDatabase<JobsDatabase>({ ...place, owner: 'mpc-api' }, migrations),
    (error) => {
      throw error;
    },
  );
  const delivery = await place.openDelivery(database);
  const pending = new PendingJobs(database, () => undefined);
  const ends = { tell: async (_transaction: unknown, some: readonly JobEnd[]) => void told.push(...some) };
  const shared = { database, delivery, ends, onEvents: () => undefined };
  const queue = createJobQueue({ ...shared, leases, limits, startOf: ({ id }) => JSON.stringify({ job_id: id }) });
  const store = createJobStore({ ...shared, pending, needed: [] });

  async function taken(): Promise<{ job: ClaimedJob; ticket: Ticket }> {
    for (;;) {
      const ticket = await delivery.next(AbortSignal.timeout(5_000));
      if (ticket === undefined) throw new Error('No ticket came.');
      const claim = await queue.claim(ticket);
      if (claim !== undefined) return { job: claim.job, ticket };
    }
  }

  return {
    database,
    delivery,
    pending,
    queue,
    store,
    told,
    limits,
    leases,
    taken,
    started: async () => (await taken()).job,
    async claimedNow() {
      const ticket = await delivery.next(AbortSignal.timeout(800));
      const claim = ticket && (await queue.claim(ticket));
      return claim?.job;
    },
    eventNames: (id) =>
      database.read(async (query) => {
        const events = query.selectFrom('job_events').select('name').where('job_id', '=', id).orderBy('id');
        return (await events.execute()).map(({ name }) => name);
      }),
  };
}

/** For claims beside what the delivery announces. */
export const look: Ticket = { id: 'look' };

/** An advance that says nothing. */
export const nothing: Advance = { answers: [], parts: [], events: [], partial: undefined, progress: undefined };

/** How a job ends that made a result. */
export function made(result: { id?: string; title?: string; script?: number }): WorkEnding {
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
