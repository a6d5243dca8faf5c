import type { Mapping } from '../json/mapping.ts';
import type { Entity } from '../stored/entities/entity.ts';
import { shownTimes } from './show-spent.ts';

/** What LiteLLM shows of each budget though nothing was set (`LiteLLM_BudgetTable`, 1.108.7). */
export const UNSET_BUDGET: Mapping = {
  budget_id: null,
  max_budget: null,
  soft_budget: null,
  max_parallel_requests: null,
  tpm_limit: null,
  rpm_limit: null,
  tpd_limit: null,
  model_max_budget: null,
  budget_duration: null,
  budget_reset_at: null,
  allowed_models: [],
};

/** A budget that several may share. */
export function shownBudget(budget: Entity): Mapping {
  return { ...UNSET_BUDGET, ...budget.settings, budget_id: budget.id, ...shownTimes(budget) };
}
