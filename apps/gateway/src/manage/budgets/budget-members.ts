import { limitMembers } from '../limit-members.ts';
import type { MemberTable } from '../members.ts';
import { kept, readCount, readText, unserved } from '../read-members.ts';

const { max_budget, soft_budget, budget_duration, model_max_budget, max_parallel_requests, rpm_limit, tpm_limit } =
  limitMembers as Required<typeof limitMembers>;

/** What a budget says: LiteLLM's `BudgetNewRequest`, 1.108.7. When it begins anew goes by its duration. */
export const budgetLimits = {
  max_budget,
  soft_budget,
  budget_duration,
  model_max_budget,
  max_parallel_requests,
  rpm_limit,
  tpm_limit,
} as MemberTable;

export const budgetMembers: MemberTable = {
  ...budgetLimits,
  budget_id: kept('request', readText),
  tpd_limit: kept('settings', readCount),
  ...unserved('budget_reset_at'),
};
