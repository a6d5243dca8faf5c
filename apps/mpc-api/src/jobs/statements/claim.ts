import type { DatabaseKind } from '@showrunner/store';
import { sql, type Selectable, type Transaction } from 'kysely';
import { appendEvents } from '../events/append-events.ts';
import { busyFor, mayBegin, type Busy } from './busy.ts';
import type { ClaimedJob } from '../job.ts';
import { revisionOf } from './job-rows.ts';
import { newId } from '../new-id.ts';
import type { Release, RunLimits } from '../run-limits.ts';
import type { JobsDatabase, JobsTable } from '../schema.ts';

/** What a worker says of a run when it begins. */
export type StartTeller = (job: Pick<ClaimedJob, 'id' | 'recipe' | 'requestId' | 'work'>) => string;

export interface ClaimOptions {
  readonly kind: DatabaseKind;
  readonly at: Date;
  /** How long the claim holds unless it is heard of again. */
  readonly leaseMs: number;
  /** The data of the `start` event, as JSON. */
  readonly startOf: StartTeller;
  readonly limits: RunLimits;
}

export interface Taking extends Omit<ClaimOptions, 'limits'> {
  /** The name of the claim. */
  readonly claim: string;
}

/** A job that was taken, with what it holds while it runs. */
export interface Claim {
  readonly job: ClaimedJob;
  readonly release: Release;
}

/** Workspaces that are looked at before a claim gives up: beyond the first only where others took all jobs of it just now. */
const WORKSPACES_TRIED = 3;
/** Keys and writers that are found without a place before a claim gives up till the next look. */
const MOST_PASSED_BY = 50;

/**
 * Takes the job whose turn it is, if one can be begun: of the workspaces the one that has waited longest since its last
 * turn, of its jobs the one of the lowest rank whose key and writer have a place for it. Nobody else gets it while the
 * claim holds.
 */
export async function claimJob(
  transaction: Transaction<JobsDatabase>,
  options: ClaimOptions,
): Promise<Claim | undefined> {
  let busy: Busy = { writers: [], keys: [] };
  for (let passedBy = 0; passedBy < MOST_PASSED_BY; passedBy += 1) {
    const row = await nextInTurn(busy, transaction, options);
    if (row === undefined) return undefined;
    const place = await placeFor(row, transaction, options);
    if ('release' in place) {
      const taking = { ...options, claim: newId('claim') };
      const job = await mark(row, transaction, taking);
      // What all claims write stands last, so that they wait for each other as short as can be.
      await takeTurn(row.workspace, transaction);
      await tellStart(row, job, transaction, taking);
      return { job, release: place.release };
    }
    busy = { writers: [...busy.writers, ...place.writers], keys: [...busy.keys, ...place.keys] };
  }
  return undefined;
}

/**
 * Takes a certain job out of turn, for whoever waits for its answer; undefined where another has it. Asked again with the
 * same claim, because the answer of the database was lost, it gives the same.
 */
export async function takeJob(
  transaction: Transaction<JobsDatabase>,
  id: string,
  options: Taking,
): Promise<ClaimedJob | undefined> {
  const row = await transaction.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
  if (row?.state === 'queued') {
    const job = await mark(row, transaction, options);
    await tellStart(row, job, transaction, options);
    return job;
  }
  return row?.claim === options.claim ? claimedJob(row, options.claim, false) : undefined;
}

/** What a job needs beside a worker, or what of that is busy. */
async function placeFor(
  { writer, key_id: keyId }: Selectable<JobsTable>,
  transaction: Transaction<JobsDatabase>,
  { kind, limits }: ClaimOptions,
): Promise<Pick<Claim, 'release'> | Busy> {
  const writers = writer === null ? [] : await busyFor(transaction, kind, writer);
  if (writers.length > 0) return { writers, keys: [] };
  if (keyId === null) return { release: () => undefined };
  const release = await limits.take(transaction, keyId);
  return release ? { release } : { writers: [], keys: [keyId] };
}

