import type { Mapping } from '../json/mapping.ts';
import type { Entity } from '../stored/entities/entity.ts';

/** A budget that several may share, as LiteLLM shows it (`LiteLLM_BudgetTable`, 1.108.7). */
export function shownBudget({ id, settings, createdAt, createdBy, updatedAt, updatedBy }: Entity): Mapping {
  return {
    budget_id: id,
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
    ...settings,
    created_at: new Date(createdAt).toISOString(),
    created_by: createdBy,
    updated_at: new Date(updatedAt).toISOString(),
    updated_by: updatedBy,
  };
}
