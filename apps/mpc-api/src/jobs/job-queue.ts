import type { DatabaseKind } from '@showrunner/store';
import { acceptJobs } from './statements/accept.ts';
import { claimJob, takeJob, type Claim, type StartTeller } from './statements/claim.ts';
import type { Delivery, Ticket } from './delivery/delivery.ts';
import { endJob, type Ending, type Finished } from './statements/end-job.ts';
import { newestInTurn } from './statements/chain.ts';
import { findRow } from './statements/find.ts';
import { giveBack, postpone } from './statements/give-back.ts';
import { beat, type Alive } from './statements/heartbeat.ts';
import type { Beside, HeldDatabase } from './held-database.ts';
import type { JobEnds } from './job-ends.ts';
import type { ClaimedJob, NewJob, Success } from './job.ts';
import { ClaimLostError, type Owned } from './owned.ts';
import { readRecorded, recordAdvance, type Advance, type Recorded } from './statements/record.ts';
import { retryJob } from './statements/retry.ts';
import type { RunLimits } from './run-limits.ts';
import type { JobsDatabase } from './schema.ts';
import { hasDead, takeBackDead } from './statements/take-back.ts';

/** How a job ends for its worker. */
export type WorkEnding = (Finished | Exclude<Ending, Success>) & {
  /** Throws where the newest job of the chain, which a revision has to follow, is another one by now. */
  readonly follows?: { readonly root: string; verify(newest: string): void };
};

/** Work from its acceptance to its end. Every step is one transaction; what a claim that has ended writes is refused. */
export interface JobQueue {
  /** Stores work; it is in the database when this resolves, all of it, with what stands `beside` it, or nothing. */
  accept(jobs: readonly NewJob[], beside?: Beside): Promise<void>;
  /**
   * The same for work that is taken at once, by whoever waits for its answer.
   *
   * @param claim its name, by which the same can be asked again where the database's answer was lost
   */
  acceptTaken(job: NewJob, claim: string, beside: Beside): Promise<ClaimedJob>;
  /** Begins the next run of a job and takes it; undefined where there is nothing to go on with, or another goes on. */
  retryTaken(job: Pick<ClaimedJob, 'id' | 'workspace'>, claim: string): Promise<ClaimedJob | undefined>;
  /** Takes the job whose turn it is; undefined, and the ticket is used up, where none can be begun. */
  claim(ticket: Ticket): Promise<Claim | undefined>;
  /** What earlier starts have come to. */
  recorded(job: ClaimedJob): Promise<Recorded>;
  /** @throws ClaimLostError where the claim has ended */
  advance(job: ClaimedJob, advance: Advance): Promise<void>;
  /** Says that claims live. Gives those that have ended meanwhile. */
  beat(held: readonly (Alive & { readonly ticket: Ticket | null })[], isLeaving: boolean): Promise<Owned[]>;
  giveBack(job: ClaimedJob, spentMs: number, ticket: Ticket | null): Promise<void>;
  postpone(job: ClaimedJob, spentMs: number, ticket: Ticket | null, until: Date): Promise<void>;
  /** @throws ClaimLostError where the claim has ended, and what `follows` throws */
  end(job: Owned & Pick<ClaimedJob, 'workspace' | 'input'>, ending: WorkEnding, ticket: Ticket | null): Promise<void>;
  /** Takes back what dead workers had, but for the claims of this process. */
  takeBackDead(except: readonly string[]): Promise<void>;
}

/** How long a claim holds without a heartbeat: while at work, and while the worker is stopping. */
export interface Leases {
  readonly workingMs: number;
  readonly leavingMs: number;
}

export interface QueueParts {
  readonly database: HeldDatabase<JobsDatabase>;
  readonly delivery: Delivery;
  readonly ends: JobEnds;
  readonly leases: Leases;
  readonly startOf: StartTeller;
  readonly limits: RunLimits;
  /** Told when events may have become visible. */
  readonly onEvents: () => void;
}

