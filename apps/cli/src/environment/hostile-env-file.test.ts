import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { readEnvFile } from './env-file-state.ts';
import { readEnvText } from './env-file.ts';
import { initialize } from './initialize.ts';
import { writeEnvFile } from './write-env-file.ts';

/** What an installation needs; whatever lies in `.env` before, it is there afterwards. */
const NEEDED = ['LITELLM_MASTER_KEY', 'MPC_API_KEY', 'REDIS_PASSWORD', 'SHOWRUNNER_CONFIG'];

test.each([
  ['empty', ''],
  ['one line without an end', 'MINE=1'],
  ['Windows line ends and a byte order mark', '\uFEFFMINE=1\r\n'],
  ['quotation marks, remarks, export and spaces', '# a\nexport MINE = "1" # b\n'],
  ['a variable twice, empty the last time', 'MPC_API_KEY=old-old-old-old-old\nMPC_API_KEY=\nMINE=1\n'],
  ['a value of two lines', "MINE='1\n2'\n"],
  ['a quotation mark that nothing closes', 'MINE="1\n'],
])('init fills in what is missing: %s', async (_, text) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.env');
  writeFileSync(path, text, { mode: 0o644 });
  initialize(folder.path, {});
  const values = readEnvText(readFileSync(path, 'utf8'));
  expect(NEEDED.filter((name) => !values[name])).toEqual([]);
  expect(values.MINE).toBe(readEnvText(text).MINE);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder.path)).toEqual(['.env']);
});

test('a folder in its place is named, with the fix', async () => {
  await using folder = await temporaryFolder();
  mkdirSync(join(folder.path, '.env'));
  expect(() => initialize(folder.path, {})).toThrow('.env is a folder');
});

test('a file of 2 MiB is none of ours', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.env');
  writeFileSync(path, `# ${'x'.repeat(2 * 1024 * 1024)}\n`);
  expect(() => readEnvFile(path)).toThrow('larger than 1 MiB');
});

test.skipIf(!existsSync('/dev/full'))('on a full disk it stays as it was and nothing is left beside it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '.env');
  writeFileSync(path, 'MINE=1\n');
  // full(4): every write to it fails with ENOSPC.
  symlinkSync('/dev/full', `${path}.${process.pid}`);
  expect(() => writeEnvFile(path, 'MINE=2\n')).toThrow('the disk is full');
  expect(readFileSync(path, 'utf8')).toBe('MINE=1\n');
  expect(readdirSync(folder.path)).toEqual(['.env']);
});

test('a link stays a link, and what it names is written', async () => {
  await using folder = await temporaryFolder();
  writeFileSync(join(folder.path, 'shared.env'), 'MINE=1\n');
  symlinkSync('shared.env', join(folder.path, '.env'));
  initialize(folder.path, {});
  expect(lstatSync(join(folder.path, '.env')).isSymbolicLink()).toBe(true);
  expect(readEnvText(readFileSync(join(folder.path, 'shared.env'), 'utf8'))).toMatchObject({ MINE: '1' });
});
