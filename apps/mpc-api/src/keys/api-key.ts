import type { KeyLimits } from '@showrunner/contract';
import type { Insertable, Selectable } from 'kysely';
import type { ApiKeysTable } from './key-tables.ts';

/** A named key, without its secret. */
export interface ApiKey {
  readonly id: string;
  readonly hint: string;
  readonly name: string;
  readonly workspace: string;
  readonly scopes: readonly string[];
  /** 0 to 9, of which 9 goes first. */
  readonly priority: number;
  readonly limits: KeyLimits;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly rotatedAt: string | null;
  readonly expiresAt: string | null;
}

export const UNLIMITED: KeyLimits = { requests_per_minute: null, max_parallel: null, daily_cost_usd: null };

export function keyRow(key: ApiKey): Omit<Insertable<ApiKeysTable>, 'digest' | 'deleted_at'> {
  return {
    id: key.id,
    hint: key.hint,
    name: key.name,
    workspace: key.workspace,
    scopes: JSON.stringify(key.scopes),
    priority: key.priority,
    ...key.limits,
    created_at: key.createdAt,
    created_by: key.createdBy,
    rotated_at: key.rotatedAt,
    expires_at: key.expiresAt,
  };
}

export function keyOf(row: Selectable<ApiKeysTable>): ApiKey {
  const { requests_per_minute, max_parallel, daily_cost_usd } = row;
  return {
    id: row.id,
    hint: row.hint,
    name: row.name,
    workspace: row.workspace,
    // `keyRow` wrote it.
    scopes: JSON.parse(row.scopes) as string[],
    priority: row.priority,
    limits: { requests_per_minute, max_parallel, daily_cost_usd },
    createdAt: row.created_at,
    createdBy: row.created_by,
    rotatedAt: row.rotated_at,
    expiresAt: row.expires_at,
  };
}
