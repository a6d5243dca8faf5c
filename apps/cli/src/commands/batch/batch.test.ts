import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { cancel, create, list, show, watch } from './batch.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

test('a batch is accepted out of a file, and what follows it is said', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'batch.json');
  writeFileSync(file, '{"items":[{"recipe":"script","input":{"prompt":"tea"}}]}');
  const { stdout, stderr } = await checkout.run(create, { options: { input: file } });
  expect(stdout).toBe('batch_1 1 succeeded, 1 failed\n');
  expect(stderr).toContain('batch watch batch_1');
});

test('batches are listed, and each item of one is shown with its job', async () => {
  expect((await checkout.run(list, {})).stdout).toMatch(/batch_1 +completed +1 succeeded, 1 failed +2026-11-29T09:30/);
  const { stdout } = await checkout.run(show, { args: ['batch_1'] });
  expect(stdout).toMatch(/0 +job_1 +script +succeeded +video 1/);
  expect(JSON.parse((await checkout.run(show, { args: ['batch_1'], json: true })).stdout)).toMatchObject({
    counts: { failed: 1 },
  });
});

test('a batch is followed until all has ended, and one with a failed item ends with an error status', async () => {
  expect(await checkout.run(watch, { args: ['batch_1'] })).toMatchObject({ value: false });
  expect((await checkout.run(cancel, { args: ['batch_1'] })).stdout).toContain('1 succeeded, 1 failed');
});
