import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError } from '@showrunner/errors';
import { openDatabase } from '@showrunner/store';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdDatabase, type HeldDatabase } from '../jobs/held-database.ts';
import { migrations } from '../jobs/migrations/migrations.ts';
import type { KeyTables } from '../keys/key-tables.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { CostHolds } from './cost-holds.ts';
import { UsageLog } from './usage-log.ts';
import type { UsageTables } from './usage-tables.ts';

type Tables = UsageTables & KeyTables;

const patient = new AbortController().signal;

/** Two processes before one database, each with accounts of its own. */
function accountsOn(urlOf: () => Promise<string | undefined>): void {
  const databases: HeldDatabase<Tables>[] = [];
  const logs: UsageLog[] = [];
  const holds: CostHolds[] = [];
  let processes: Accounts[] = [];
  let limitUsd = 0;
  beforeAll(async () => {
    const [url, folder] = [await urlOf(), await temporaryFolder()];
    const place = { url, file: join(folder.path, 'mpc-api.sqlite'), owner: 'mpc-api' } as const;
    const known = { withId: () => ({ limits: { daily_cost_usd: limitUsd } }) as never };
    for (let index = 0; index < 2; index += 1) {
      const database = await holdDatabase(
        () => openDatabase<Tables>(place, migrations),
        (error) => {
          throw error;
        },
      );
      const [log, held] = [new UsageLog(database.part(), () => undefined), new CostHolds(database)];
      databases.push(database);
      logs.push(log);
      holds.push(held);
      processes = [...processes, createAccounts({ known, log, holds: held })];
    }
  });
  afterAll(async () => {
    for (const held of holds) held.dispose();
    for (const log of logs) await log.dispose();
    for (const database of databases) await database.dispose();
  });

  /** A generation that asks questions one after the other, or some at once; gives what it has paid. */
  async function generation(keyId: string, index: number, questions: readonly (readonly number[])[]) {
    const of = { keyId, workspace: 'default', recipe: 'script', isPriced: true, isBegun: false };
    const account = (processes[index % processes.length] as Accounts).open(of);
    let paidUsd = 0;
    const ask = async (costUsd: number) => {
      const boundUsd = costUsd * 1.5;
      using _reserved = await account.reserve(boundUsd, patient);
      await pause(2);
      paidUsd += costUsd;
      await account.paid({ model: 'm', input: 1, output: 1, costUsd, boundUsd });
    };
    let hasSucceeded = true;
    try {
      for (const together of questions) await Promise.all(together.map(ask));
    } catch (error) {
      if (!ApiError.isInstance(error) || error.code !== 'RATE_LIMIT_EXCEEDED') throw error;
      hasSucceeded = false;
    }
    await account.close(hasSucceeded);
    return { paidUsd, hasSucceeded };
  }

  const keyOf = async (keyId: string) => {
    const unset = { digest: null, requests_per_minute: null, max_parallel: null, rotated_at: null, expires_at: null };
    const named = { hint: '', name: '', workspace: 'default', scopes: '[]', priority: 5, created_by: 'administrator' };
    const row = { ...unset, ...named, id: keyId, daily_cost_usd: limitUsd, created_at: '2026-01-01', deleted_at: null };
    await databases[0]?.read((query) => query.insertInto('api_keys').values(row).execute());
    return keyId;
  };

  test.each([1, 2, 3, 4])(
    'generations at once that cost unlike amounts pass a limit by one of them at most, and none waits for ever (%i)',
    { timeout: 120_000 },
    async (round) => {
      limitUsd = 0.1;
      const key = await keyOf(`key_${round}`);
      // Figures that look drawn, the same in each run.
      const drawn = (index: number, of: number) => (((index * 7 + round * 13) * 2_654_435_761) % 997) % of;
      const wanted = Array.from({ length: 16 }, (_, index) =>
        Array.from({ length: 1 + drawn(index, 4) }, (_unused, question) =>
          Array.from({ length: 1 + (index % 2) }, () => 0.0005 * 3 ** drawn(index + question, 4)),
        ),
      );
      await generation(key, 0, [[0.001]]);
      const came = await Promise.all(wanted.map((questions, index) => generation(key, index, questions)));
      const spent = came.reduce((sum, { paidUsd }) => sum + paidUsd, 0.001);
      const dearest = Math.max(...wanted.map((questions) => questions.flat().reduce((sum, cost) => sum + cost, 0)));
      expect(spent).toBeLessThanOrEqual(limitUsd + dearest + 1e-9);
      expect(spent).toBeGreaterThan(limitUsd / 2);
      expect(came.some(({ hasSucceeded }) => !hasSucceeded)).toBe(true);
    },
  );

  test('where there is room for all nobody is refused', { timeout: 120_000 }, async () => {
    limitUsd = 100;
    const key = await keyOf('key_rich');
    await generation(key, 0, [[0.01]]);
    const came = await Promise.all(
      Array.from({ length: 12 }, (_, index) => generation(key, index, [[0.01], [0.2, 0.1], [0.05]])),
    );
    expect(came.every(({ hasSucceeded }) => hasSucceeded)).toBe(true);
  });
}

describe('accounts in SQLite', () => {
  accountsOn(async () => undefined);
});
describe('accounts in Postgres', requireTool('postgres'), () => {
  accountsOn(() => emptyPostgresDatabase());
});
