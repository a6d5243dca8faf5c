import {
  kept,
  readAmount,
  readBudgetLimits,
  readCount,
  readCounts,
  readDurationText,
  readFlag,
  readMapping,
  readModelBudgets,
  readTexts,
} from './read-members.ts';
import type { MemberTable } from './members.ts';

/** What all that has limits and a budget has in common: LiteLLM's `GenerateRequestBase`, 1.108.7. */
export const limitMembers: MemberTable = {
  models: kept('settings', readTexts),
  max_budget: kept('settings', readAmount),
  soft_budget: kept('settings', readAmount),
  budget_duration: kept('settings', readDurationText),
  budget_limits: kept('settings', readBudgetLimits),
  model_max_budget: kept('settings', readModelBudgets),
  max_parallel_requests: kept('settings', readCount),
  rpm_limit: kept('settings', readCount),
  tpm_limit: kept('settings', readCount),
  model_rpm_limit: kept('metadata', readCounts),
  model_tpm_limit: kept('metadata', readCounts),
  metadata: kept('settings', readMapping),
  blocked: kept('settings', readFlag),
};
