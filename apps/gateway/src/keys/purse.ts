import type { PurseRow } from '../stored/entity-tables.ts';
import type { EntityName } from '../stored/entities/entity-writer.ts';

/** The name of what an entity has spent: `key:9f3a`. */
export function purseOf({ kind, id }: EntityName): string {
  return `${kind}:${id}`;
}

/** The name of what it has spent on one model. */
export function modelPurseOf(name: EntityName, model: string): string {
  return `${purseOf(name)}:model:${model}`;
}

/**
 * What counts against a budget now, in US dollars: what was spent in its window, and without windows ever.
 *
 * @param row nothing where nothing was spent
 * @param now milliseconds since 1970
 */
export function spentOf(row: PurseRow | undefined, hasWindow: boolean, now: number): number {
  if (!row) return 0;
  if (!hasWindow) return row.total;
  return row.window_ends_at !== null && row.window_ends_at > now ? row.spent : 0;
}
