import type { Mapping } from '../../json/mapping.ts';
import type { EntityKind, EntityRow } from '../entity-tables.ts';

/** Something that is managed: a key, a team, a budget. */
export interface Entity {
  readonly kind: EntityKind;
  /** Its own for good: what a key is called by changes when it is made anew, its id does not. */
  readonly id: string;
  readonly alias: string | null;
  readonly teamId: string | null;
  readonly userId: string | null;
  readonly organizationId: string | null;
  /** Of a budget that it shares with others. */
  readonly budgetId: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The user who made it, or `default_user_id`. */
  readonly createdBy: string | null;
  readonly updatedAt: number;
  readonly updatedBy: string | null;
  /** All else, under LiteLLM's names. */
  readonly settings: Mapping;
}

/** One that is not kept yet. */
export type NewEntity = Pick<Entity, 'kind' | 'id' | 'settings'> &
  Partial<Pick<Entity, 'alias' | 'teamId' | 'userId' | 'organizationId' | 'budgetId' | 'createdBy' | 'createdAt'>>;

/** What of one can be changed; what is left out stays. */
export type EntityChanges = Partial<
  Pick<Entity, 'alias' | 'teamId' | 'userId' | 'organizationId' | 'budgetId' | 'updatedBy' | 'settings'>
>;

export function fromRow(row: EntityRow): Entity {
  return {
    kind: row.kind,
    id: row.id,
    alias: row.alias,
    teamId: row.team_id,
    userId: row.user_id,
    organizationId: row.organization_id,
    budgetId: row.budget_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    settings: JSON.parse(row.settings) as Mapping,
  };
}

export function newRow(entity: NewEntity, now: number): EntityRow {
  const { createdBy = null, createdAt = now } = entity;
  return {
    kind: entity.kind,
    id: entity.id,
    alias: entity.alias ?? null,
    team_id: entity.teamId ?? null,
    user_id: entity.userId ?? null,
    organization_id: entity.organizationId ?? null,
    budget_id: entity.budgetId ?? null,
    created_at: createdAt,
    created_by: createdBy,
    updated_at: now,
    updated_by: createdBy,
    settings: JSON.stringify(entity.settings),
  };
}

/** The columns that changes touch. */
export function changedColumns(
  changes: EntityChanges,
  now: number,
): Partial<EntityRow> & Pick<EntityRow, 'updated_at'> {
  return {
    updated_at: now,
    ...(changes.alias !== undefined && { alias: changes.alias }),
    ...(changes.teamId !== undefined && { team_id: changes.teamId }),
    ...(changes.userId !== undefined && { user_id: changes.userId }),
    ...(changes.organizationId !== undefined && { organization_id: changes.organizationId }),
    ...(changes.budgetId !== undefined && { budget_id: changes.budgetId }),
    ...(changes.updatedBy !== undefined && { updated_by: changes.updatedBy }),
    ...(changes.settings !== undefined && { settings: JSON.stringify(changes.settings) }),
  };
}
