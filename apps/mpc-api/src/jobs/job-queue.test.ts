import { join } from 'node:path';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { describe } from 'vitest';
import { createListeningDelivery } from './delivery/listening-delivery.ts';
import { createPollingDelivery } from './delivery/polling-delivery.ts';
import { jobQueueConformance } from './job-queue.conformance.ts';

describe('jobs on SQLite, delivered by looking', () => {
  jobQueueConformance(async () => ({
    file: join((await temporaryFolder()).path, 'jobs.sqlite'),
    openDelivery: async () => createPollingDelivery(),
  }));
});

describe('jobs on Postgres, delivered by notifications', requireTool('postgres'), () => {
  jobQueueConformance(async () => {
    const url = await emptyPostgresDatabase();
    return { url, file: '', openDelivery: async () => createListeningDelivery(url) };
  });
});
