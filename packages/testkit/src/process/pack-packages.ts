import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../../..');

// npm and its scripts run on the Node that runs the tests; scripts are off in this checkout, and packing needs one.
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  npm_config_ignore_scripts: 'false',
};

/**
 * The tarballs of packages of this checkout, as strangers install them. Copies are packed, because packing rewrites a
 * manifest for a moment and other tests import the packages meanwhile.
 */
export function packPackages(folder: string, names: readonly string[]): string[] {
  const checkout = join(folder, 'checkout');
  for (const path of ['tsconfig.json', 'scripts/package-dist.ts', ...names.map((name) => `packages/${name}`)]) {
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  }
  writeFileSync(join(checkout, 'package.json'), '{"private": true, "type": "module"}');
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  for (const name of names) {
    runInProject('npm', ['pack', '--silent', '--pack-destination', folder], join(checkout, 'packages', name));
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tgz'))
    .map((file) => join(folder, file));
}

/** What a command of a stranger's project writes; it throws where the command fails. */
export function runInProject(command: string, args: readonly string[], project: string): string {
  return execFileSync(command, args, { cwd: project, env, encoding: 'utf8', shell: process.platform === 'win32' });
}
