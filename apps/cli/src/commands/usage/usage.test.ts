import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { usage } from './usage.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

test('usage is a table with its total, or the data for programs', async () => {
  const options = { by: 'day,recipe' };
  const { stdout } = await checkout.run(usage, { options });
  expect(stdout).toMatch(/2026-11-29 +script +2 +100 +200 +\$0\.0123\n/);
  expect(stdout).toMatch(/total +2 +100 +200 +\$0\.0123\n$/);
  expect(JSON.parse((await checkout.run(usage, { options, json: true })).stdout)).toMatchObject({
    total: { count: 2 },
  });
});