export function createJobQueue({ database, delivery, ends, leases, startOf, limits, onEvents }: QueueParts): JobQueue {
  async function waitAgain(
    job: ClaimedJob,
    ticket: Ticket | null,
    release: (transaction: Parameters<typeof giveBack>[0]) => Promise<boolean>,
    notBefore?: Date,
  ): Promise<void> {
    await database.write(async (transaction) => {
      if (!(await release(transaction))) throw new ClaimLostError(job);
      if (ticket) await delivery.settle(transaction, ticket);
      await delivery.announce(transaction, [{ id: job.id, priority: job.priority, ...(notBefore && { notBefore }) }]);
    });
    delivery.hurry();
  }

  const taking = (kind: DatabaseKind) => ({ kind, at: new Date(), leaseMs: leases.workingMs, startOf });

  return {
    async accept(jobs, beside) {
      await database.write(async (transaction) => {
        await beside?.(transaction);
        await acceptJobs(transaction, jobs, new Date());
        await delivery.announce(transaction, jobs);
      });
      delivery.hurry();
    },

    async acceptTaken(job, claim, beside) {
      const taken = await database.write(async (transaction, kind) => {
        const known = await findRow(transaction, job.workspace, job.id);
        if (known === undefined) {
          await beside(transaction);
          await acceptJobs(transaction, [job], new Date());
        }
        return takeJob(transaction, job.id, { ...taking(kind), claim });
      });
      if (taken === undefined) throw new ClaimLostError({ id: job.id, claim });
      onEvents();
      return taken;
    },

    async retryTaken({ id, workspace }, claim) {
      const taken = await database.write(async (transaction, kind) => {
        const row = await findRow(transaction, workspace, id);
        if (row === undefined) return undefined;
        const isMine = row.claim === claim || (await retryJob(transaction, row, new Date()));
        return isMine ? takeJob(transaction, id, { ...taking(kind), claim }) : undefined;
      });
      onEvents();
      return taken;
    },

    async claim(ticket) {
      let claim: Claim | undefined;
      try {
        await database.write(async (transaction, kind) => {
          claim?.release();
          claim = await claimJob(transaction, { ...taking(kind), limits });
          if (claim === undefined) await delivery.settle(transaction, ticket);
        });
      } catch (error) {
        claim?.release();
        throw error;
      }
      if (claim === undefined) return undefined;
      delivery.hurry();
      onEvents();
      return claim;
    },

    recorded: (job) => database.read((query) => readRecorded(query, job)),

    async advance(job, advance) {
      await database.write((transaction) => recordAdvance(transaction, job, advance, new Date()));
      if (advance.events.length > 0) onEvents();
    },

    async beat(held, isLeaving) {
      const leaseMs = isLeaving ? leases.leavingMs : leases.workingMs;
      const until = new Date(Date.now() + leaseMs);
      const lost = await database.read((query) => beat(query, held, { until, isLeaving }));
      await delivery.touch(held.flatMap(({ ticket }) => ticket ?? []));
      return lost;
    },

    giveBack: (job, spentMs, ticket) =>
      waitAgain(job, ticket, (transaction) => giveBack(transaction, { ...job, spentMs })),

    postpone: (job, spentMs, ticket, until) =>
      waitAgain(job, ticket, (transaction) => postpone(transaction, { ...job, spentMs }, until), until),

    async end(job, ending, ticket) {
      await database.write(async (transaction, kind) => {
        const { workspace } = job;
        const { follows } = ending;
        if (follows) follows.verify(await newestInTurn(transaction, kind, { workspace, root: follows.root }));
        const told = ending.state === 'succeeded' ? { ...ending, input: job.input } : ending;
        if (!(await endJob(transaction, job, told, { at: new Date(), ends }))) throw new ClaimLostError(job);
        if (ticket) await delivery.settle(transaction, ticket);
      });
      onEvents();
    },

    async takeBackDead(except) {
      const dead = { at: new Date(), except };
      if (!(await database.read((query) => hasDead(query, dead)))) return;
      await database.write(async (transaction, kind) => {
        const waiting = await takeBackDead(transaction, { ...dead, kind, ends });
        await delivery.announce(transaction, waiting);
      });
      delivery.hurry();
      onEvents();
    },
  };
}
