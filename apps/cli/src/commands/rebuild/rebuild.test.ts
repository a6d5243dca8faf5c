import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { rebuild } from './rebuild.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  installer(0);
});
afterEach(() => checkout.dispose());

/** Stands for the checkout's bootstrap: notes what it was told, says a line, ends as wanted. */
function installer(exitCode: number): void {
  mkdirSync(join(checkout.root, 'runtime'), { recursive: true });
  writeFileSync(
    join(checkout.root, 'runtime/bootstrap.mjs'),
    `import { writeFileSync } from 'node:fs';
writeFileSync('installed-with', process.argv.slice(2).join(' '));
console.error('npm says something');
process.exitCode = ${exitCode};`,
  );
}

const told = (): string => readFileSync(join(checkout.root, 'installed-with'), 'utf8');
const servicesOf = (stdout: string) =>
  (JSON.parse(stdout) as { services: { name: string; state: { process: { pid: number } } }[] }).services;

test('installs anew and starts the named service with it; the other stays', async () => {
  const before = servicesOf((await checkout.run(up, { json: true })).stdout);
  const given = { args: ['mpc-api'], options: { cache: true }, json: true };
  const after = servicesOf((await checkout.run(rebuild, given)).stdout);
  expect(told()).toBe('install');
  expect(after[0]?.state.process.pid).toBe(before[0]?.state.process.pid);
  expect(after[1]?.state.process.pid).not.toBe(before[1]?.state.process.pid);
});

test('--no-cache reaches the installation', async () => {
  const { stderr } = await checkout.run(rebuild, { options: { cache: false } });
  expect(told()).toBe('install --no-cache');
  expect(stderr).toMatch(/✔ installation made anew\n(.*\n)*✔ gateway healthy/);
});

test('when it cannot be installed, what npm says is told and what runs goes on', async () => {
  const before = servicesOf((await checkout.run(up, { json: true })).stdout);
  installer(1);
  await expect(checkout.run(rebuild, { options: { cache: true } })).rejects.toMatchObject({
    problem: { lines: ['npm says something'] },
  });
  expect(servicesOf((await checkout.run(up, { json: true })).stdout)).toEqual(before);
});
