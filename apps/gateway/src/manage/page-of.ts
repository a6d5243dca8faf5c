import type { Entity } from '../stored/entities/entity.ts';
import type { Entities } from '../stored/entities/entities.ts';
import type { EntityPage, EntityQuery } from '../stored/entities/entity-query.ts';

/** A page of a list with how many there are in all. */
export async function pageOf(
  entities: Entities,
  filter: EntityQuery,
  {
    page,
    size,
    ...order
  }: { readonly page: number; readonly size: number } & Pick<EntityPage, 'orderBy' | 'direction'>,
): Promise<{ readonly rows: readonly Entity[]; readonly total: number }> {
  const [rows, total] = await Promise.all([
    entities.list(filter, { ...order, offset: (page - 1) * size, limit: size }),
    entities.count(filter),
  ]);
  return { rows, total };
}
