import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { dialectDifferences } from './env-dialects.ts';
import { readEnvText } from './env-file.ts';
import { envLines } from './env-lines.ts';

/** Where `scripts/container-tools.sh` puts Compose on a machine that has none. */
const toolsFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'showrunner-tools/docker-config');
const dockerEnvironment = {
  PATH: process.env.PATH,
  HOME: homedir(),
  // No variable that the samples name.
  ...(existsSync(toolsFolder) ? { DOCKER_CONFIG: toolsFolder } : {}),
};

/** Values as people write them, and whether every reader takes them alike. */
const samples: readonly (readonly [text: string, same: boolean])[] = [
  ['V=plain', true],
  ["V='two words # and more'", true],
  ['V="two words"', true],
  ['V=plain # remark', true],
  ["V='pa$HOME'", true],
  ["V='a\\tb'", true],
  ['export V=1', true],
  ['V=', true],
  ["V='two\nlines'", true],
  ['V=https://user:word@host:5432/db?x=1', true],
  ['V=with#hash', false],
  ['V=pa$HOME', false],
  ['V="pa$HOME"', false],
  ['V=a$$b', false],
  ['V="a\\tb"', false],
  ['V=`a b`', false],
  ['V=two words', false],
  ['V=a;b', false],
  ['V = 1', false],
];

test.each(samples)('%s', (text, same) => {
  const [assignment] = envLines(text).assignments;
  if (assignment === undefined) throw new Error('The sample is no assignment.');
  expect(dialectDifferences(assignment).length === 0).toBe(same);
  // What differs may be the same to a shell, as `with#hash` is.
  expect(readByShell(text) === readEnvText(text).V || !same).toBe(true);
});

test('Compose agrees where we say that it does, and nowhere else', async ({ skip }) => {
  if (!hasCompose()) skip('no Docker Compose');
  await using folder = await temporaryFolder();
  writeFileSync(join(folder.path, 'compose.yaml'), 'services: { one: { image: none } }\n');
  const alike = samples.filter(([text]) => {
    writeFileSync(join(folder.path, '.env'), `${text}\n`);
    return readByCompose(folder.path) === readEnvText(text).V;
  });
  const saidToBe = samples.filter(([text]) => {
    const differences = envLines(text).assignments.flatMap(dialectDifferences);
    return differences.every((difference) => !difference.includes('Compose'));
  });
  expect(alike).toEqual(saidToBe);
});

test('every line is known by its number: remarks, strange ones, open quotation marks', () => {
  const text = '# remark\nA=1\nnot a setting\n\nB="two\nlines"\r\nC=\'open\nD=4\n';
  const { assignments, strange, unterminated } = envLines(text);
  expect(assignments.map(({ name, line }) => [name, line])).toEqual([
    ['A', 2],
    ['B', 5],
    ['C', 7],
    ['D', 8],
  ]);
  expect(strange).toEqual([3]);
  expect(unterminated).toEqual([7]);
});

function readByShell(text: string): string {
  const script = `set -a\n${text}\nprintf %s "$V"`;
  return execFileSync('bash', ['-c', script], { env: { HOME: homedir() }, encoding: 'utf8' });
}

function hasCompose(): boolean {
  try {
    execFileSync('docker', ['compose', 'version'], { env: dockerEnvironment, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function readByCompose(folder: string): string | undefined {
  const argv = ['compose', 'config', '--environment'];
  const text = execFileSync('docker', argv, { cwd: folder, env: dockerEnvironment, encoding: 'utf8' });
  return /^V=([\s\S]*?)(?=\n\w+=|\n*$(?![\s\S]))/m.exec(text)?.[1];
}
