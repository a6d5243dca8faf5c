import type { Mapping } from '../json/mapping.ts';
import type { EntityChanges } from '../stored/entities/entity.ts';
import { membersKept, type MemberTable } from './members.ts';

/** The settings of an entity with what was read of a body; null clears, and what is left out stays. */
export function writtenSettings(table: MemberTable, members: Mapping, present: Mapping): Mapping {
  const metadata = {
    ...((members.metadata ?? present.metadata ?? {}) as Mapping),
    ...membersKept(members, table, 'metadata'),
  };
  return withoutNulls({
    ...present,
    ...membersKept(members, table, 'settings'),
    metadata: withoutNulls(metadata),
  });
}

/** What of a body stands in columns, by the member of each; what is not named stays. */
export function writtenColumns(
  members: Mapping,
  columns: Readonly<Partial<Record<keyof EntityChanges, string>>>,
): EntityChanges {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, name]) =>
      members[name] === undefined ? [] : [[column, members[name] as string | null] as const],
    ),
  );
}

export function withoutNulls(members: Mapping): Mapping {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}
