import { join } from 'node:path';
import { openDatabase } from '@showrunner/store';
import { emptyPostgresDatabase, temporaryFolder } from '@showrunner/testkit';
import { onTestFinished } from 'vitest';
import { holdDatabase } from '../../jobs/held-database.ts';
import { migrations } from '../../jobs/migrations/migrations.ts';
import type { WebhooksDatabase, WebhookTables } from '../outbox/schema.ts';

/** A database that several processes can open. */
export interface Place {
  readonly url?: string;
  readonly file: string;
}

export async function sqlitePlace(): Promise<Place> {
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  return { file: join(folder.path, 'jobs.sqlite') };
}

export async function postgresPlace(): Promise<Place> {
  return { url: await emptyPostgresDatabase(), file: '' };
}

/** The tables of webhooks as a process of the server has them, until the test is over. */
export async function openTables(place: Place): Promise<WebhookTables> {
  const database = await holdDatabase(
    () => openDatabase<WebhooksDatabase>({ ...place, owner: 'mpc-api' }, migrations),
    (error) => {
      throw error;
    },
  );
  onTestFinished(() => database.dispose());
  return database;
}
