import type { AttemptCause, AttemptOutcome, WebhookDelivery } from '@showrunner/contract';
import { requireTool } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../attempt.ts';
import { openTables, postgresPlace, sqlitePlace, type Place } from '../testing/open-tables.ts';
import { claimDue, claimOne, giveBack, isAnyDue } from './claim-deliveries.ts';
import type { Course } from './course.ts';
import type { ClaimedDelivery, Message } from './delivery.ts';
import { findDelivery, listDeliveries } from './read-deliveries.ts';
import type { WebhookTables } from './schema.ts';
import { settleTry } from './settle-try.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';
import { writeDelivery, writeTest } from './write-delivery.ts';

describe('the outbox in SQLite', () => {
  outboxConformance(sqlitePlace);
});

describe('the outbox in Postgres', requireTool('postgres'), () => {
  outboxConformance(postgresPlace);
});

/** Tries at once, then after a minute; no jitter. */
const COURSE: Course = { schedule: [0, 60], chance: () => 0 };
const URL_A = 'https://a.example/hook';

function outboxConformance(newPlace: () => Promise<Place>): void {
  /** Two processes on one database. */
  async function open(): Promise<[WebhookTables, WebhookTables]> {
    const place = await newPlace();
    return [await openTables(place), await openTables(place)];
  }

  it('has what is written once its transaction stands, and nothing of one that failed', async () => {
    const [tables, other] = await open();
    const failing = tables.write(async (transaction) => {
      await writeDelivery(transaction, message(), COURSE);
      throw new Error('the job did not end');
    });
    await expect(failing).rejects.toThrow('cannot be reached');
    expect(await list(tables)).toEqual([]);
    await tables.write((transaction) => writeDelivery(transaction, message({ subject: 'job_1', sequence: 4 }), COURSE));
    expect(await list(other)).toMatchObject([
      {
        type: 'job.succeeded',
        url: URL_A,
        state: 'waiting',
        job_id: 'job_1',
        batch_id: null,
        sequence: 4,
        attempts: [],
      },
    ]);
  });

  it('has one delivery of an event, however often it is told', async () => {
    const [tables] = await open();
    for (const body of ['first', 'second'])
      await tables.write((transaction) =>
        writeDelivery(transaction, message({ subject: 'job_1', sequence: 4, body }), COURSE),
      );
    expect(await claim(tables)).toMatchObject([{ body: 'first' }]);
  });

  it('gives each delivery to one of many who claim at once, and again when its lease is given back', async () => {
    const [one, other] = await open();
    for (let index = 0; index < 30; index += 1)
      await write(one, { subject: `job_${index}`, url: `https://${index}.example/` });
    const claimed = (await Promise.all([claim(one, 20), claim(one, 20), claim(one, 20)])).flat();
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(30);
    expect(claimed).toHaveLength(30);
    const [first] = claimed;
    if (first) await other.read((query) => giveBack(query, first));
    expect(await claim(other)).toMatchObject([{ id: first?.id, tries: 0 }]);
  });

  it('lets a receiver be called four times at once, by all together, and keeps no other waiting for it', async () => {
    const [one, other] = await open();
    for (let index = 0; index < 20; index += 1)
      await write(one, { subject: `job_${index}`, url: `https://slow.example/resume/${index}` });
    await write(one, { subject: 'job_other', url: 'https://slow.example:8443/' });
    const [first, second] = [await claim(one, 3), await claim(other, 32)];
    expect(first).toHaveLength(3);
    expect(second.map(({ url }) => new URL(url).host).sort()).toEqual(['slow.example', 'slow.example:8443']);
    expect(await claim(one)).toEqual([]);
    const claimed = new Set([...first, ...second].map(({ id }) => id));
    const waiting = (await list(one)).find(({ id }) => !claimed.has(id));
    expect(await one.write((transaction) => claimOne(transaction, waiting?.id ?? ''))).toBe('crowded');
    expect(await one.write((transaction) => claimOne(transaction, first[0]?.id ?? ''))).toBe('under_way');
    await settle(other, first[0], 'rejected');
    expect(await claim(other)).toHaveLength(1);
  });

  it('counts tries on the schedule, and fails after the last', async () => {
    const [tables, other] = await open();
    await write(tables, {});
    await settle(tables, (await claim(tables))[0], 'rejected');
    const [once] = await list(tables);
    expect(once).toMatchObject({ state: 'waiting', attempts: [{ number: 1, cause: 'schedule', outcome: 'rejected' }] });
    const pauseMs = Date.parse(once?.next_try_at ?? '') - Date.now();
    expect(pauseMs).toBeGreaterThan(55_000);
    expect(pauseMs).toBeLessThanOrEqual(60_000);
    expect(await tables.read(isAnyDue)).toBe(false);

    await makeDue(tables);
    await settle(other, (await claim(other))[0], 'timed_out');
    expect(await list(tables)).toMatchObject([
      { state: 'failed', next_try_at: null, attempts: [{ number: 1 }, { number: 2, outcome: 'timed_out' }] },
    ]);
    expect(await claim(tables)).toEqual([]);
  });

  it('takes nothing from the schedule for a try that somebody asked for', async () => {
    const [tables] = await open();
    await write(tables, {});
    const id = (await list(tables))[0]?.id ?? '';
    const before = await find(tables, id);
    await settle(tables, await claimById(tables, id), 'rejected', { cause: 'request' });
    expect(await find(tables, id)).toMatchObject({ state: 'waiting', next_try_at: before?.next_try_at });
    await settle(tables, await claimById(tables, id), 'delivered', { cause: 'request' });
    expect(await find(tables, id)).toMatchObject({
      state: 'delivered',
      next_try_at: null,
      attempts: [{ cause: 'request' }, { cause: 'request', status: 200, media_type: 'text/plain', answer: 'well' }],
    });
    await settle(tables, await claimById(tables, id), 'rejected', { cause: 'request' });
    expect(await find(tables, id)).toMatchObject({ state: 'delivered', attempts: [{}, {}, { number: 3 }] });
  });

  it('leaves what came of a try to whoever has the lease', async () => {
    const [tables, other] = await open();
    await write(tables, {});
    const [late] = await claim(tables);
    await endLeases(tables);
    const [taken] = await claim(other);
    expect(taken?.id).toBe(late?.id);
    await settle(tables, late, 'delivered');
    expect(await list(tables)).toMatchObject([{ state: 'waiting', attempts: [] }]);
    await settle(other, taken, 'rejected');
    expect(await list(tables)).toMatchObject([{ state: 'waiting', attempts: [{ outcome: 'rejected' }] }]);
  });

  it('holds what is for an address that is gone, and only that, until a test of it succeeds', async () => {
    const [tables, other] = await open();
    await write(tables, { subject: 'job_0' });
    await write(tables, { subject: 'job_1' });
    await write(tables, { subject: 'job_2', url: 'https://a.example/other' });
    await write(tables, { subject: 'job_3', workspace: 'b' });
    const claimed = await claim(tables);
    const gone = claimed.find(({ url, workspace }) => url === URL_A && workspace === 'a');
    await settle(tables, gone, 'gone');
    for (const rest of claimed.filter((one) => one !== gone)) await settle(tables, rest, 'rejected');
    await write(other, { subject: 'job_4' });
    await makeDue(other);
    expect((await claim(other)).map(({ url, workspace }) => `${workspace} ${url}`).sort()).toEqual([
      'a https://a.example/other',
      `b ${URL_A}`,
    ]);
    const states = async () => (await list(tables)).map(({ job_id, state }) => `${job_id} ${state}`).sort();
    expect(await states()).toEqual(['job_0 held', 'job_1 held', 'job_2 waiting', 'job_4 held']);

    const held = (await list(tables)).find(({ job_id }) => job_id === 'job_4');
    await settle(tables, await claimById(tables, held?.id ?? ''), 'rejected', { cause: 'request' });
    expect(await find(tables, held?.id ?? '')).toMatchObject({ state: 'held', attempts: [{ outcome: 'rejected' }] });
    await settle(tables, await claimById(tables, held?.id ?? ''), 'delivered', { cause: 'request' });
    expect(await find(tables, held?.id ?? '')).toMatchObject({ state: 'delivered' });

    await ping(tables, 'rejected');
    await write(tables, { subject: 'job_5' });
    expect(await claim(tables)).toEqual([]);
    await ping(tables, 'delivered');
    await write(tables, { subject: 'job_6' });
    expect(await claim(tables)).toMatchObject([{ url: URL_A }]);
    expect(await states()).toEqual(
      expect.arrayContaining(['job_0 held', 'job_1 held', 'job_4 delivered', 'job_5 held', 'job_6 waiting']),
    );
  });

  it('is listed newest first, page by page, each workspace its own', async () => {
    const [tables] = await open();
    for (const subject of ['job_1', 'job_2', 'job_3']) await write(tables, { subject });
    await write(tables, { subject: 'job_4', workspace: 'b' });
    const all = await list(tables);
    expect(new Set(all.map(({ job_id }) => job_id))).toEqual(new Set(['job_1', 'job_2', 'job_3']));
    const rest = await tables.read((query) => listDeliveries(query, 'a', { limit: 50, after: all[0]?.id }));
    expect(rest).toEqual(all.slice(1));
    const ofJob = await tables.read((query) => listDeliveries(query, 'a', { limit: 50, job_id: 'job_2' }));
    expect(ofJob).toMatchObject([{ job_id: 'job_2' }]);
    expect(await tables.read((query) => findDelivery(query, 'b', all[0]?.id ?? ''))).toBeUndefined();
  });

  it('takes any text of a receiver', async () => {
    const [tables] = await open();
    await write(tables, {});
    await settle(tables, (await claim(tables))[0], 'delivered', { answer: '�"\'🎬\u2028</html>' });
    expect(await list(tables)).toMatchObject([{ attempts: [{ answer: '�"\'🎬\u2028</html>' }] }]);
  });

  it('forgets what has rested long enough, with its tries, and never what waits', async () => {
    const [tables] = await open();
    await write(tables, { subject: 'job_1', at: new Date('2026-01-01') });
    await write(tables, { subject: 'job_2', at: new Date('2026-01-01') });
    await settle(tables, (await claim(tables, 1))[0], 'delivered');
    expect(await sweepDeliveries(tables, new Date(Date.now() - 10_000))).toBe(0);
    expect(await list(tables)).toHaveLength(2);
    expect(await sweepDeliveries(tables, new Date(Date.now() + 1_000))).toBe(1);
    expect(await list(tables)).toMatchObject([{ state: 'waiting' }]);
    expect(await tables.read((query) => query.selectFrom('webhook_attempts').selectAll().execute())).toEqual([]);
  });
}

