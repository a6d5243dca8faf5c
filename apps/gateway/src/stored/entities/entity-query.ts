import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
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
  readonly userIds?: readonly string[] | undefined;
  readonly organizationId?: string | null | undefined;
  readonly budgetId?: string | undefined;
  /** Those in whose settings this text stands, whatever it says there. */
  readonly settingsHold?: string | undefined;
  /** Those of this user, and those of these teams. */
  readonly either?: { readonly userId: string; readonly teamIds: readonly string[] } | undefined;
  /** Those with these ids, and those of these organizations. */
  readonly eitherIds?: { readonly ids: readonly string[]; readonly organizations: readonly string[] } | undefined;
  /** Those with this id, and those whose alias holds it. */
  readonly search?: string | undefined;
}

/** A part of them, in an order. */
export interface EntityPage {
  readonly orderBy?: 'id' | 'created_at' | 'updated_at' | 'alias' | undefined;
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

/** Keys and teams that have callbacks of their own. */
export async function listCallbackHolders(query: Kysely<GatewayTables>): Promise<Entity[]> {
  const rows = await query
    .selectFrom('entities')
    .selectAll()
    .where('kind', 'in', ['key', 'team'])
    .where('settings', 'like', '%"callback_vars"%')
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
  return query
    .selectFrom('entities')
    .where('kind', '=', filter.kind)
    .where((row) => row.and([...ownConditions(row, filter), ...belongingConditions(row, filter)]));
}

type Row = ExpressionBuilder<GatewayTables, 'entities'>;
type Conditions = Expression<SqlBool>[];

/** By their own ids and aliases. */
function ownConditions(row: Row, { ids, alias, aliasHolds, settingsHold, search }: EntityQuery): Conditions {
  return [
    ...(settingsHold === undefined ? [] : [settingsThatHold(settingsHold)]),
    ...(ids === undefined ? [] : [row('id', 'in', orNone(ids))]),
    ...(alias === undefined ? [] : [row('alias', '=', alias)]),
    ...(aliasHolds === undefined ? [] : [holds(aliasHolds)]),
    ...(search === undefined ? [] : [row.or([row('id', '=', search), holds(search)])]),
  ];
}

/** By what they belong to. */
function belongingConditions(row: Row, filter: EntityQuery): Conditions {
  const { teamId, teamIds, userId, userIds, organizationId, budgetId, either, eitherIds } = filter;
  return [
    ...(teamId === undefined ? [] : [isThat(row, 'team_id', teamId)]),
    ...(teamIds === undefined ? [] : [row('team_id', 'in', orNone(teamIds))]),
    ...(userId === undefined ? [] : [isThat(row, 'user_id', userId)]),
    ...(userIds === undefined ? [] : [row('user_id', 'in', orNone(userIds))]),
    ...(organizationId === undefined ? [] : [isThat(row, 'organization_id', organizationId)]),
    ...(budgetId === undefined ? [] : [isThat(row, 'budget_id', budgetId)]),
    ...(either === undefined
      ? []
      : [row.or([row('user_id', '=', either.userId), row('team_id', 'in', orNone(either.teamIds))])]),
    ...(eitherIds === undefined
      ? []
      : [
          row.or([
            row('id', 'in', orNone(eitherIds.ids)),
            row('organization_id', 'in', orNone(eitherIds.organizations)),
          ]),
        ]),
  ];
}

function isThat(row: Row, column: 'team_id' | 'user_id' | 'organization_id' | 'budget_id', value: string | null) {
  return value === null ? row(column, 'is', null) : row(column, '=', value);
}

/** As JSON writes it. */
function settingsThatHold(text: string): Expression<SqlBool> {
  const written = JSON.stringify(text).replaceAll(/[%_!]/g, '!$&');
  return sql<SqlBool>`settings like ${`%${written}%`} escape '!'`;
}

function holds(part: string): Expression<SqlBool> {
  return sql<SqlBool>`lower(alias) like ${`%${asLiteral(part)}%`} escape '!'`;
}

/** An empty list is no SQL; no id is the empty text. */
function orNone(values: readonly string[] | undefined): readonly string[] {
  return values === undefined || values.length === 0 ? [''] : values;
}

/** For `like`, where some letters stand for others. */
function asLiteral(text: string): string {
  return text.toLowerCase().replaceAll(/[%_!]/g, '!$&');
}
