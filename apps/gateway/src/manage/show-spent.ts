import { isMapping, type Mapping } from '../json/mapping.ts';
import { spentOf } from '../keys/budgets/purse.ts';
import { mappingIn, textIn } from '../keys/settings.ts';
import { nextWindowEnd, windowEnd, type Calendar } from '../keys/budgets/window-end.ts';
import type { Entity } from '../stored/entities/entity.ts';
import type { Entities } from '../stored/entities/entities.ts';
import { modelPurseName, purseName } from '../stored/entities/purse-name.ts';
import type { PurseRow } from '../stored/entity-tables.ts';

/** Whoever spends and is shown. */
type SpendingEntity = Pick<Entity, 'kind' | 'id' | 'budgetId' | 'settings'> & Partial<Pick<Entity, 'createdAt'>>;

/** What those have spent who are shown, and the budgets that they share with others, by their ids. */
export interface SpendFacts {
  readonly purses: ReadonlyMap<string, PurseRow>;
  readonly budgets: ReadonlyMap<string, Entity>;
  readonly calendar: Calendar;
}

/** Reads it for many at once. */
export async function spendFactsOf(entities: Entities, shown: readonly SpendingEntity[]): Promise<SpendFacts> {
  await entities.writeSpent();
  const budgetIds = [...new Set(shown.flatMap(({ budgetId }) => budgetId ?? []))];
  const [purses, budgets] = await Promise.all([
    entities.pursesOf(shown.flatMap((one) => [purseName(one), ...modelPurses(one).map(({ purse }) => purse)])),
    budgetIds.length === 0 ? [] : entities.list({ kind: 'budget', ids: budgetIds }),
  ]);
  return { purses, budgets: new Map(budgets.map((budget) => [budget.id, budget])), calendar: entities.calendar };
}

/** What it has spent in the window of its budget, and ever, in US dollars. */
export function shownSpent(entity: SpendingEntity, { purses, budgets, calendar }: SpendFacts): Mapping {
  const purse = purses.get(purseName(entity));
  const budget = budgets.get(entity.budgetId ?? '');
  const duration = textIn(entity.settings, 'budget_duration') ?? textIn(budget?.settings, 'budget_duration');
  const now = Date.now();
  return {
    spend: spentOf(purse, duration !== undefined, now),
    total_spend: purse?.total ?? 0,
    budget_reset_at:
      duration === undefined
        ? null
        : new Date(resetAt(purse, duration, now, { calendar, since: entity.createdAt })).toISOString(),
    model_spend: Object.fromEntries(
      modelPurses(entity).map((one) => [one.model, spentOf(purses.get(one.purse), one.hasWindow, now)]),
    ),
  };
}

/** When its window ends: the one that something was spent in, else the one that goes on now. */
function resetAt(purse: PurseRow | undefined, duration: string, now: number, facts: WindowFacts): number {
  const endsAt = purse?.window_ends_at ?? null;
  if (endsAt === null) return windowEnd(duration, now, facts.calendar, facts.since);
  return endsAt > now ? endsAt : nextWindowEnd(duration, endsAt, now, facts.calendar);
}

interface WindowFacts {
  readonly calendar: Calendar;
  /** When its holder was made; nothing of one that nobody made. */
  readonly since: number | undefined;
}

interface ModelPurse {
  readonly model: string;
  readonly purse: string;
  readonly hasWindow: boolean;
}

/** What is spent on models that have a budget of their own. */
function modelPurses(entity: SpendingEntity): ModelPurse[] {
  return Object.entries(mappingIn(entity.settings, 'model_max_budget')).map(([model, budget]) => ({
    model,
    purse: modelPurseName(entity, model),
    hasWindow: isMapping(budget) && (budget.time_period ?? budget.budget_duration ?? null) !== null,
  }));
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
