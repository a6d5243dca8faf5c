import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, copyFile, cp, glob, mkdir, readdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder, type TemporaryFolder } from '@showrunner/testkit';

const run = promisify(execFile);

/**
 * A copy of the checkout to try something in: the files of git and those not yet in it, and what is installed, as links.
 * Its packages are its own.
 */
export async function copyCheckout(root: string): Promise<TemporaryFolder> {
  const copy = await temporaryFolder();
  const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root });
  for (const path of stdout.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    await mkdir(dirname(join(copy.path, path)), { recursive: true });
    await copyFile(join(root, path), join(copy.path, path));
  }
  await linkInstalled(root, copy.path);
  return copy;
}

async function linkInstalled(root: string, copy: string): Promise<void> {
  const [from, to] = [join(root, 'node_modules'), join(copy, 'node_modules')];
  await mkdir(to);
  for (const name of await readdir(from)) {
    // The links to the workspace's packages are relative: copied as they are, they lead to the copy's.
    if (name === '@showrunner') await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else await symlink(join(from, name), join(to, name));
  }
  const workspaces = await Array.fromAsync(glob('{apps,packages}/*/node_modules', { cwd: root }));
  for (const folder of ['runtime', 'runtime/fallback', ...workspaces.map((place) => dirname(place))]) {
    const installed = join(root, folder, 'node_modules');
    if (existsSync(installed)) await symlink(installed, join(copy, folder, 'node_modules'));
  }
}

/** Writes the copy's `.env`: generated secrets, free ports, a provider's key. */
export async function writeEnvironment(copy: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await appendFile(join(copy, '.env'), lines.join(''));
  await run('./showrunner', ['init'], { cwd: copy });
}
