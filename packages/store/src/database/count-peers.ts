import { sql, type Kysely } from 'kysely';
import { applicationNames } from './postgres-dialect.ts';

/**
 * How many processes of an owner are connected to this Postgres, this one among them; those behind a pooler that shares
 * connections are fewer than there are.
 */
export async function countPeers<Tables>(query: Kysely<Tables>, owner: string): Promise<number> {
  const names = `${applicationNames(owner)}%`;
  const { rows } = await sql<{ count: number }>`
    select count(distinct application_name) as count from pg_stat_activity
    where datname = current_database() and application_name like ${names}
  `.execute(query);
  return Math.max(1, rows[0]?.count ?? 1);
}
