import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { exportJob } from './export.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

const args = ['job_1', 'csv'];

test('the file is printed, and what is to be known of it beside it', async () => {
  const options = { bom: false, maxBytes: 900, part: 2, separator: 'semicolon', metadata: 'job_2' };
  const { stdout, stderr } = await checkout.run(exportJob, { args, options });
  expect(stdout).toBe(
    'scene\r\n/export/job_1/csv?metadata=job_2&bom=false&separator=semicolon&max_bytes=900&part=2\r\n',
  );
  expect(stderr).toContain('A scene has no footage query.');
});

test('--out saves it as a download would, under its own name in a folder', async () => {
  const path = join(checkout.root, 'shots.csv');
  expect((await checkout.run(exportJob, { args, options: { out: path } })).stdout).toBe('');
  expect(readFileSync(path, 'utf8')).toBe('\u{FEFF}scene\r\n/export/job_1/csv\r\n');
  const { stderr } = await checkout.run(exportJob, { args, options: { out: checkout.root } });
  expect(stderr).toContain(`Saved to ${join(checkout.root, 'Espresso.csv')}`);
});

test('--json is the whole answer', async () => {
  const { stdout } = await checkout.run(exportJob, { args, json: true });
  expect(JSON.parse(stdout)).toMatchObject({ data: { format: 'csv' }, meta: { checks: [{ name: 'search_terms' }] } });
});