async function nextInTurn(
  busy: Busy,
  transaction: Transaction<JobsDatabase>,
  options: ClaimOptions,
): Promise<Selectable<JobsTable> | undefined> {
  for (const workspace of await waitingWorkspaces(busy, transaction, options.at)) {
    const row = await nextOf(workspace, busy, transaction, options);
    if (row !== undefined) return row;
  }
  return undefined;
}

async function waitingWorkspaces(busy: Busy, transaction: Transaction<JobsDatabase>, at: Date): Promise<string[]> {
  const rows = await transaction
    .selectFrom('workspace_turns')
    .select('workspace')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('jobs')
          .select(sql.lit(1).as('one'))
          .whereRef('jobs.workspace', '=', 'workspace_turns.workspace')
          .where('state', '=', sql.lit('queued'))
          .where(mayBegin(busy, at)),
      ),
    )
    .orderBy('turn')
    .orderBy('workspace')
    .limit(WORKSPACES_TRIED)
    .execute();
  return rows.map(({ workspace }) => workspace);
}

function nextOf(
  workspace: string,
  busy: Busy,
  transaction: Transaction<JobsDatabase>,
  { kind, at }: ClaimOptions,
): Promise<Selectable<JobsTable> | undefined> {
  const waiting = transaction
    .selectFrom('jobs')
    .selectAll()
    .where('workspace', '=', workspace)
    // Literal, so that the planner sees the condition of the index.
    .where('state', '=', sql.lit('queued'))
    .where(mayBegin(busy, at))
    .orderBy('turn_rank')
    .orderBy('id')
    .limit(1);
  // SQLite has one writer at a time; on Postgres others pass by what one is taking.
  return (kind === 'postgres' ? waiting.forUpdate().skipLocked() : waiting).executeTakeFirst();
}

async function takeTurn(workspace: string, transaction: Transaction<JobsDatabase>): Promise<void> {
  await transaction
    .updateTable('workspace_turns')
    .set({ turn: sql<number>`(SELECT max(turn) + 1 FROM workspace_turns)` })
    .where('workspace', '=', workspace)
    .execute();
}

async function mark(
  row: Selectable<JobsTable>,
  transaction: Transaction<JobsDatabase>,
  { at, leaseMs, claim }: Taking,
): Promise<ClaimedJob> {
  const taken = { ...row, attempts: row.attempts + 1 };
  await transaction
    .updateTable('jobs')
    .set({
      state: 'running',
      claim,
      lease_expires_at: leaseUntil(at, leaseMs).toISOString(),
      attempts: taken.attempts,
      sequence: row.sequence + 1,
      run_after: null,
      started_at: row.started_at ?? at.toISOString(),
    })
    .where('id', '=', row.id)
    .execute();
  return claimedJob(taken, claim, row.run === 1 && row.started_at === null);
}

/**
 * The first lease. Where the database was slow from the beginning of the transaction till now, it will be so till the
 * claim stands and its first heartbeat is heard.
 */
function leaseUntil(begunAt: Date, leaseMs: number): Date {
  const now = Date.now();
  return new Date(now + leaseMs + 2 * (now - begunAt.getTime()));
}

/** A run has one start, however often it is taken up again. */
async function tellStart(
  before: Selectable<JobsTable>,
  job: ClaimedJob,
  transaction: Transaction<JobsDatabase>,
  { at, startOf }: Taking,
): Promise<void> {
  if (before.started_at !== null) return;
  const { id: jobId, workspace, run } = job;
  await appendEvents(transaction, [{ jobId, workspace, run, name: 'start', data: startOf(job) }], at);
}

function claimedJob(row: Selectable<JobsTable>, claim: string, isFresh: boolean): ClaimedJob {
  return {
    id: row.id,
    workspace: row.workspace,
    recipe: row.recipe,
    requestId: row.request_id ?? row.id,
    run: row.run,
    isFresh,
    attempts: row.attempts,
    faults: row.faults,
    priority: row.priority,
    claim,
    input: JSON.parse(row.input) as unknown,
    keyId: row.key_id,
    clientRef: row.client_ref,
    revision: revisionOf(row),
    work: row.work ?? '{}',
    deadlineMs: row.deadline_ms,
    spentMs: row.spent_ms,
    partial: row.partial === null ? null : (JSON.parse(row.partial) as unknown),
  };
}
