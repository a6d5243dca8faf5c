// npm run size: what an installation weighs on disk. Fails when what is needed for running passes the limit.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** In MB of 10⁶ bytes; Node itself and the tools for development are not in it. */
const LIMIT_FOR_RUNNING_MB = 130;

interface LockedPackage {
  readonly link?: boolean;
  /** Only development tools need it. */
  readonly dev?: boolean;
}

const root = resolve(import.meta.dirname, '..');
const running = sizesOf((locked) => locked.dev !== true);
const development = sizesOf((locked) => locked.dev === true);
const node = bytesIn(join(root, 'runtime/node_modules')) + bytesIn(join(root, 'runtime/fallback/node_modules'));

printLine('for running', total(running), `${running.length} packages, limit ${LIMIT_FOR_RUNNING_MB} MB`);
for (const { name, bytes } of running.slice(0, 5)) printLine(`  ${name}`, bytes);
printLine('Node runtime', node);
printLine('development tools', total(development), `${development.length} packages`);

if (megabytes(total(running)) > LIMIT_FOR_RUNNING_MB) {
  console.error(`What is needed for running passes the limit of ${LIMIT_FOR_RUNNING_MB} MB.`);
  process.exitCode = 1;
}

/** Every installed package of the lockfile that `isCounted` takes, the largest first. */
function sizesOf(
  isCounted: (locked: LockedPackage) => boolean,
): readonly { readonly name: string; readonly bytes: number }[] {
  const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  return (
    Object.entries(lockfile.packages)
      .filter(([path, locked]) => path.includes('node_modules/') && locked.link !== true && isCounted(locked))
      // What is for another platform is in the lockfile and not on this disk.
      .filter(([path]) => existsSync(join(root, path)))
      .map(([path]) => ({ name: path.replace(/^.*node_modules\//, ''), bytes: bytesIn(join(root, path), path) }))
      .sort((one, other) => other.bytes - one.bytes)
  );
}

/** What a folder takes on the disk. A package's own `node_modules` are left to their own entries in the lockfile. */
function bytesIn(folder: string, packagePath?: string): number {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      bytes += packagePath !== undefined && entry.name === 'node_modules' ? 0 : bytesIn(path, packagePath);
    else bytes += bytesOnDisk(path);
  }
  return bytes;
}

/** Whole blocks, as `du` counts them; Windows tells only the length. */
function bytesOnDisk(path: string): number {
  const { blocks, size } = lstatSync(path);
  return blocks > 0 ? blocks * 512 : size;
}

function total(sizes: readonly { readonly bytes: number }[]): number {
  return sizes.reduce((sum, { bytes }) => sum + bytes, 0);
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}

function printLine(name: string, bytes: number, remark?: string): void {
  console.log(
    `${name.padEnd(36)} ${megabytes(bytes).toFixed(1).padStart(7)} MB${remark === undefined ? '' : `  (${remark})`}`,
  );
}
