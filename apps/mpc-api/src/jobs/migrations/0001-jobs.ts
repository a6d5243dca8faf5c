import type { Migration } from '@showrunner/store';
import type { Kysely } from 'kysely';

/** What was generated, and which job made a result that has an id of its own. */
export const jobsStep: Migration = { id: '0001-jobs', up: createJobs };

async function createJobs(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('recipe', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text')
    .addColumn('client_ref', 'text')
    .addColumn('batch_id', 'text')
    .addColumn('batch_index', 'integer')
    .addColumn('input', 'text', (column) => column.notNull())
    .addColumn('result', 'text')
    .addColumn('meta', 'text')
    .addColumn('error', 'text')
    .addColumn('progress_done', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('progress_total', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('progress_label', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('run_after', 'text')
    .addColumn('deadline_ms', 'integer')
    .addColumn('lease_owner', 'text')
    .addColumn('lease_expires_at', 'text')
    .addColumn('heartbeat_at', 'text')
    .addColumn('cancel_requested_at', 'text')
    .addColumn('idempotency_key', 'text')
    .addColumn('idempotency_hash', 'text')
    .addColumn('webhook_url', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text')
    .addColumn('finished_at', 'text')
    .execute();
  await database.schema.createIndex('jobs_by_tenant').on('jobs').columns(['tenant', 'created_at']).execute();
  await database.schema.createIndex('jobs_to_claim').on('jobs').columns(['state', 'run_after']).execute();
  await database.schema.createIndex('jobs_by_end').on('jobs').column('finished_at').execute();
  await database.schema.createIndex('jobs_by_batch').on('jobs').columns(['batch_id', 'batch_index']).execute();
  await database.schema
    .createIndex('jobs_by_idempotency')
    .on('jobs')
    .columns(['tenant', 'idempotency_key'])
    .unique()
    .execute();

  await database.schema
    .createTable('job_results')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('job_id', 'text', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('job_results_by_job').on('job_results').column('job_id').execute();
}
