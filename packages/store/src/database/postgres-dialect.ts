import { randomBytes } from 'node:crypto';
import { PostgresDialect } from 'kysely';
import type { CustomTypesConfig, Pool, PoolClient, PoolConfig } from 'pg';
import { StatementNames } from './statement-names.ts';
import { WritablePool } from './writable-pool.ts';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** The server ends a statement after this time; the client gives up a little later, for a server that is gone. */
const STATEMENT_TIMEOUT_MS = 30_000;
const QUERY_TIMEOUT_MS = 35_000;

/** How connections of this process are told from those of others. */
const PROCESS = randomBytes(4).toString('hex');

/** The beginning of the names under which connections of an owner's processes are shown; each process has its own end. */
export function applicationNames(owner: string): string {
  return `showrunner ${owner} `;
}

/**
 * Postgres by the pg driver, which is loaded with the first query.
 *
 * @param owner whose tables it is for; nothing where it only reads what is others'
 */
export function postgresDialect(url: string, owner?: string): PostgresDialect {
  const name = owner === undefined ? 'showrunner' : applicationNames(owner) + PROCESS;
  return new PostgresDialect({ pool: () => openPool(url, name) });
}

async function openPool(url: string, name: string): Promise<WritablePool> {
  const options = await poolOptions(url, name);
  const pool = await createPool({ ...options, statement_timeout: STATEMENT_TIMEOUT_MS });
  const seen = await lookAt(pool);
  if (seen === 'refused-limit') {
    await pool.end();
    return new WritablePool(await createPool(options), undefined);
  }
  return new WritablePool(pool, seen === 'server' ? new StatementNames() : undefined);
}

async function poolOptions(url: string, name: string): Promise<PoolConfig> {
  return {
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: name,
    types: await numbersAsNumbers(),
  };
}

async function createPool(options: PoolConfig): Promise<Pool> {
  const { Pool } = await import('pg');
  const pool = new Pool(options);
  // The pool replaces an idle connection that breaks; without a listener the event would end the process.
  pool.on('error', () => undefined);
  // One that is in use between two statements has no other listener; the next statement tells of the break.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * What stands at the address. PgBouncer takes no setting of a session, unless it is told to ignore it; then the client's
 * own limit has to do. That a pooler is between is seen by the server's process, which is another one than it was
 * greeted with; one that is not there yet may be either.
 */
async function lookAt(pool: Pool): Promise<'server' | 'pooler' | 'refused-limit'> {
  try {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return rows[0]?.pid === (client as PoolClient & { readonly processID?: number }).processID ? 'server' : 'pooler';
    } finally {
      client.release();
    }
  } catch (error) {
    const isRefused = error instanceof Error && /startup parameter.*statement_timeout/.test(error.message);
    return isRefused ? 'refused-limit' : 'pooler';
  }
}

/** `bigint`, and `numeric`, which sums of it are, as numbers like in SQLite; pg gives texts, for they may be larger. */
async function numbersAsNumbers(): Promise<CustomTypesConfig> {
  const { types } = await import('pg');
  const numeric = new Set<number>([types.builtins.INT8, types.builtins.NUMERIC]);
  return {
    getTypeParser: (type, format) =>
      numeric.has(type) && format !== 'binary' ? exactNumber : types.getTypeParser(type, format),
  };
}

function exactNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new RangeError(`${text} is too large for a number; cast it to text in the query`);
  }
  return number;
}
