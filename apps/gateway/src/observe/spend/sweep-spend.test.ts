import { createMetrics } from '@showrunner/service';
import { emptyPostgresDatabase, requireTool, waitUntil } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openSpend, spendIdsIn, spendRecord } from '../../testing/spend-database.ts';
import { sweepSpend, sweepSpendRegularly } from './sweep-spend.ts';
import { SweepTallies } from './sweep-tallies.ts';
import { SpendWriter } from './write-spend.ts';

const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
const never = new AbortController().signal;

/** 1,200 requests of three days ago and two of now. */
async function twelveHundredOldRows(url?: string) {
  const database = await openSpend(url);
  const old = Array.from({ length: 1_200 }, (_, index) => spendRecord(`old-${index}`, { ageMs: 3 * DAY_MS + index }));
  const writer = new SpendWriter();
  await writer.write(database, [...old, spendRecord('new'), spendRecord('younger', { ageMs: DAY_MS })]);
  return database;
}

describe('spend rows older than the time to keep them', () => {
  test('are deleted in SQLite, and no younger ones', async () => {
    const database = await twelveHundredOldRows();
    expect(await sweepSpend(database, Date.now() - 2 * DAY_MS, never)).toBe(1_200);
    expect(await spendIdsIn(database)).toEqual(['new', 'younger']);
    expect(await sweepSpend(database, Date.now() - 2 * DAY_MS, never)).toBe(0);
  });

  test('are deleted in Postgres too', requireTool('postgres'), async () => {
    const database = await twelveHundredOldRows(await emptyPostgresDatabase());
    expect(await sweepSpend(database, Date.now() - 2 * DAY_MS, never)).toBe(1_200);
    expect(await spendIdsIn(database)).toEqual(['new', 'younger']);
  });

  test('are left where the end of the process comes between two steps', async () => {
    const database = await twelveHundredOldRows();
    expect(await sweepSpend(database, Date.now() - 2 * DAY_MS, AbortSignal.abort())).toBe(500);
    expect(await spendIdsIn(database)).toHaveLength(702);
  });

  test('are looked for as soon as the configuration wants it', async () => {
    const database = await twelveHundredOldRows();
    const told: unknown[] = [];
    const logger = { info: (fields: object) => told.push(fields), warn: (fields: object) => told.push(fields) };
    const metrics = createMetrics();
    const configured: { retention?: { keepSeconds: number; everySeconds: number } } = {};
    let looks = 0;
    const sweeping = sweepSpendRegularly({
      spend: { open: async () => database },
      retention: () => {
        looks++;
        return configured.retention;
      },
      logger,
      tallies: new SweepTallies(metrics),
      lookEveryMs: 10,
    });
    await waitUntil(() => looks > 2, { what: 'looks at the configuration' });
    expect(await spendIdsIn(database)).toHaveLength(1_000);
    configured.retention = { keepSeconds: 2 * DAY_SECONDS, everySeconds: DAY_SECONDS };
    await waitUntil(() => told.length > 0, { what: 'the first sweep' });
    sweeping.stop();
    expect(told).toEqual([{ removed: 1_200 }]);
    const page = await metrics.render();
    expect(page).toContain('litellm_spend_log_cleanup_rows_deleted_total{table="LiteLLM_SpendLogs"} 1200');
    expect(page).toContain('litellm_spend_log_cleanup_runs_total{outcome="completed"} 1');
    expect(await spendIdsIn(database)).toEqual(['new', 'younger']);
  });
});
