import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { controlAddress } from '../control/address.ts';
import { supervisorStatus } from '../control/client.ts';
import type { Removable } from './runtime.ts';

/** Logs that were put aside, files of processes that are gone, code compiled for another Node: never data. */
export async function findUnusedFiles(dataFolder: string, serviceNames: readonly string[]): Promise<Removable[]> {
  const logs = join(dataFolder, 'logs');
  const compiled = join(dataFolder, 'compile-cache');
  const writing = new Set(['supervisor', ...serviceNames].map((name) => `${name}.log`));
  const address = controlAddress(dataFolder);
  const isStale = process.platform !== 'win32' && existsSync(address) && !(await supervisorStatus(address));
  return [
    ...entries(logs, (name) => !writing.has(name)).map((path) => removable('old log', path)),
    ...entries(dataFolder, (name) => /^(state\.json|supervisor\.lock)\./.test(name)).map((path) =>
      removable('stale file', path),
    ),
    ...(isStale ? [removable('stale socket', address)] : []),
    // Node names its folders `v26.10.0-x64-…`.
    ...entries(compiled, (name) => !name.startsWith(`${process.version}-`)).map((path) =>
      removable('code compiled for another Node', path),
    ),
  ];
}

/** What the stack keeps in its data folder, by name: a folder of a person's choice may hold other things as well. */
const KEPT: readonly { readonly kind: string; readonly names: RegExp }[] = [
  { kind: 'jobs and results', names: /^mpc-api\.sqlite/ },
  { kind: 'spend', names: /^gateway\.sqlite/ },
  { kind: 'caches and counters', names: /^redis$/ },
  { kind: 'logs', names: /^logs$/ },
  { kind: 'compiled code', names: /^compile-cache$/ },
  { kind: 'state of the last run', names: /^(state\.json|supervisor\.lock)(\..*)?$/ },
];

/** Everything that the stack has written into its data folder. */
export function findDataFiles(dataFolder: string): Removable[] {
  return KEPT.flatMap(({ kind, names }) =>
    entries(dataFolder, (name) => names.test(name)).map((path) => removable(kind, path)),
  );
}

function removable(kind: string, path: string): Removable {
  return { kind, id: path, name: path, bytes: sizeOnDisk(path) };
}

function entries(folder: string, isMeant: (name: string) => boolean): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(isMeant)
        .toSorted()
        .map((name) => join(folder, name))
    : [];
}

/** Bytes of a file, or of everything in a folder; what goes away meanwhile counts nothing. */
function sizeOnDisk(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.size;
  return entries(path, () => true).reduce((sum, entry) => sum + sizeOnDisk(entry), 0);
}
