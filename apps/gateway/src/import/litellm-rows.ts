import { sql, type Transaction } from 'kysely';
import type { Mapping } from '../json/mapping.ts';

/** Beyond it rows are read in several parts. */
const ROWS_A_PART = 1_000;

/** One moment of a LiteLLM's database. */
export class LiteLlmRows {
  readonly #query: Transaction<unknown>;
  readonly #schema: string;
  /** By the names of tables. */
  readonly #columns: ReadonlyMap<string, ReadonlySet<string>>;

  private constructor(query: Transaction<unknown>, schema: string, columns: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#query = query;
    this.#schema = schema;
    this.#columns = columns;
  }

  static async of(query: Transaction<unknown>, schema: string): Promise<LiteLlmRows> {
    const { rows } = await sql<{ name: string; column: string }>`
      SELECT pg_class.relname AS name, pg_attribute.attname AS column FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
      JOIN pg_attribute ON pg_attribute.attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
      WHERE pg_namespace.nspname = ${schema} AND pg_class.relname LIKE 'LiteLLM\\_%' AND pg_class.relkind IN ('r', 'p')
    `.execute(query);
    const tables = Map.groupBy(rows, ({ name }) => name);
    const columns = new Map([...tables].map(([name, theirs]) => [name, new Set(theirs.map(({ column }) => column))]));
    return new LiteLlmRows(query, schema, columns);
  }

  /** Which of these it does not have: it is an older one, or was never finished. */
  missing(tables: readonly string[]): string[] {
    return tables.filter((table) => !this.#columns.has(table));
  }

  /**
   * The rows of a table part by part, in the order of what identifies them, with the columns that this LiteLLM has;
   * nothing where it has no such table. Times are ISO 8601 in UTC, without saying so.
   */
  async *parts(table: string, keys: readonly string[]): AsyncGenerator<readonly Mapping[]> {
    const columns = this.#columns.get(table);
    if (!columns || !keys.every((key) => columns.has(key))) return;
    const place = sql`${sql.id(this.#schema, table)} AS row_of`;
    const order = sql.join(keys.map((key) => sql`${sql.ref(`row_of.${key}`)}`));
    let last: readonly unknown[] | undefined;
    for (;;) {
      const behind = last ? sql`WHERE (${order}) > (${sql.join(last)})` : sql``;
      const { rows } = await sql<{ row: Mapping }>`
        SELECT to_jsonb(row_of) AS row FROM ${place} ${behind} ORDER BY ${order} LIMIT ${sql.lit(ROWS_A_PART)}
      `.execute(this.#query);
      if (rows.length === 0) return;
      yield rows.map(({ row }) => row);
      if (rows.length < ROWS_A_PART) return;
      last = keys.map((key) => rows.at(-1)?.row[key]);
    }
  }

  /** All rows of a table that is small. */
  async all(table: string, keys: readonly string[]): Promise<readonly Mapping[]> {
    const found: Mapping[] = [];
    for await (const part of this.parts(table, keys)) found.push(...part);
    return found;
  }
}
