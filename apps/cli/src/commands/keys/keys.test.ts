import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { create, list, remove, rotate } from './keys.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

test('a new key alone is the result, and that it is shown once stands beside it', async () => {
  const options = { scope: ['generate:*'], requestsPerMinute: 60, dailyCost: 5 };
  const { stdout, stderr } = await checkout.run(create, { args: ['n8n'], options });
  expect(stdout).toBe('sk-shown-once\n');
  expect(stderr).toContain('n8n (key_1) in the workspace studio. It is shown this once.');
  expect((await checkout.run(rotate, { args: ['key_1'] })).stdout).toBe('sk-shown-once\n');
});

test('a key that is allowed nothing is refused with what is to be said', async () => {
  await expect(checkout.run(create, { args: ['n8n'] })).rejects.toMatchObject({ problem: { where: '--scope' } });
});

test('keys are listed with what they may, and never themselves', async () => {
  const { stdout } = await checkout.run(list, {});
  expect(stdout).toMatch(/key_1 +n8n +…x9Zq +studio +generate:\* +60\/min, \$5\/day/);
  expect(JSON.parse((await checkout.run(list, { json: true })).stdout)).toMatchObject([{ id: 'key_1' }]);
});

test('a removed key is named', async () => {
  expect((await checkout.run(remove, { args: ['key_1'] })).stdout).toBe('key_1 is removed.\n');
});
