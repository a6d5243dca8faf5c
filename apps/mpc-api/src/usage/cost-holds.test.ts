import { join } from 'node:path';
import { openDatabase } from '@showrunner/store';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdDatabase, type HeldDatabase } from '../jobs/held-database.ts';
import { migrations } from '../jobs/migrations/migrations.ts';
import type { KeyTables } from '../keys/key-tables.ts';
import { CostHolds } from './cost-holds.ts';
import type { UsageTables } from './usage-tables.ts';

type Tables = UsageTables & KeyTables;

const NIGHT = new Date('2026-03-28T23:59:59.999Z');
const MORNING = new Date('2026-03-29T00:00:00.000Z');

const KEYS = ['first', 'cheap', 'dear', 'spent', 'unknown', 'killed', 'many'];

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

  test('the first generation of a key is alone, the next ones are beside each other where they fit', async () => {
    expect(await holds.take(want('first', 'f1', 0.1), NIGHT)).toBe('held');
    expect(await holds.take(want('first', 'f2', 0.1), NIGHT)).toBe('busy');
    await paid('first', 0.1);
    await holds.release('f1');
    expect(await holds.take(want('first', 'f3', 0.4), NIGHT)).toBe('held');
    expect(await holds.take(want('first', 'f4', 0.5), NIGHT)).toBe('held');
    expect(await holds.take(want('first', 'f5', 0.01), NIGHT)).toBe('busy');
    await holds.reduce('f4', 0.4);
    expect(await holds.take(want('first', 'f5', 0.01), NIGHT)).toBe('held');
  });

  test('what the first has cost so far tells nobody what one costs', async () => {
    expect(await holds.take(want('cheap', 'c1', 0.001), NIGHT)).toBe('held');
    await paid('cheap', 0.001, NIGHT, 'c1');
    await holds.reduce('c1', 0.001);
    expect(await holds.take(want('cheap', 'c2', 0.001), NIGHT)).toBe('busy');
    await paid('cheap', 0.4, NIGHT, 'c1');
    await holds.release('c1');
    expect(await holds.take(want('cheap', 'c2', 0.001), NIGHT)).toBe('held');
    expect(await holds.take(want('cheap', 'c3', 0.001), NIGHT)).toBe('busy');
  });

  test('what earlier generations have cost counts where it is more than the question can', async () => {
    await paid('dear', 0.2, NIGHT, 'whole');
    await paid('dear', 0.2, NIGHT, 'whole');
    expect(await holds.take(want('dear', 'd1', 0.01), NIGHT)).toBe('held');
    expect(await holds.take(want('dear', 'd2', 0.01), NIGHT)).toBe('busy');
  });

  test('at the limit nobody is let in, to the millisecond in which the day ends in UTC', async () => {
    await paid('spent', 0.7);
    await paid('spent', 0.3);
    expect(await holds.take(want('spent', 's1', 0.1), NIGHT)).toBe('spent');
    expect(await holds.take(want('spent', 's1', 0.1), MORNING)).toBe('held');
  });

  test('a cost that is not known counts as the most that it can be', async () => {
    await paid('unknown', null);
    await paid('unknown', null);
    expect(await holds.take(want('unknown', 'u1', 0.1), NIGHT)).toBe('spent');
  });

  test('what a process held that was killed is free again after a minute', async () => {
    const killed = new CostHolds(database);
    expect(await killed.take(want('killed', 'k1', 1), NIGHT)).toBe('held');
    killed.dispose();
    expect(await holds.take(want('killed', 'k2', 0.1), new Date(NIGHT.getTime() + 59_000))).toBe('busy');
    expect(await holds.take(want('killed', 'k2', 0.1), new Date(NIGHT.getTime() + 61_000))).toBe('held');
  });

  test('of many at once as many are let in as fit, whoever asks', async () => {
    await paid('many', 0.1, new Date('2026-03-27T12:00:00.000Z'));
    const others = new CostHolds(database);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? holds : others).take(want('many', `m${index}`, 0.25), NIGHT),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(4);
    others.dispose();
  });
}

describe('held costs in SQLite', () => {
  holdsOn(async () => undefined);
});
describe('held costs in Postgres', requireTool('postgres'), () => {
  holdsOn(() => emptyPostgresDatabase());
});
