import type { Migration } from '@showrunner/store';
import type { Kysely } from 'kysely';

/** What is told of jobs to others' servers: deliveries with their tries, what they are signed with, addresses that are off. */
export const webhooksStep: Migration = { id: '0004-webhooks', up: createWebhooks };

async function createWebhooks(database: Kysely<unknown>): Promise<void> {
  await createDeliveries(database);
  await createAttempts(database);
  await createSecrets(database);
  await createSwitches(database);
  await createClaims(database);
}

async function createDeliveries({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('webhook_deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('sequence', 'integer')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_try_at', 'text')
    .addColumn('claim', 'text')
    .addColumn('lease_expires_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .execute();
  const index = (name: string) => schema.createIndex(`webhook_deliveries_${name}`).on('webhook_deliveries');
  await index('by_workspace').columns(['workspace', 'id']).execute();
  await index('due').columns(['state', 'next_try_at']).execute();
  await index('under_way').column('lease_expires_at').execute();
  await index('settled').column('settled_at').execute();
  await index('by_event').columns(['subject', 'sequence', 'url']).unique().execute();
}

async function createAttempts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('webhook_attempts')
    .addColumn('delivery_id', 'text', (column) =>
      column.notNull().references('webhook_deliveries.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('duration_ms', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('media_type', 'text')
    .addColumn('answer', 'text')
    .addColumn('error', 'text')
    .addPrimaryKeyConstraint('webhook_attempts_key', ['delivery_id', 'number'])
    .execute();
}

async function createSecrets({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('webhook_secrets')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('signs_until', 'text')
    .addPrimaryKeyConstraint('webhook_secrets_key', ['workspace', 'number'])
    .execute();
}

async function createSwitches({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('webhook_addresses_off')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhook_addresses_off_key', ['workspace', 'url'])
    .execute();
}

/** One row, which a process holds while it claims. */
async function createClaims(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('webhook_claims')
    .addColumn('count', 'bigint', (column) => column.notNull())
    .execute();
  await database
    .withTables<{ webhook_claims: { count: number } }>()
    .insertInto('webhook_claims')
    .values({ count: 0 })
    .execute();
}