function message(changes: Partial<Message> = {}): Message {
  const of = { workspace: 'a', url: URL_A, type: 'job.succeeded', subject: 'job_1', sequence: 1 } as const;
  return { ...of, body: '{}', at: new Date(), ...changes };
}

function write(tables: WebhookTables, changes: Partial<Message>): Promise<void> {
  return tables.write((transaction) => writeDelivery(transaction, message(changes), COURSE));
}

function claim(tables: WebhookTables, most = 32): Promise<ClaimedDelivery[]> {
  return tables.write((transaction) => claimDue(transaction, most));
}

async function claimById(tables: WebhookTables, id: string): Promise<ClaimedDelivery> {
  const claimed = await tables.write((transaction) => claimOne(transaction, id));
  if (typeof claimed === 'string') throw new Error(claimed);
  return claimed;
}

async function settle(
  tables: WebhookTables,
  delivery: ClaimedDelivery | undefined,
  outcome: AttemptOutcome,
  { cause = 'schedule', ...said }: Partial<Attempt> & { readonly cause?: AttemptCause } = {},
): Promise<void> {
  if (delivery === undefined) throw new Error('There is nothing to settle.');
  const answered = { status: 200, mediaType: 'text/plain', answer: 'well', error: null, retryAfterMs: 0 };
  const attempt: Attempt = { startedAt: new Date(), durationMs: 7, outcome, ...answered, ...said };
  await tables.write((transaction) => settleTry(transaction, delivery, { cause, attempt }, COURSE));
}

