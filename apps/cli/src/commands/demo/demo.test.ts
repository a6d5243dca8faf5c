import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '@showrunner/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answers } from '../../__fixtures__/answers.ts';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { logs } from '../logs/logs.handler.ts';
import { ps } from '../ps/ps.handler.ts';
import { demo } from './demo.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
});
afterEach(() => checkout.dispose());

/** With a key the demo writes with its provider, and downloads nothing. */
const environment = {
  OPENAI_API_KEY: 'sk-1',
  SHOWRUNNER_STARTED_AT: String(Date.now() - 5_000),
  SHOWRUNNER_INSTALL_MS: '4200',
};
const options = { duration: 45, cache: true };

test('it shows how the work goes, prints what was written and what it took, and leaves the stack up', async () => {
  const { stdout, stderr } = await checkout.run(demo, { environment, options });
  expect(stderr).toContain('A 45-second video on "How espresso works"');
  expect(stderr).toContain('Written with the configuration openai-only.');
  expect(stderr).toMatch(/hook Nine bars of pressure, and you drink it in three sips\.\n[^]*✔ Script .*openai\/gpt-5/);

  expect(stdout).toContain('Nine bars of pressure, and you drink it in three sips.');
  expect(stdout).toMatch(/\d+ words, 4 s of 45 s \(NOT within 10 %\), 1 statement to check before publishing/);
  expect(stdout).toMatch(/Headlines\n {2}\S/);
  expect(stdout).toMatch(/Titles\n {2}Espresso in 45 seconds/);
  expect(stdout).not.toContain('portafilter');
  expect(stdout).toMatch(/Time {2}\S+ s in all: install 4\.2 s, start /);
  expect(stdout).toContain(/^MPC_API_KEY=(.+)$/m.exec(readFileSync(join(checkout.root, '.env'), 'utf8'))?.[1]);
  expect(stdout).toContain('/docs');

  expect((await checkout.run(ps)).stdout).toMatch(/gateway +healthy/);
});

test('a topic, a duration and --no-cache reach the API; thumbnail and metadata are grounded in the script', async () => {
  await checkout.run(demo, { environment, args: ['Cold', 'brew'], options: { duration: 30, cache: false } });
  const asked = async () => {
    const { stdout } = await checkout.run(logs, { args: ['mpc-api'], options: { raw: true } });
    return stdout.split('\n').filter((line) => line.includes('"asked"'));
  };
  await waitUntil(async () => (await asked()).length === 3, { what: 'the log has the three requests' });
  const bodies = (await asked()).map((line) => (JSON.parse(line) as { body: unknown }).body);
  expect(bodies).toEqual([
    { prompt: 'Cold brew', duration: 30, cache: false, stream: true },
    { script_id: 'scr_1', variants: 4, cache: false, stream: true },
    { script_id: 'scr_1', cache: false, stream: true },
  ]);
});

test('--out keeps the three answers, --json prints them with the times', async () => {
  const out = join(checkout.root, 'demo.json');
  const { stdout } = await checkout.run(demo, { environment, options: { ...options, out }, json: true });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(answers);
  expect(JSON.parse(stdout)).toMatchObject({ ...answers, milliseconds: { install: 4_200 } });
});

test.each([
  [[], { duration: 2 }, /--duration is 2 s, which is out of range/, /5 to 3600 seconds/],
  [['x'.repeat(100_000)], {}, /the topic /, /./],
])('what no video can be of is refused before anything is fetched or started', async (args, wanted, what, fix) => {
  const run = checkout.run(demo, { environment, args, options: { ...options, ...wanted } });
  const problem = { what: expect.stringMatching(what) as string, fix: expect.stringMatching(fix) as string };
  await expect(run).rejects.toMatchObject({ problem });
  expect((await checkout.run(ps)).stdout).not.toMatch(/gateway +healthy/);
});
