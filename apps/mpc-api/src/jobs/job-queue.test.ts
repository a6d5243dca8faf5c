import { join } from 'node:path';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { describe } from 'vitest';
import { createPollingDelivery } from './delivery/polling-delivery.ts';
import { jobQueueConformance } from './job-queue.conformance.ts';

describe('jobs on SQLite, delivered by looking', () => {
  jobQueueConformance(async () => ({
    file: join((await temporaryFolder()).path, 'jobs.sqlite'),
    openDelivery: async () => createPollingDelivery(),
  }));
});

describe('jobs on Postgres, delivered by looking', requireTool('postgres'), () => {
  jobQueueConformance(async () => ({
    url: await emptyPostgresDatabase(),
    file: '',
    openDelivery: async () => createPollingDelivery(),
  }));
});
