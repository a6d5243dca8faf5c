import { createLogger, Secret } from '@showrunner/service';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noRunLimits } from '../jobs/run-limits.ts';
import { newJob } from '../jobs/testing/new-job.ts';
import { openJobs, type Jobs } from '../jobs/open-jobs.ts';
import { listDeliveries } from './outbox/read-deliveries.ts';
import type { WebhooksDatabase } from './outbox/schema.ts';
import { jobsThatReceiversNeed, ReceiverTeller } from './tell-receivers.ts';

describe('ends of jobs in SQLite', () => {
  tellsReceivers(async () => undefined);
});

describe('ends of jobs in Postgres', requireTool('postgres'), () => {
  tellsReceivers(async () => new Secret(await emptyPostgresDatabase()));
});

function tellsReceivers(newDatabase: () => Promise<Secret | undefined>): void {
  async function open(): Promise<{ jobs: Jobs; teller: ReceiverTeller }> {
    const folder = await temporaryFolder();
    const teller = new ReceiverTeller({ schedule: [0], chance: () => 0 }, () => 'https://studio.example');
    const jobs = await openJobs({
      databaseUrl: await newDatabase(),
      dataFolder: folder.path,
      retentionDays: 1,
      logger: createLogger({ service: 'test', level: 'fatal', sink: { write: () => undefined } }),
      startOf: () => '{}',
      limits: noRunLimits,
      ends: [teller],
      needed: [jobsThatReceiversNeed],
    });
    onTestFinished(async () => {
      await jobs.dispose();
      await folder.remove();
    });
    return { jobs, teller };
  }

  const list = ({ database }: Jobs) =>
    database.part<WebhooksDatabase>().read((query) => listDeliveries(query, 'a', { limit: 50 }));

  it('leave what is told where somebody asked for it, once for each end', async () => {
    const { jobs, teller } = await open();
    const [asked, silent] = [newJob({ webhookUrl: 'https://a.example/hook' }), newJob({})];
    await jobs.queue.accept([asked, silent]);
    for (const { id } of [asked, silent, asked]) await jobs.store.cancel('a', id);
    expect(await list(jobs)).toMatchObject([
      { type: 'job.cancelled', url: 'https://a.example/hook', state: 'waiting', job_id: asked.id, attempts: [] },
    ]);
    expect([teller.takeTold(), teller.takeTold()]).toEqual([true, false]);
  });

  it('are told with the run and a version that rises', async () => {
    const { jobs } = await open();
    const asked = newJob({ webhookUrl: 'https://a.example/hook', clientRef: 'order 7' });
    await jobs.queue.accept([asked]);
    await jobs.store.cancel('a', asked.id);
    await jobs.store.retry('a', asked.id);
    await jobs.store.cancel('a', asked.id);
    const bodies = await jobs.database
      .part<WebhooksDatabase>()
      .read((query) => query.selectFrom('webhook_deliveries').select('body').orderBy('sequence').execute());
    const [first, second] = bodies.map(({ body }) => JSON.parse(body) as { sequence: number; data: object });
    expect(first).toMatchObject({ data: { job_id: asked.id, run: 1, state: 'cancelled', client_ref: 'order 7' } });
    expect(second).toMatchObject({ data: { run: 2 } });
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
  });

  it('keep a job as long as its webhook is to come or is held', async () => {
    const { jobs } = await open();
    const asked = newJob({ webhookUrl: 'https://a.example/hook' });
    const silent = newJob({});
    await jobs.queue.accept([asked, silent]);
    for (const { id } of [asked, silent]) await jobs.store.cancel('a', id);
    const later = new Date(Date.now() + 1_000);
    const rest = (state: 'held' | 'delivered') =>
      jobs.database
        .part<WebhooksDatabase>()
        .read((query) => query.updateTable('webhook_deliveries').set({ state }).execute());
    expect(await jobs.store.sweep(later)).toBe(1);
    await rest('held');
    expect(await jobs.store.sweep(later)).toBe(0);
    await rest('delivered');
    expect(await jobs.store.sweep(later)).toBe(1);
    expect(await list(jobs)).toMatchObject([{ job_id: asked.id }]);
  });
}
