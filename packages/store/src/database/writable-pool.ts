import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** SQLSTATE `read_only_sql_transaction` (PostgreSQL, appendix A). */
const TAKES_NO_WRITES = '25006';

/** Whether a statement was refused because its connection takes no writes. */
export function isReadOnlyRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === TAKES_NO_WRITES;
}

/**
 * A pool that gives no connection out again that is older than the last refusal to write. What began read-only stays so
 * when the server takes writes again, or when another server has taken its place.
 */
export class WritablePool implements PostgresPool {
  readonly #pool: Pool;
  readonly #begunAt = new WeakMap<PoolClient, number>();
  #refusedAt = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
    pool.on('connect', (client) => this.#begunAt.set(client, performance.now()));
  }

  get options(): object {
    return this.#pool.options;
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      const client = await this.#pool.connect();
      if (!this.#isSuspect(client)) return this.#noticing(client);
      client.release(true);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  #isSuspect(client: PoolClient): boolean {
    return (this.#begunAt.get(client) ?? 0) < this.#refusedAt;
  }

  #noticing(client: PoolClient): PostgresPoolClient {
    const query = async (sql: string, parameters: readonly unknown[]) => {
      try {
        return await client.query(sql, [...parameters]);
      } catch (error) {
        if (isReadOnlyRefusal(error)) this.#refusedAt = performance.now();
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
