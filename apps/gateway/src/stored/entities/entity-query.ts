import { sql, type Kysely } from 'kysely';
import type { EntityKind } from '../entity-tables.ts';
import type { GatewayTables } from '../tables.ts';
import { fromRow, type Entity } from './entity.ts';

/** Which of a kind are looked for; what is left out does not matter. */
export interface EntityQuery {
  readonly kind: EntityKind;
  readonly ids?: readonly string[] | undefined;
  readonly alias?: string | undefined;
  readonly aliasHolds?: string | undefined;
  readonly teamId?: string | null | undefined;
  readonly teamIds?: readonly string[] | undefined;
  readonly userId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly budgetId?: string | undefined;
  /** Those of this user, and those of these teams. */
  readonly either?: { readonly userId: string; readonly teamIds: readonly string[] } | undefined;
}

/** A part of them, in an order. */
export interface EntityPage {
  readonly orderBy?: 'created_at' | 'updated_at' | 'alias' | undefined;
  readonly direction?: 'asc' | 'desc' | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** LiteLLM's lists show the newest first. */
export async function listEntities(
  query: Kysely<GatewayTables>,
  filter: EntityQuery,
  { orderBy = 'created_at', direction = 'desc', offset = 0, limit = 1_000_000 }: EntityPage = {},
): Promise<Entity[]> {
  const rows = await matching(query, filter)
    .selectAll()
    .orderBy(orderBy, direction)
    .orderBy('id', direction)
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(fromRow);
}

export async function countEntities(query: Kysely<GatewayTables>, filter: EntityQuery): Promise<number> {
  const { count } = await matching(query, filter)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function matching(query: Kysely<GatewayTables>, filter: EntityQuery) {
  const { kind, ids, alias, aliasHolds, teamId, teamIds, userId, organizationId, budgetId, either } = filter;
  return query
    .selectFrom('entities')
    .where('kind', '=', kind)
    .$if(ids !== undefined, (rows) => rows.where('id', 'in', orNone(ids)))
    .$if(alias !== undefined, (rows) => rows.where('alias', '=', alias ?? ''))
    .$if(aliasHolds !== undefined, (rows) =>
      rows.where(sql<boolean>`lower(alias) like ${`%${asLiteral(aliasHolds ?? '')}%`} escape '!'`),
    )
    .$if(teamId === null, (rows) => rows.where('team_id', 'is', null))
    .$if(typeof teamId === 'string', (rows) => rows.where('team_id', '=', teamId ?? ''))
    .$if(teamIds !== undefined, (rows) => rows.where('team_id', 'in', orNone(teamIds)))
    .$if(userId !== undefined, (rows) => rows.where('user_id', '=', userId ?? ''))
    .$if(organizationId !== undefined, (rows) => rows.where('organization_id', '=', organizationId ?? ''))
    .$if(budgetId !== undefined, (rows) => rows.where('budget_id', '=', budgetId ?? ''))
    .$if(either !== undefined, (rows) =>
      rows.where((row) =>
        row.or([row('user_id', '=', either?.userId ?? ''), row('team_id', 'in', orNone(either?.teamIds))]),
      ),
    );
}

/** An empty list is no SQL; no id is the empty text. */
function orNone(values: readonly string[] | undefined): readonly string[] {
  return values === undefined || values.length === 0 ? [''] : values;
}

/** For `like`, where some letters stand for others. */
function asLiteral(text: string): string {
  return text.toLowerCase().replaceAll(/[%_!]/g, '!$&');
}
