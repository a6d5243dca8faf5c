import type { Mapping } from '../json/mapping.ts';
import { purseOf, spentOf } from '../keys/purse.ts';
import { textIn } from '../keys/settings.ts';
import type { Entity } from '../stored/entities/entity.ts';
import type { Entities } from '../stored/entities/entities.ts';
import type { PurseRow } from '../stored/entity-tables.ts';

/** What those have spent who are shown, and the budgets that they share with others, by their ids. */
export interface SpendFacts {
  readonly purses: ReadonlyMap<string, PurseRow>;
  readonly budgets: ReadonlyMap<string, Entity>;
}

/** Reads it for many at once. */
export async function spendFactsOf(entities: Entities, shown: readonly Entity[]): Promise<SpendFacts> {
  const budgetIds = [...new Set(shown.flatMap(({ budgetId }) => budgetId ?? []))];
  const [purses, budgets] = await Promise.all([
    entities.pursesOf(shown.map(purseOf)),
    budgetIds.length === 0 ? [] : entities.list({ kind: 'budget', ids: budgetIds }),
  ]);
  return { purses, budgets: new Map(budgets.map((budget) => [budget.id, budget])) };
}

/** What it has spent in the window of its budget, and ever, in US dollars. */
export function shownSpent(entity: Entity, { purses, budgets }: SpendFacts): Mapping {
  const purse = purses.get(purseOf(entity));
  const budget = budgets.get(entity.budgetId ?? '');
  const duration = textIn(entity.settings, 'budget_duration') ?? textIn(budget?.settings, 'budget_duration');
  return { spend: spentOf(purse, duration !== undefined, Date.now()), total_spend: purse?.total ?? 0 };
}

/** When it was made and changed, and by whom, as LiteLLM shows all that it keeps. */
export function shownTimes({ createdAt, createdBy, updatedAt, updatedBy }: Entity): Mapping {
  return {
    created_at: new Date(createdAt).toISOString(),
    created_by: createdBy,
    updated_at: new Date(updatedAt).toISOString(),
    updated_by: updatedBy,
  };
}
