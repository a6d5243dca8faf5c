import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../network/loopback.ts';
import { startGuarded } from '../process/guarded-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { findPostgresPrograms } from '../tools/find-program.ts';
import { waitUntil } from '../wait-until.ts';
import { unprivilegedUser } from './unprivileged-user.ts';

const run = promisify(execFile);
const SUPERUSER = 'showrunner';

export interface RunningPostgres {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** The URL of its database `postgres`. */
  readonly url: string;
  readonly pid: number;
  /** Creates an empty database and returns its URL: one for each test keeps tests apart. */
  createDatabase(name?: string): Promise<string>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A Postgres of its own on 127.0.0.1, without passwords and without fsync; it ends with this process at the latest.
 * Postgres refuses to run as root, so root runs it as the system's user `postgres`.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = findPostgresPrograms();
  if (programs === undefined) throw new Error('startPostgres: initdb and postgres are not on this machine');
  const folder = await temporaryFolder();
  const user = await unprivilegedUser();
  if (user !== undefined) await chown(folder.path, user.uid, user.gid);
  const data = join(folder.path, 'data');
  const asUser = { ...user, cwd: folder.path };
  await run(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username', SUPERUSER, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
    asUser,
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder.path,
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '60',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const guarded = await startGuarded([join(programs, 'postgres'), '-D', data, ...flags], folder.path, user);
  const isReady = async (): Promise<boolean> => {
    try {
      await run(join(programs, 'pg_isready'), ['--quiet', '--host', '127.0.0.1', '--port', String(port)]);
      return true;
    } catch {
      return false;
    }
  };
  try {
    await waitUntil(isReady, { what: `postgres on port ${port}`, output: guarded.output });
  } catch (error) {
    await guarded.end();
    throw error;
  }

  let databases = 0;
  const url = (database: string): string => `postgres://${SUPERUSER}@127.0.0.1:${port}/${database}`;
  return {
    host: '127.0.0.1',
    port,
    url: url('postgres'),
    pid: guarded.pid,
    createDatabase: async (name = `test_${process.pid}_${++databases}`) => {
      await run(join(programs, 'psql'), [
        '--quiet',
        '--dbname',
        url('postgres'),
        '--command',
        `CREATE DATABASE "${name}"`,
      ]);
      return url(name);
    },
    close: () => guarded.end(),
    [Symbol.asyncDispose]: () => guarded.end(),
  };
}
