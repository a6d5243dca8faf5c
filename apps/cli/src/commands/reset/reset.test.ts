import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { ps } from '../ps/ps.handler.ts';
import { up } from '../up/up.handler.ts';
import { reset } from './reset.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
});
afterEach(() => checkout.dispose());

const inData = (name: string): string => join(checkout.root, '.showrunner', name);

test('stops the stack and removes its data; settings, and what others put there, stay', async () => {
  await checkout.run(up);
  writeFileSync(inData('mpc-api.sqlite'), 'jobs');
  writeFileSync(inData('mpc-api.sqlite-wal'), 'more jobs');
  mkdirSync(inData('redis'));
  writeFileSync(inData('holiday.jpg'), 'not ours');
  const keys = readFileSync(join(checkout.root, '.env'), 'utf8');

  const { stdout } = await checkout.run(reset, { options: { yes: true } });

  expect(stdout).toMatch(/Removed \d+ things, .*Settings and keys in \.env stay\./);
  expect(
    ['mpc-api.sqlite', 'mpc-api.sqlite-wal', 'redis', 'logs', 'state.json'].filter((name) => existsSync(inData(name))),
  ).toEqual([]);
  expect(readFileSync(inData('holiday.jpg'), 'utf8')).toBe('not ours');
  expect(readFileSync(join(checkout.root, '.env'), 'utf8')).toBe(keys);
  expect((await checkout.run(ps)).stdout).not.toContain('healthy');
  expect((await checkout.run(reset, { options: { yes: true } })).stdout).toBe('There is no data.\n');
});

test('with --env the keys go too', async () => {
  await checkout.run(up);
  await checkout.run(reset, { options: { yes: true, env: true } });
  expect(existsSync(join(checkout.root, '.env'))).toBe(false);
});

test('without --yes and without anybody to ask it stops and removes nothing', async () => {
  await checkout.run(up);
  writeFileSync(inData('mpc-api.sqlite'), 'jobs');
  await expect(checkout.run(reset)).rejects.toThrow(/nothing was removed/);
  await expect(checkout.run(reset, { json: true })).rejects.toThrow(/nothing was removed/);
  expect(existsSync(inData('mpc-api.sqlite'))).toBe(true);
  expect((await checkout.run(ps)).stdout).toContain('healthy');
});
