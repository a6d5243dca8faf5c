import type { Kysely } from 'kysely';

export type DatabaseKind = 'sqlite' | 'postgres';

/**
 * One step of a schema's history. Once released it is never changed, only followed by another.
 *
 * Both databases take the same column types: `text`, `integer` (32 bits in Postgres), `bigint`, `double precision`.
 * Times are ISO-8601 texts in UTC with milliseconds, which sort as they are; truth values are the integers 0 and 1; JSON
 * is `text`, because `jsonb` refuses the escape `\u0000`, which models do write.
 */
export interface Migration {
  /** `0001-jobs`: recorded in the database, and the order for readers. */
  readonly id: string;
  up(query: Kysely<unknown>, kind: DatabaseKind): Promise<void>;
}
