import { join } from 'node:path';
import { openDatabase } from '@showrunner/store';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdDatabase, type HeldDatabase } from '../jobs/held-database.ts';
import { migrations } from '../jobs/migrations/migrations.ts';
import type { KeyTables } from '../keys/key-tables.ts';
import { CostHolds, type Held, type NoRoom } from './cost-holds.ts';
import type { UsageTables } from './usage-tables.ts';

type Tables = UsageTables & KeyTables;

const NIGHT = new Date('2026-03-28T23:59:59.999Z');
const MORNING = new Date('2026-03-29T00:00:00.000Z');

const YESTERDAY = new Date('2026-03-27T12:00:00.000Z');

const KEYS = ['first', 'cheap', 'dear', 'seldom', 'further', 'passing', 'spent', 'unknown', 'killed', 'many'];

const outcomeOf = (outcome: Held | NoRoom) => (typeof outcome === 'object' ? 'held' : outcome);

function holdsOn(urlOf: () => Promise<string | undefined>): void {
  let database: HeldDatabase<Tables>;
  let holds: CostHolds;
  let paidRows = 0;
  beforeAll(async () => {
    const [url, folder] = [await urlOf(), await temporaryFolder()];
    const file = join(folder.path, 'mpc-api.sqlite');
    database = await holdDatabase(
      () => openDatabase<Tables>({ url, file, owner: 'mpc-api' }, migrations),
      (error) => {
        throw error;
      },
    );
    holds = new CostHolds(database);
    const created_at = NIGHT.toISOString();
    const unset = { digest: null, requests_per_minute: null, max_parallel: null, rotated_at: null, expires_at: null };
    const key = { ...unset, hint: '', name: '', workspace: 'default', scopes: '[]', priority: 5, created_at };
    const rows = KEYS.map((id) => ({ ...key, id, daily_cost_usd: 1, created_by: 'administrator', deleted_at: null }));
    await database.read((query) => query.insertInto('api_keys').values(rows).execute());
  });
  afterAll(async () => {
    holds.dispose();
    await database.dispose();
  });

  const paid = (keyId: string, costUsd: number | null, at = NIGHT, generation = `gen_${paidRows}`) =>
    database.read((query) =>
      query
        .insertInto('usage')
        .values({
          id: `use_${paidRows++}`,
          at: at.toISOString(),
          workspace: 'default',
          key_id: keyId,
          recipe: 'script',
          generation,
          model: null,
          input_tokens: 1,
          output_tokens: 1,
          cost_usd: costUsd,
          bound_usd: 0.5,
          generations: 1,
        })
        .execute(),
    );
  const want = (keyId: string, id: string, worstUsd: number) => ({
    id,
    keyId,
    recipe: 'script',
    worstUsd,
    limitUsd: 1,
  });

  const take = async (keyId: string, id: string, worstUsd: number, at = NIGHT) =>
    outcomeOf(await holds.take(want(keyId, id, worstUsd), at));
  const extend = async (keyId: string, id: string, wantedUsd: number, underWayUsd = 0) =>
    outcomeOf(await holds.extend({ id, keyId, limitUsd: 1, underWayUsd, wantedUsd }, NIGHT));
  /** So many cheap ones were seen that the dearest says what one costs. */
  const seen = async (keyId: string, costUsd: number) => {
    for (let index = 0; index < 90; index += 1) await paid(keyId, costUsd, YESTERDAY);
  };

  test('the first generation of a key is alone, the next ones are beside each other where they fit', async () => {
    expect(await take('first', 'f1', 0.1)).toBe('held');
    expect(await take('first', 'f2', 0.1)).toBe('busy');
    await paid('first', 0.1);
    await seen('first', 0.01);
    await holds.release('f1');
    expect(await take('first', 'f3', 0.4)).toBe('held');
    expect(await take('first', 'f4', 0.5)).toBe('held');
    expect(await take('first', 'f5', 0.01)).toBe('busy');
    await holds.lower('f4', 0);
    expect(await take('first', 'f5', 0.01)).toBe('held');
  });

  test('what the first has cost so far tells nobody what one costs', async () => {
    expect(await take('cheap', 'c1', 0.001)).toBe('held');
    await paid('cheap', 0.001, NIGHT, 'c1');
    await holds.lower('c1', 0.999);
    expect(await take('cheap', 'c2', 0.001)).toBe('busy');
    await paid('cheap', 0.4, NIGHT, 'c1');
    await holds.release('c1');
    expect(await take('cheap', 'c2', 0.001)).toBe('held');
    expect(await take('cheap', 'c3', 0.001)).toBe('busy');
  });

  test('what earlier generations have cost counts where it is more than the question can', async () => {
    await seen('dear', 0.01);
    await paid('dear', 0.2, NIGHT, 'whole');
    await paid('dear', 0.2, NIGHT, 'whole');
    expect(await take('dear', 'd1', 0.01)).toBe('held');
    expect(await take('dear', 'd2', 0.01)).toBe('busy');
  });

  test('who was seen once may cost ten times as much, and less with each that was', async () => {
    await paid('seldom', 0.03, YESTERDAY);
    expect(await holds.take(want('seldom', 'w1', 0.01), NIGHT)).toMatchObject({ amountUsd: 0.3 });
    await holds.release('w1');
    for (let index = 0; index < 8; index += 1) await paid('seldom', 0.01, YESTERDAY);
    expect(await holds.take(want('seldom', 'w1', 0.01), NIGHT)).toMatchObject({ amountUsd: 0.06 });
    expect(await take('seldom', 'w2', 0.01)).toBe('held');
  });

  test('a further question has to fit beside what others hold; who cannot ask it gives back what it does not use', async () => {
    await seen('further', 0.01);
    expect(await take('further', 'u1', 0.5)).toBe('held');
    expect(await take('further', 'u2', 0.4)).toBe('held');
    expect(await extend('further', 'u2', 0.45)).toBe('held');
    expect(await extend('further', 'u2', 0.6, 0.1)).toBe('busy');
    expect(await take('further', 'u3', 0.4)).toBe('held');
    expect(await take('further', 'u4', 0.01)).toBe('busy');
  });

  test('of those that do not fit the first goes on, and no second one beside it', async () => {
    await seen('passing', 0.01);
    expect(await take('passing', 'p1', 0.5)).toBe('held');
    expect(await take('passing', 'p2', 0.5)).toBe('held');
    expect(await extend('passing', 'p2', 0.6)).toBe('busy');
    await paid('passing', 0.5, NIGHT, 'p1');
    expect(await extend('passing', 'p1', 2)).toBe('held');
    expect(await extend('passing', 'p2', 0.01)).toBe('busy');
    await paid('passing', 0.9, NIGHT, 'p1');
    expect(await extend('passing', 'p2', 0.01)).toBe('spent');
    expect(await extend('passing', 'p1', 0.1)).toBe('held');
    await holds.release('p1');
    expect(await extend('passing', 'p2', 0.01)).toBe('spent');
  });

  test('at the limit nobody is let in, to the millisecond in which the day ends in UTC', async () => {
    await paid('spent', 0.7);
    await paid('spent', 0.3);
    expect(await take('spent', 's1', 0.1)).toBe('spent');
    expect(await take('spent', 's1', 0.1, MORNING)).toBe('held');
  });

  test('a cost that is not known counts as the most that it can be', async () => {
    await paid('unknown', null);
    await paid('unknown', null);
    expect(await take('unknown', 'u1', 0.1)).toBe('spent');
  });

  test('what a process held that was killed is free again after a minute', async () => {
    const killed = new CostHolds(database);
    expect(outcomeOf(await killed.take(want('killed', 'k1', 1), NIGHT))).toBe('held');
    killed.dispose();
    expect(await take('killed', 'k2', 0.1, new Date(NIGHT.getTime() + 59_000))).toBe('busy');
    expect(await take('killed', 'k2', 0.1, new Date(NIGHT.getTime() + 61_000))).toBe('held');
  });

  test('of many at once as many are let in as fit, whoever asks', async () => {
    await seen('many', 0.1);
    const others = new CostHolds(database);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? holds : others).take(want('many', `m${index}`, 0.25), NIGHT),
      ),
    );
    expect(outcomes.filter((outcome) => outcomeOf(outcome) === 'held')).toHaveLength(4);
    others.dispose();
  });
}

describe('held costs in SQLite', () => {
  holdsOn(async () => undefined);
});
describe('held costs in Postgres', requireTool('postgres'), () => {
  holdsOn(() => emptyPostgresDatabase());
});
