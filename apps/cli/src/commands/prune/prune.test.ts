import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { prune } from './prune.handler.ts';

let checkout: FixtureCheckout;
let environment: Record<string, string>;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  environment = { SHOWRUNNER_CACHE_DIR: join(checkout.root, 'cache') };
});
afterEach(() => checkout.dispose());

function write(path: string, bytes: number, ageMinutes = 10): string {
  const file = join(checkout.root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, Buffer.alloc(bytes));
  const then = new Date(Date.now() - ageMinutes * 60_000);
  utimesSync(file, then, then);
  return file;
}

test('removes old logs, stale files and downloads that were given up, and says how much that was', async () => {
  await checkout.run(up, { environment });
  const unused = [
    write('.showrunner/logs/gateway.log.1', 2_000_000),
    write('.showrunner/state.json.4711', 10),
    write('.showrunner/compile-cache/v18.0.0-x64/entry', 500_000),
    write('cache/models/big.gguf.partial', 1_000_000),
  ];
  const used = [
    join(checkout.root, '.showrunner/logs/gateway.log'),
    join(checkout.root, '.showrunner/state.json'),
    write('.showrunner/mpc-api.sqlite', 10),
    write('cache/models/whole.gguf', 10),
    write('cache/models/coming.gguf.partial', 10, 0),
  ];

  const { stdout } = await checkout.run(prune, { environment, options: { yes: true } });

  expect(stdout).toContain('Removed 4 things, 3.5 MB.');
  expect(unused.filter((path) => existsSync(path))).toEqual([]);
  expect(used.filter((path) => !existsSync(path))).toEqual([]);
  expect((await checkout.run(prune, { environment })).stdout).toBe('Nothing is unused.\n');
});

test('without --yes and without anybody to ask it removes nothing', async () => {
  const old = write('.showrunner/logs/gateway.log.1', 10);
  await expect(checkout.run(prune, { environment })).rejects.toThrow(/nothing was removed \(1 thing, 10 B\)/);
  await expect(checkout.run(prune, { environment, json: true })).rejects.toThrow(/nothing was removed/);
  expect(existsSync(old)).toBe(true);
});
