import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { cancel, list, remove, retry, show } from './jobs.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

test('jobs are listed with how far they are', async () => {
  const { stdout } = await checkout.run(list, {});
  expect(stdout).toMatch(/job_1 +script +running +2 of 6 +2026-11-29T09:30 +Espresso/);
  expect(JSON.parse((await checkout.run(list, { json: true })).stdout)).toMatchObject([
    { id: 'job_1' },
    { id: 'job_2' },
  ]);
});

test('a job without a result is shown by its state, a failed one with why and an error status', async () => {
  expect(await checkout.run(show, { args: ['job_1'] })).toMatchObject({ stdout: 'job_1 running, 2 of 6\n' });
  const shown = await checkout.run(show, { args: ['job_2'] });
  expect(shown.stdout).toBe('job_2 failed, 2 of 6\n');
  expect(shown.stderr).toContain('LLM_ERROR: No credit left');
});

test('what is done to a job is told', async () => {
  expect((await checkout.run(cancel, { args: ['job_1'] })).stdout).toBe('job_1 running, 2 of 6\n');
  expect((await checkout.run(retry, { args: ['job_1'] })).stderr).toContain('jobs watch job_1');
  expect((await checkout.run(remove, { args: ['job_1'], options: { yes: true } })).stdout).toBe('job_1 is removed.\n');
});
