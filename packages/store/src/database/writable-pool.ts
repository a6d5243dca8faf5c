import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { StatementNames } from './statement-names.ts';

/** SQLSTATE `read_only_sql_transaction` (PostgreSQL, appendix A). */
const TAKES_NO_WRITES = '25006';
/** `feature_not_supported`, said of a prepared statement whose table has other columns by now. */
const NOT_SUPPORTED = '0A000';

/** Whether a statement was refused for what its connection is, so that the next one may take it. */
export function isStaleConnection(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === TAKES_NO_WRITES || (error.code === NOT_SUPPORTED && error.message.includes('cached plan'));
}

/**
 * A pool that gives no connection out again that is older than the last one that was found stale. What began read-only
 * stays so when the server takes writes again, or when another server has taken its place.
 */
export class WritablePool implements PostgresPool {
  readonly #pool: Pool;
  readonly #names: StatementNames | undefined;
  readonly #begunAt = new WeakMap<PoolClient, number>();
  #staleAt = 0;

  /** @param names by which statements are prepared; none where a pooler hands each transaction to another connection */
  constructor(pool: Pool, names: StatementNames | undefined) {
    this.#pool = pool;
    this.#names = names;
    pool.on('connect', (client) => this.#begunAt.set(client, performance.now()));
  }

  get options(): object {
    return this.#pool.options;
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      const client = await this.#pool.connect();
      if (!this.#isSuspect(client)) return this.#used(client);
      client.release(true);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  #isSuspect(client: PoolClient): boolean {
    return (this.#begunAt.get(client) ?? Infinity) < this.#staleAt;
  }

  #used(client: PoolClient): PostgresPoolClient {
    const query = async (text: string, parameters: readonly unknown[]) => {
      const name = parameters.length === 0 ? undefined : this.#names?.of(text);
      try {
        return await client.query({ text, values: [...parameters], ...(name !== undefined && { name }) });
      } catch (error) {
        if (isStaleConnection(error)) this.#staleAt = performance.now();
        throw error;
      }
    };
    return {
      // Kysely asks for cursors where rows are streamed alone, which nobody does here.
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy = false) => client.release(destroy || this.#isSuspect(client)),
    };
  }
}
