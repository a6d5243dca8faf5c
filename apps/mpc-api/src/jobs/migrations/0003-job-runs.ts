import type { Migration } from '@showrunner/store';
import { sql, type Kysely } from 'kysely';

/** Jobs as work that is carried out: runs, claims, fair turns, stored answers and events. A tenant is a workspace. */
export const jobRunsStep: Migration = { id: '0003-job-runs', up: addRuns };

async function addRuns(database: Kysely<unknown>): Promise<void> {
  await nameWorkspaces(database);
  await dropUnused(database);
  await addColumns(database);
  await createAnswers(database);
  await createEvents(database);
  await createTurns(database);
}

async function nameWorkspaces({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropIndex('jobs_by_tenant').execute();
  for (const table of ['jobs', 'job_results'])
    await schema.alterTable(table).renameColumn('tenant', 'workspace').execute();
  await schema.createIndex('jobs_by_workspace').on('jobs').columns(['workspace', 'id']).execute();
}

/** Columns of a claim, and of idempotency, that nothing has ever written. */
async function dropUnused({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropIndex('jobs_to_claim').execute();
  await schema.dropIndex('jobs_by_idempotency').execute();
  for (const column of ['idempotency_key', 'idempotency_hash', 'lease_owner', 'heartbeat_at', 'cancel_requested_at'])
    await schema.alterTable('jobs').dropColumn(column).execute();
}

async function addColumns({ schema }: Kysely<unknown>): Promise<void> {
  const counts = { run: 1, sequence: 1, deaths: 0, faults: 0, spent_ms: 0, priority: 5, kept: 0, leaving: 0 };
  for (const [column, start] of Object.entries(counts))
    await schema
      .alterTable('jobs')
      .addColumn(column, 'integer', (made) => made.notNull().defaultTo(start))
      .execute();
  await schema
    .alterTable('jobs')
    .addColumn('turn_rank', 'bigint', (made) => made.notNull().defaultTo(0))
    .execute();
  for (const [column, start] of Object.entries({ missing: '[]', searched: '' }))
    await schema
      .alterTable('jobs')
      .addColumn(column, 'text', (made) => made.notNull().defaultTo(start))
      .execute();
  for (const column of ['claim', 'work', 'partial', 'label', 'choices'])
    await schema.alterTable('jobs').addColumn(column, 'text').execute();
  await schema
    .createIndex('jobs_waiting')
    .on('jobs')
    .columns(['workspace', 'turn_rank'])
    .where(sql.ref('state'), '=', sql.lit('queued'))
    .execute();
  await schema
    .createIndex('jobs_under_way')
    .on('jobs')
    .column('lease_expires_at')
    .where(sql.ref('state'), '=', sql.lit('running'))
    .execute();
}

async function createAnswers({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('job_answers')
    .addColumn('job_id', 'text', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('usage', 'text')
    .addPrimaryKeyConstraint('job_answers_key', ['job_id', 'place'])
    .execute();
}

async function createEvents(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('job_events')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('job_id', 'text', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('run', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('data', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  for (const owner of ['job_id', 'workspace'])
    await database.schema.createIndex(`job_events_by_${owner}`).on('job_events').columns([owner, 'id']).execute();
  await database.schema
    .createTable('job_event_counter')
    .addColumn('last_id', 'bigint', (column) => column.notNull())
    .execute();
  await sql`INSERT INTO job_event_counter (last_id) VALUES (0)`.execute(database);
}

/** When each workspace had its last turn: the fairness of claims. */
async function createTurns({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('workspace_turns')
    .addColumn('workspace', 'text', (column) => column.primaryKey())
    .addColumn('turn', 'bigint', (column) => column.notNull())
    .execute();
}
