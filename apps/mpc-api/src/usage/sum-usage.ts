import type { UsageBy } from '@showrunner/contract';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { UsageTables } from './usage-tables.ts';

/** Which usage is summed, by what. */
export interface WantedUsage {
  readonly workspace: string;
  /** ISO 8601 in UTC with milliseconds: the first instant, and the first one after. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly by: readonly UsageBy[];
}

/** What stands behind one row: a group's names, and its sums. */
export interface UsageSum {
  readonly names: Readonly<Partial<Record<UsageBy, string | null>>>;
  readonly input: number;
  readonly output: number;
  /** Known costs. */
  readonly costUsd: number;
  readonly generations: number;
  /** Questions whose cost is not known. */
  readonly unpriced: number;
}

/** Days are those of UTC, whatever the zone of server or database: a text's first ten characters. */
const groups: Readonly<Record<UsageBy, RawBuilder<string | null>>> = {
  day: sql`substr(at, 1, 10)`,
  key: sql`key_id`,
  recipe: sql`recipe`,
  model: sql`model`,
};

/** Sums in the order of their groups. */
export async function sumUsage(query: Kysely<UsageTables>, wanted: WantedUsage): Promise<UsageSum[]> {
  const { workspace, from, until, by } = wanted;
  let rows = query
    .selectFrom('usage')
    .select([
      sql<string>`coalesce(sum(input_tokens), 0)`.as('input'),
      sql<string>`coalesce(sum(output_tokens), 0)`.as('output'),
      sql<string>`coalesce(sum(cost_usd), 0)`.as('cost'),
      sql<string>`coalesce(sum(generations), 0)`.as('generations'),
      sql<string>`count(*) - count(cost_usd)`.as('unpriced'),
    ])
    .where('workspace', '=', workspace);
  if (from !== undefined) rows = rows.where('at', '>=', from);
  if (until !== undefined) rows = rows.where('at', '<', until);
  for (const name of by) rows = rows.select(groups[name].as(`by_${name}`)).groupBy(groups[name]);
  const found = await rows.execute();
  return found.map((row) => sumOf(row, by)).toSorted((one, other) => compare(one, other, by));
}

/** Databases differ on the order of letters. */
function compare(one: UsageSum, other: UsageSum, by: readonly UsageBy[]): number {
  for (const name of by) {
    const [left, right] = [one.names[name] ?? '', other.names[name] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Postgres gives sums of whole numbers as texts. */
function sumOf(row: Readonly<Record<string, string | null>>, by: readonly UsageBy[]): UsageSum {
  return {
    names: Object.fromEntries(by.map((name) => [name, row[`by_${name}`] ?? null])),
    input: Number(row.input),
    output: Number(row.output),
    costUsd: Number(row.cost),
    generations: Number(row.generations),
    unpriced: Number(row.unpriced),
  };
}
