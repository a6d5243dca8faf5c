import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The absolute path of a program, which is looked for on the PATH unless it is a path itself. */
export function findProgram(name: string): string | undefined {
  if (isAbsolute(name)) return isExecutable(name) ? name : undefined;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => isExecutable(file));
}

/** Where Debian keeps the programs of each Postgres version; they are not on the PATH. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** The folder that holds `initdb`, `postgres`, `pg_isready` and `psql`: Debian's newest version, else the PATH's. */
export function findPostgresPrograms(): string | undefined {
  const needed = ['initdb', 'postgres', 'pg_isready', 'psql'];
  const onPath = (process.env.PATH ?? '').split(delimiter);
  return [...debianPostgresFolders(), ...onPath].find((folder) =>
    needed.every((name) => isExecutable(join(folder, name))),
  );
}

function debianPostgresFolders(): string[] {
  try {
    const versions = readdirSync(DEBIAN_POSTGRES);
    return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
