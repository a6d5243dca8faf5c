import { budgetLimits } from '../budgets/budget-members.ts';
import type { MemberTable } from '../members.ts';
import { kept, readText, readTexts, unserved } from '../read-members.ts';

/** What a tag can be made with and changed to: LiteLLM's `TagNewRequest`, 1.108.7. */
export const tagMembers: MemberTable = {
  ...budgetLimits,
  name: kept('request', readText),
  budget_id: kept('request', readText),
  description: kept('settings', readText),
  // Which deployments have a tag stands in `litellm_params.tags`.
  ...unserved('models model_info'),
};

export const namedTag: MemberTable = { name: kept('request', readText) };

export const namedTags: MemberTable = { names: kept('request', readTexts) };