/** A test of the address, as somebody asks for it. */
async function ping(tables: WebhookTables, outcome: AttemptOutcome): Promise<void> {
  const about = { type: 'ping', subject: null, sequence: null } as const;
  const id = await tables.read((query) => writeTest(query, message(about)));
  await settle(tables, await claimById(tables, id), outcome, { cause: 'request' });
}

/** Those of jobs, newest first. */
async function list(tables: WebhookTables): Promise<WebhookDelivery[]> {
  const all = await tables.read((query) => listDeliveries(query, 'a', { limit: 50 }));
  return all.filter(({ type }) => type !== 'ping');
}

function find(tables: WebhookTables, id: string): Promise<WebhookDelivery | undefined> {
  return tables.read((query) => findDelivery(query, 'a', id));
}

/** As if the pauses were over. */
async function makeDue(tables: WebhookTables): Promise<void> {
  const past = new Date(Date.now() - 1_000).toISOString();
  await tables.read((query) =>
    query.updateTable('webhook_deliveries').set({ next_try_at: past }).where('state', '=', 'waiting').execute(),
  );
}

/** As if whoever has them had died. */
async function endLeases(tables: WebhookTables): Promise<void> {
  const past = new Date(Date.now() - 1_000).toISOString();
  await tables.read((query) => query.updateTable('webhook_deliveries').set({ lease_expires_at: past }).execute());
}
