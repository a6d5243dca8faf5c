import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';

const script = join(import.meta.dirname, 'container-tools.sh');

/** Root on Debian alone may install packages; elsewhere the script says so. */
const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');

/**
 * Starts the tools on a machine that has nothing but the named programs beside what every Debian has. Each fails but for
 * `apt-get`, which notes what it was asked for.
 */
function startWith(folder: string, programs: readonly string[]): { readonly asked: string; readonly stderr: string } {
  const programFolder = join(folder, 'bin');
  const noted = join(folder, 'apt-get.log');
  mkdirSync(programFolder);
  for (const name of [...programs, 'apt-get']) {
    const file = join(programFolder, name);
    writeFileSync(file, `#!/bin/sh\n${name === 'apt-get' ? `echo "$@" >>'${noted}'` : 'exit 1'}\n`);
    chmodSync(file, 0o755);
  }
  for (const name of ['bash', 'dirname', 'mkdir', 'sed', 'mktemp', 'rm', 'uname']) {
    writeFileSync(join(programFolder, name), `#!/bin/sh\nPATH=/usr/bin:/bin exec ${name} "$@"\n`, { mode: 0o755 });
  }
  const { stderr } = spawnSync('/bin/bash', [script, 'start'], {
    env: { PATH: programFolder, HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') },
    encoding: 'utf8',
  });
  return { asked: existsSync(noted) ? readFileSync(noted, 'utf8') : '', stderr };
}

describe.skipIf(!mayInstall)('the tools for container tests', () => {
  test.each([
    { has: ['docker'], wanted: ['debootstrap', 'docker.io'] },
    { has: ['docker', 'debootstrap'], wanted: ['docker.io'] },
    { has: ['docker', 'dockerd'], wanted: ['debootstrap'] },
    { has: [], wanted: ['debootstrap', 'docker.io'] },
  ])('are installed as far as they are missing, beside $has', async ({ has, wanted }) => {
    await using folder = await temporaryFolder();
    const { asked } = startWith(folder.path, [...has, 'go']);
    const installed = asked.split('\n').find((line) => line.startsWith('install')) ?? '';
    expect(
      installed
        .split(' ')
        .filter((word) => /^(docker\.io|debootstrap)$/.test(word))
        .toSorted(),
    ).toEqual(wanted);
  });

  test('are left alone where all are there', async () => {
    await using folder = await temporaryFolder();
    expect(startWith(folder.path, ['docker', 'dockerd', 'debootstrap', 'go']).asked).toBe('');
  });

  test('are not begun where Go is missing, which builds Compose', async () => {
    await using folder = await temporaryFolder();
    const { asked, stderr } = startWith(folder.path, ['docker']);
    expect(stderr).toContain('Go');
    expect(asked).toBe('');
  });
});
