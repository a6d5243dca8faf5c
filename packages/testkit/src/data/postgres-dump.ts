import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgresPrograms } from '../tools/find-program.ts';

const run = promisify(execFile);
const MAX_DUMP_BYTES = 64 * 1024 * 1024;

/**
 * A Postgres database as SQL text, without owners. The settings before its first table and the lines after its last are
 * left out: they differ by the version of `pg_dump`, and an older server refuses what a newer one sets.
 */
export async function dumpPostgres(url: string): Promise<string> {
  const flags = ['--inserts', '--no-owner', '--no-privileges', '--encoding', 'UTF8', '--dbname', url];
  const { stdout } = await run(program('pg_dump'), flags, { maxBuffer: MAX_DUMP_BYTES });
  return stdout.slice(stdout.indexOf('--\n-- Name: '), stdout.lastIndexOf('--\n-- PostgreSQL database dump complete'));
}

/** Makes what a dump holds in a database that is empty. */
export async function restorePostgres(url: string, dump: string): Promise<void> {
  const flags = ['--quiet', '--no-psqlrc', '--single-transaction', '--set', 'ON_ERROR_STOP=1', '--dbname', url];
  const restoring = run(program('psql'), flags);
  restoring.child.stdin?.end(dump);
  await restoring;
}

function program(name: string): string {
  const folder = findPostgresPrograms();
  if (folder === undefined) throw new Error(`${name} is not on this machine: apt-get install postgresql`);
  return join(folder, name);
}
