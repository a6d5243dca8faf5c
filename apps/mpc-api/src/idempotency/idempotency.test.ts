import { Secret } from '@showrunner/service';
import { openDatabase } from '@showrunner/store';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { holdDatabase } from '../jobs/held-database.ts';
import { migrations } from '../jobs/migrations/migrations.ts';
import type { IdempotencyTables } from './idempotency-tables.ts';
import { KeyTakenError, openIdempotency } from './idempotency.ts';
import { keyedRequest, type KeyedRequestParts } from './keyed-request.ts';

const asked: KeyedRequestParts = {
  workspace: 'a',
  path: '/generate/script',
  key: new Secret('order-7'),
  body: { prompt: 'tea', duration: 20 },
};

describe('a keyed request', () => {
  it('is another one in another workspace, on another path, with another key', () => {
    const others = [{ workspace: 'b' }, { path: '/jobs/job_1/retry' }, { key: new Secret('order-8') }];
    const ids = [{}, ...others].map((change) => keyedRequest({ ...asked, ...change }).id);
    expect(new Set(ids).size).toBe(4);
  });

  it('does not confuse where one part ends and the next begins', () => {
    const one = keyedRequest({ ...asked, workspace: 'a', path: '/b', key: new Secret('c') });
    const other = keyedRequest({ ...asked, workspace: 'a","/b', path: '', key: new Secret('c') });
    expect(one.id).not.toBe(other.id);
  });

  it('asks the same in whatever order its members come, at every depth', () => {
    const one = keyedRequest({ ...asked, body: { a: [{ b: 1, c: 2 }], d: { e: null } } });
    const same = keyedRequest({ ...asked, body: { d: { e: null }, a: [{ c: 2, b: 1 }] } });
    const other = keyedRequest({ ...asked, body: { a: [{ b: 1 }, { c: 2 }], d: { e: null } } });
    expect(same.body).toBe(one.body);
    expect(other.body).not.toBe(one.body);
  });
});

describe('idempotency keys in SQLite', () => {
  keepsKeys(async () => ({ file: join((await temporaryFolder()).path, 'jobs.sqlite') }));
});

describe('idempotency keys in Postgres', requireTool('postgres'), () => {
  keepsKeys(async () => ({ url: await emptyPostgresDatabase(), file: '' }));
});

function keepsKeys(newPlace: () => Promise<{ readonly url?: string; readonly file: string }>): void {
  async function open() {
    const place = await newPlace();
    const opened = () => openDatabase<IdempotencyTables>({ ...place, owner: 'mpc-api' }, migrations);
    const database = await holdDatabase(opened, (error) => {
      throw error;
    });
    onTestFinished(() => database.dispose());
    return { database, idempotency: openIdempotency(database) };
  }
  const request = keyedRequest(asked);
  const answer = { status: 201, headers: { location: '/keys/1' }, body: '{"data":{"key":"sk-shown-once"}}' };

  it('give what was noted with them, the answer to the letter', async () => {
    const { database, idempotency } = await open();
    expect(await idempotency.find(request)).toBeUndefined();
    await database.write(idempotency.note(request, { answer }));
    expect(await idempotency.find(request)).toEqual({ jobId: null, answer });
  });

  it('are noted with what is done or not at all', async () => {
    const { database, idempotency } = await open();
    const failing = database.write(async (transaction) => {
      await idempotency.note(request, { jobId: 'job_1' })(transaction);
      throw new KeyTakenError();
    });
    await expect(failing).rejects.toThrow(KeyTakenError);
    expect(await idempotency.find(request)).toBeUndefined();
  });

  it('of twenty at once one is noted', async () => {
    const { database, idempotency } = await open();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => database.write(idempotency.note(request, { jobId: `job_${index}` }))),
    );
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(failed).toHaveLength(19);
    for (const reason of failed) expect(reason).toBeInstanceOf(KeyTakenError);
  });

  it('stand neither themselves in the database nor what is secret in an answer', async () => {
    const { database, idempotency } = await open();
    await database.write(idempotency.note(request, { answer }));
    const rows = await database.read((query) => query.selectFrom('idempotency_keys').selectAll().execute());
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/order-7|sk-shown|tea/);
  });

  it('that came with another body are refused', async () => {
    const { database, idempotency } = await open();
    await database.write(idempotency.note(request, { answer }));
    const other = keyedRequest({ ...asked, body: { prompt: 'coffee' } });
    await expect(idempotency.find(other)).rejects.toMatchObject({
      statusCode: 422,
      details: { issues: [{ path: 'Idempotency-Key' }] },
    });
  });

  it('are busy from the beginning of what has its effect elsewhere to its answer, and free where that failed', async () => {
    const { idempotency } = await open();
    await idempotency.begin(request);
    await expect(idempotency.find(request)).rejects.toMatchObject({ statusCode: 409, headers: { 'retry-after': '2' } });
    await expect(idempotency.begin(request)).rejects.toThrow(KeyTakenError);
    await idempotency.finish(request, answer);
    expect(await idempotency.find(request)).toMatchObject({ answer });
    const next = keyedRequest({ ...asked, key: new Secret('order-8') });
    await idempotency.begin(next);
    await idempotency.finish(next, undefined);
    expect(await idempotency.find(next)).toBeUndefined();
  });

  it('are free a minute after who was busy has died, and a day after they were noted', async () => {
    const { database, idempotency } = await open();
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await idempotency.begin(request);
    vi.setSystemTime(Date.now() + 61_000);
    expect(await idempotency.find(request)).toBeUndefined();
    await idempotency.begin(request);
    await idempotency.finish(request, answer);
    vi.setSystemTime(Date.now() + 86_399_000);
    expect(await idempotency.find(request)).toMatchObject({ answer });
    expect(await idempotency.sweep(new Date())).toBe(0);
    vi.setSystemTime(Date.now() + 2_000);
    expect(await idempotency.find(request)).toBeUndefined();
    await database.write(idempotency.note(request, { jobId: 'job_2' }));
    expect(await idempotency.find(request)).toEqual({ jobId: 'job_2', answer: null });
    vi.setSystemTime(Date.now() + 86_401_000);
    expect(await idempotency.sweep(new Date())).toBe(1);
  });
}
