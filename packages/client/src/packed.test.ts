import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

// npm and its scripts run on the Node that runs the tests; scripts are off in this checkout, and packing needs one.
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  npm_config_ignore_scripts: 'false',
};

const app = `
import { ApiError, Showrunner } from '@showrunner/client';

const client = new Showrunner({ baseUrl: 'http://127.0.0.1:1' });
const title: string = await client.generate.script({ prompt: 'tea' }).then(
  ({ data }) => data.title,
  (error: unknown) => (ApiError.isInstance(error) ? error.code : 'another error'),
);
console.log(title);
`;

it('the packed SDK installs with the error package alone, runs and type-checks', async () => {
  await using folder = await temporaryFolder();
  const tarballs = pack(folder.path, ['errors', 'client']);
  const project = join(folder.path, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name": "project", "private": true, "type": "module"}');
  writeFileSync(join(project, 'app.ts'), app);
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], project);
  symlinkSync(join(root, 'node_modules/@types'), join(project, 'node_modules/@types'), 'junction');

  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  run(
    process.execPath,
    [compiler, '--module', 'nodenext', '--target', 'es2023', '--strict', '--types', 'node', 'app.ts'],
    project,
  );

  expect(run(process.execPath, ['app.js'], project)).toBe('SERVICE_UNAVAILABLE\n');
  expect(readdirSync(join(project, 'node_modules/@showrunner')).sort()).toEqual(['client', 'errors']);
}, 120_000);

/** Packs copies, because packing rewrites a manifest for a moment and other tests import the packages meanwhile. */
function pack(folder: string, packages: readonly string[]): string[] {
  const checkout = join(folder, 'checkout');
  for (const path of ['tsconfig.json', 'scripts/package-dist.ts', ...packages.map((name) => `packages/${name}`)]) {
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  }
  writeFileSync(join(checkout, 'package.json'), '{"private": true, "type": "module"}');
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  for (const name of packages) {
    run('npm', ['pack', '--silent', '--pack-destination', folder], join(checkout, 'packages', name));
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(folder, name));
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
}
