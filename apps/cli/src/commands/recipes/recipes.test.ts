import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { recipes } from './recipes.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

test('what can be asked for is listed, and all of it with --json', async () => {
  expect((await checkout.run(recipes)).stdout).toMatch(/script +\/generate\/script +Writes a script\./);
  expect(JSON.parse((await checkout.run(recipes, { json: true })).stdout)).toMatchObject([
    { name: 'script', version: '2' },
  ]);
});
