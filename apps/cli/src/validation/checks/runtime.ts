import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { error, skipped, warning, type Check } from '../check.ts';
import { readIn } from '../installation.ts';

/** The oldest that strips types and has node:sqlite; the bootstrap says the same. */
const OLDEST_MAJOR = 24;
const INSTALL = 'node runtime/bootstrap.mjs version, which installs what is missing';

const majorOf = (version: string): number => Number(version.split('.')[0]);

export const nodeVersion: Check = {
  id: 'runtime.node',
  title: 'the pinned Node runs this',
  run({ root, machine }) {
    const running = machine.nodeVersion;
    if (majorOf(running) < OLDEST_MAJOR) {
      return [
        error(
          `This is Node ${running}; ${OLDEST_MAJOR} or newer is needed`,
          'start it with ./showrunner, which brings its own',
        ),
      ];
    }
    const pinned = pinnedNode(readIn(root, 'runtime/package.json'));
    if (pinned === undefined) return skipped('runtime/package.json names no Node');
    return majorOf(running) === majorOf(pinned)
      ? []
      : [
          warning(
            `This is Node ${running}; what is tested is ${pinned}`,
            'start it with ./showrunner, which brings its own',
          ),
        ];
  },
};

const runtimeManifest = z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) });

function pinnedNode(manifest: string | undefined): string | undefined {
  const { optionalDependencies } = runtimeManifest.parse(JSON.parse(manifest ?? '{}'));
  return Object.values(optionalDependencies)[0];
}

/** What the bootstrap leaves behind when it has installed everything. */
const installStamp = z.object({ lockfile: z.string().optional() });

export const lockfileMatches: Check = {
  id: 'runtime.lockfile',
  title: 'what is installed is what the lockfile names',
  run({ root }) {
    const lockfile = readIn(root, 'package-lock.json');
    if (lockfile === undefined) return skipped('there is no package-lock.json');
    const stamp = readIn(root, 'node_modules/.showrunner-install.json');
    if (stamp === undefined)
      return [error('The dependencies are not installed, or only in part', INSTALL, 'node_modules')];
    const installed = installStamp.parse(JSON.parse(stamp)).lockfile;
    return installed === createHash('sha256').update(lockfile).digest('hex')
      ? []
      : [error('The dependencies belong to another lockfile', INSTALL, 'node_modules')];
  },
};

/** What is read of npm's lockfile, version 3. */
const npmLockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optional: z.boolean(), dev: z.boolean(), devOptional: z.boolean() }).partial(),
  ),
});

export const dependenciesComplete: Check = {
  id: 'runtime.dependencies',
  title: 'every dependency is in node_modules',
  run({ root }) {
    const lockfile = readIn(root, 'package-lock.json');
    if (lockfile === undefined) return skipped('there is no package-lock.json');
    const { packages } = npmLockfile.parse(JSON.parse(lockfile));
    const missing = Object.entries(packages)
      .filter(
        ([path, { optional, dev, devOptional }]) => path.includes('node_modules/') && !optional && !dev && !devOptional,
      )
      .map(([path]) => path)
      .filter((path) => !existsSync(join(root, path)));
    if (missing.length === 0) return [];
    const some = missing.slice(0, 3).map((path) => path.replace(/^.*node_modules\//, ''));
    const rest = missing.length > some.length ? ` and ${missing.length - some.length} more` : '';
    return [error(`${some.join(', ')}${rest} are missing`, `rm -rf node_modules, then: ${INSTALL}`, 'node_modules')];
  },
};
