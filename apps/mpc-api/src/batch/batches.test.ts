import { createLogger, Secret } from '@showrunner/service';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NewJob } from '../jobs/job.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { newJob } from '../jobs/testing/new-job.ts';
import { jobsThatReceiversNeed } from '../webhooks/tell-receivers.ts';
import { BatchEnds, type BatchEnd } from './batch-ends.ts';
import { openBatches } from './batches.ts';

describe('batches in SQLite', () => {
  keepsBatches(async () => undefined);
});

describe('batches in Postgres', requireTool('postgres'), () => {
  keepsBatches(async () => new Secret(await emptyPostgresDatabase()));
});

const now = () => new Date();

function keepsBatches(newDatabase: () => Promise<Secret | undefined>): void {
  async function open() {
    const folder = await temporaryFolder();
    const told: BatchEnd[] = [];
    const jobs = await openJobs({
      databaseUrl: await newDatabase(),
      dataFolder: folder.path,
      retentionDays: 1,
      logger: createLogger({ service: 'test', level: 'fatal', sink: { write: () => undefined } }),
      startOf: () => '{}',
      limits: { take: async () => () => undefined },
      ends: [new BatchEnds(async (_transaction, end) => void told.push(end))],
    });
    onTestFinished(async () => {
      await jobs.dispose();
      await folder.remove();
    });
    const batches = openBatches(jobs.database, jobsThatReceiversNeed);
    const accept = async (id: string, size: number, webhookUrl: string | null = 'https://a.example/hook') => {
      const asked: NewJob[] = Array.from({ length: size }, (_, index) =>
        newJob({ batch: { id, index }, clientRef: `item ${index}` }),
      );
      await jobs.queue.accept(asked, batches.note({ id, workspace: 'a', webhookUrl, jobs: asked, at: now() }));
      return asked.map((job) => job.id);
    };
    return { jobs, batches, told, accept };
  }

  it('are stored with their jobs, a thousand at once, and seen by their own workspace alone', async () => {
    const { batches, accept } = await open();
    const ids = await accept('batch_1', 1_000);
    const batch = await batches.find('a', 'batch_1');
    expect(batch).toMatchObject({ counts: { queued: 1_000, running: 0 }, completedAt: null });
    expect(batch?.items.map(({ jobId }) => jobId)).toEqual(ids);
    expect(batch?.items[998]).toMatchObject({ index: 998, clientRef: 'item 998', recipe: 'script', state: 'queued' });
    expect(await batches.find('b', 'batch_1')).toBeUndefined();
  });

  it('are stored with all their jobs or not at all', async () => {
    const { jobs, batches, accept } = await open();
    const [taken = ''] = await accept('batch_1', 1);
    const asked = [newJob({}), newJob({ id: taken })];
    const note = batches.note({ id: 'batch_2', workspace: 'a', webhookUrl: null, jobs: asked, at: now() });
    await expect(jobs.queue.accept(asked, note)).rejects.toThrow('cannot be reached');
    expect(await batches.find('a', 'batch_2')).toBeUndefined();
    expect(await batches.list('a', { limit: 10, after: undefined })).toHaveLength(1);
  });

  it('tell once that all items have ended, though they end at once and one goes on later', async () => {
    const { jobs, batches, told, accept } = await open();
    const ids = await accept('batch_1', 20);
    await Promise.all([
      ...ids.slice(0, 8).map((id) => jobs.store.cancel('a', id)),
      jobs.store.cancelMany('a', ids.slice(4, 20)),
    ]);
    expect(told).toMatchObject([
      { workspace: 'a', url: 'https://a.example/hook', batch: { id: 'batch_1', counts: { cancelled: 20, queued: 0 } } },
    ]);
    expect((await batches.find('a', 'batch_1'))?.completedAt).toEqual(expect.any(String));
    await jobs.store.retry('a', ids[3] ?? '');
    expect(await batches.find('a', 'batch_1')).toMatchObject({ counts: { cancelled: 19, queued: 1 } });
    await jobs.store.cancel('a', ids[3] ?? '');
    expect(told).toHaveLength(1);
  });

  it('count an item whose job was removed by how that ended', async () => {
    const { jobs, batches, accept } = await open();
    const [id = ''] = await accept('batch_1', 2);
    await jobs.store.cancel('a', id);
    await jobs.store.remove('a', id);
    expect(await batches.find('a', 'batch_1')).toMatchObject({
      counts: { cancelled: 1, queued: 1 },
      items: [{ jobId: id, state: 'cancelled' }, { state: 'queued' }],
    });
  });

  it('are listed newest first, page by page', async () => {
    const { batches, accept } = await open();
    for (const id of ['batch_1', 'batch_2', 'batch_3']) await accept(id, 2);
    const first = await batches.list('a', { limit: 2, after: undefined });
    expect(first).toMatchObject([{ id: 'batch_3', counts: { queued: 2 } }, { id: 'batch_2' }]);
    expect(await batches.list('a', { limit: 2, after: 'batch_2' })).toMatchObject([{ id: 'batch_1' }]);
    expect(await batches.list('b', { limit: 2, after: undefined })).toEqual([]);
  });

  it('stay until they have ended, and go when they are old', async () => {
    const { jobs, batches, accept } = await open();
    await accept('batch_1', 1);
    const [id = ''] = await accept('batch_2', 1);
    await jobs.store.cancel('a', id);
    expect(await batches.sweep(new Date(Date.now() + 60_000))).toBe(1);
    expect(await batches.find('a', 'batch_2')).toBeUndefined();
    expect(await batches.find('a', 'batch_1')).toBeDefined();
  });
}
