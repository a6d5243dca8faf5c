import { PostgresDialect } from 'kysely';
import type { CustomTypesConfig, Pool, PoolConfig } from 'pg';
import { WritablePool } from './writable-pool.ts';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** The server ends a statement after this time; the client gives up a little later, for a server that is gone. */
const STATEMENT_TIMEOUT_MS = 30_000;
const QUERY_TIMEOUT_MS = 35_000;

/** Postgres by the pg driver, which is loaded with the first query. */
export function postgresDialect(url: string): PostgresDialect {
  return new PostgresDialect({ pool: async () => new WritablePool(await createPool(url)) });
}

async function createPool(url: string): Promise<Pool> {
  const options = await poolOptions(url);
  const limited = await openPool({ ...options, statement_timeout: STATEMENT_TIMEOUT_MS });
  if (!(await isLimitRefused(limited))) return limited;
  await limited.end();
  return openPool(options);
}

async function poolOptions(url: string): Promise<PoolConfig> {
  return {
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'showrunner',
    types: await numbersAsNumbers(),
  };
}

async function openPool(options: PoolConfig): Promise<Pool> {
  const { Pool } = await import('pg');
  const pool = new Pool(options);
  // The pool replaces an idle connection that breaks; without a listener the event would end the process.
  pool.on('error', () => undefined);
  // One that is in use between two statements has no other listener; the next statement tells of the break.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** PgBouncer takes no setting of a session, unless it is told to ignore it; then the client's own limit has to do. */
async function isLimitRefused(pool: Pool): Promise<boolean> {
  try {
    (await pool.connect()).release();
    return false;
  } catch (error) {
    return error instanceof Error && /startup parameter.*statement_timeout/.test(error.message);
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
