import type { Entities } from '../../stored/entities/entities.ts';
import { counterName, PER_DOLLAR } from './purse.ts';
import type { Purses } from './purses.ts';

/**
 * What all have spent, by the names of counters, in counted units: as the database has it, once what was spent here is
 * written. Nothing of those that the database counts in another window by now. Rejects while the database does not answer.
 */
export async function spentByAll(
  { purses, entities }: { readonly purses: Purses; readonly entities: Entities },
  counters: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  await purses.flush();
  const names = new Map(counters.map((counter) => [counter, purseOf(counter)]));
  const rows = await entities.pursesOf([...new Set(names.values())]);
  return new Map(
    [...names].flatMap(([counter, name]) => {
      const row = rows.get(name);
      if (!row) return [];
      const of = (windowEndsAt: number | null): boolean => counter === counterName(name, row.epoch, windowEndsAt);
      const dollars = of(null) ? row.total : of(row.window_ends_at) ? row.spent : undefined;
      return dollars === undefined ? [] : [[counter, Math.round(dollars * PER_DOLLAR)] as const];
    }),
  );
}

/** The purse that is counted under a name. */
function purseOf(counter: string): string {
  return counter.split(':').slice(1, -2).join(':');
}
