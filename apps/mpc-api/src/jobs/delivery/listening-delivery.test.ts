import { emptyPostgresDatabase, requireTool, startFaultProxy } from '@showrunner/testkit';
import { openDatabase } from '@showrunner/store';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createListeningDelivery } from './listening-delivery.ts';

describe('what Postgres tells workers', { timeout: 60_000, ...requireTool('postgres') }, () => {
  test('is heard again after the connection was ended, and health says so meanwhile', async () => {
    const url = await emptyPostgresDatabase();
    const delivery = createListeningDelivery(url);
    onTestFinished(() => delivery.dispose());
    await expect.poll(() => hears(delivery), { timeout: 20_000 }).toBe(true);
    const database = await openDatabase({ url, file: '', owner: 'tests' }, []);
    onTestFinished(() => database.dispose());
    const listeners = async () =>
      (await sql<{ pid: number }>`${LISTENERS}`.execute(database.query)).rows.map(({ pid }) => pid);
    const [before] = await listeners();
    await sql`SELECT pg_terminate_backend(${before})`.execute(database.query);
    await expect
      .poll(async () => (await listeners()).filter((pid) => pid !== before).length, { timeout: 20_000 })
      .toBe(1);
    await expect.poll(() => hears(delivery), { timeout: 20_000 }).toBe(true);
  });

  test('is not waited for where packets vanish: a look comes all the same, and health says so', async () => {
    const url = new URL(await emptyPostgresDatabase());
    await using proxy = await startFaultProxy({ host: url.hostname, port: Number(url.port) });
    url.host = `127.0.0.1:${proxy.port}`;
    const delivery = createListeningDelivery(url.href);
    onTestFinished(() => delivery.dispose());
    await expect.poll(() => hears(delivery), { timeout: 20_000 }).toBe(true);
    proxy.setFault({ silent: true });
    await expect.poll(() => hears(delivery), { timeout: 30_000 }).toBe(false);
    for (let look = 0; look < 3; look += 1) expect(await delivery.next(AbortSignal.timeout(10_000))).toBeDefined();
    proxy.setFault({});
    await expect.poll(() => hears(delivery), { timeout: 40_000 }).toBe(true);
  });
});

const LISTENERS = sql.raw(
  "SELECT pid FROM pg_stat_activity WHERE application_name = 'showrunner listener' AND datname = current_database()",
);

async function hears(delivery: { ping(): Promise<void> }): Promise<boolean> {
  return delivery.ping().then(
    () => true,
    () => false,
  );
}
