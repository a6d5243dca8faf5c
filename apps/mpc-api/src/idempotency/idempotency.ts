import { ApiError, invalidInput } from '@showrunner/errors';
import type { Kysely, Selectable } from 'kysely';
import type { Beside, HeldDatabase } from '../jobs/held-database.ts';
import type { NeededJobs } from '../jobs/statements/sweep.ts';
import type { IdempotencyTables } from './idempotency-tables.ts';
import type { KeyedRequest } from './keyed-request.ts';
import { seal, unseal, type KeptAnswer } from './sealed-answer.ts';

/** How long a key stands for what was asked with it (content-api.md, "Idempotency-Key"). */
const KEPT_MS = 86_400_000;
/** What has an effect elsewhere, and no job that tells how far it is, takes no longer. */
const BUSY_MS = 60_000;
const RETRY_AFTER_SECONDS = 2;

/** What came of a request that was asked before with its key. */
export interface Earlier {
  /** The job that it became. */
  readonly jobId: string | null;
  /** What was answered, where the job does not tell. */
  readonly answer: KeptAnswer | null;
}

/** Requests with an `Idempotency-Key`, each of which is carried out once. */
export interface Idempotency {
  /**
   * What came of the same request; undefined where it is asked for the first time, or longer ago than keys are kept.
   *
   * @throws ApiError 422 where the key came with another body, 409 while the answer is still to come
   */
  find(request: KeyedRequest): Promise<Earlier | undefined>;
  /** Notes in the transaction that does it what came of a request; that fails with `KeyTakenError` where it came twice. */
  note(request: KeyedRequest, came: Partial<Earlier>): Beside;
  /**
   * Notes that something is being done which has its effect elsewhere: nobody else does it meanwhile.
   *
   * @throws KeyTakenError where somebody does
   */
  begin(request: KeyedRequest): Promise<void>;
  /** What was begun has been answered; without an answer its key is free again. */
  finish(request: KeyedRequest, answer: KeptAnswer | undefined): Promise<void>;
  /** Forgets keys that are kept no longer; gives how many. */
  sweep(at: Date): Promise<number>;
}

/** Somebody else has asked the same with the same key, and not been answered yet. */
export class KeyTakenError extends ApiError {
  constructor(jobId: string | null = null) {
    super('BAD_REQUEST', {
      message: 'The same request is being carried out. Come again for its answer.',
      status: 409,
      details: { reason: 'conflict', retryable: true, ...(jobId === null ? {} : { job_id: jobId }) },
      headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
    });
  }
}

export function openIdempotency(database: HeldDatabase<IdempotencyTables>): Idempotency {
  return {
    async find(request) {
      const row = await database.read((query) => alive(query, request.id));
      if (row === undefined) return undefined;
      if (row.body !== request.body) throw anotherBody();
      if (row.busy_until !== null) throw new KeyTakenError();
      return { jobId: row.job_id, answer: row.answer === null ? null : unseal(row.answer, request) };
    },

    note: (request, came) => (transaction) =>
      // The key has a table in the database of whoever does it.
      insert(transaction as unknown as Kysely<IdempotencyTables>, request, {
        busy_until: null,
        ...noted(request, came),
      }),

    begin: (request) =>
      database.write((transaction) =>
        insert(transaction, request, { ...noted(request, {}), busy_until: afterNow(BUSY_MS) }),
      ),

    async finish({ id, ...request }, answer) {
      await database.write(async (transaction) => {
        if (answer === undefined) return transaction.deleteFrom('idempotency_keys').where('id', '=', id).execute();
        const sealed = seal(answer, { id, ...request });
        const set = { answer: sealed, busy_until: null };
        return transaction.updateTable('idempotency_keys').set(set).where('id', '=', id).execute();
      });
    },

    sweep: (at) =>
      database.read(async (query) => {
        const old = query.deleteFrom('idempotency_keys').where('expires_at', '<', at.toISOString());
        return Number((await old.executeTakeFirst()).numDeletedRows);
      }),
  };
}

/** Jobs whose answer is still promised to whoever comes with their key. */
export const jobsUnderKeys: NeededJobs = (query) =>
  (query as unknown as Kysely<IdempotencyTables>)
    .selectFrom('idempotency_keys')
    .select('job_id')
    .where('job_id', 'is not', null)
    .where('expires_at', '>', new Date().toISOString())
    .$narrowType<{ job_id: string }>()
    .$asScalar();

type Row = Selectable<IdempotencyTables['idempotency_keys']>;

async function alive(query: Kysely<IdempotencyTables>, id: string): Promise<Row | undefined> {
  const row = await query.selectFrom('idempotency_keys').selectAll().where('id', '=', id).executeTakeFirst();
  return row && hasEnded(row) ? undefined : row;
}

/** Whoever was busy with it for so long has died. */
function hasEnded({ expires_at, busy_until }: Row): boolean {
  const now = afterNow(0);
  return expires_at <= now || (busy_until !== null && busy_until <= now);
}

function noted(request: KeyedRequest, { jobId = null, answer = null }: Partial<Earlier>) {
  return { job_id: jobId, answer: answer === null ? null : seal(answer, request) };
}

async function insert(
  query: Kysely<IdempotencyTables>,
  { id, body }: KeyedRequest,
  came: Pick<Row, 'job_id' | 'answer' | 'busy_until'>,
): Promise<void> {
  const now = afterNow(0);
  await query
    .deleteFrom('idempotency_keys')
    .where('id', '=', id)
    .where((row) => row.or([row('expires_at', '<=', now), row('busy_until', '<=', now)]))
    .execute();
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('idempotency_keys')
    .values({ id, body, ...came, expires_at: afterNow(KEPT_MS) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new KeyTakenError();
}

function afterNow(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}

function anotherBody(): Error {
  const reason = 'came before with another body';
  return invalidInput([{ path: 'Idempotency-Key', reason, allowed: 'a new key for each new request' }]);
}
