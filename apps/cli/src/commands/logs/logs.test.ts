import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { logs } from './logs.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

test('lines of all services come with their names, JSON made readable', async () => {
  const { stdout } = await checkout.run(logs);
  expect(stdout).toMatch(/gateway [\d:.]+ info listening port=\d+ config=.*local\.yaml/);
  expect(stdout).toMatch(/mpc-api [\d:.]+ info listening/);
});

test('one service has no name before its lines, and --raw gives what was written', async () => {
  const { stdout } = await checkout.run(logs, { args: ['gateway'], options: { raw: true } });
  const written = stdout.split('\n').find((line) => line.startsWith('{'));
  expect(JSON.parse(written ?? '')).toMatchObject({ msg: 'listening' });
});

test('--tail takes the last lines and --json gives each to programs, on a line of its own', async () => {
  const { stdout } = await checkout.run(logs, { options: { tail: 1 }, json: true });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({ stream: 'supervisor', text: 'healthy' });
});

test('an unknown service is named with those that there are', async () => {
  await expect(checkout.run(logs, { args: ['gatway'] })).rejects.toThrow('There is no service "gatway"');
});
