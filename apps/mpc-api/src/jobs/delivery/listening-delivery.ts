import { PostgresListener } from '@showrunner/store';
import { sql } from 'kysely';
import type { Delivery } from './delivery.ts';
import { createPollingDelivery } from './polling-delivery.ts';

/** One word for all processes on a database. */
const CHANNEL = 'showrunner_jobs';

/**
 * The delivery of many machines on one Postgres: as that of one machine, with workers woken by what other processes make
 * wait. While nothing is heard the look twice a second stands behind it.
 */
export function createListeningDelivery(url: string): Delivery {
  const looking = createPollingDelivery();
  const listener = new PostgresListener({ url, channel: CHANNEL, onNotice: () => looking.hurry() });
  return {
    ...looking,
    async announce(transaction, waiting) {
      // Postgres sends it when the transaction has ended well.
      if (waiting.length > 0) await sql`SELECT pg_notify(${CHANNEL}, '')`.execute(transaction);
    },
    async ping() {
      if (!listener.hears)
        throw new Error('Notifications of Postgres are not heard; jobs are looked for twice a second.');
    },
    dispose: () => listener.dispose(),
  };
}
