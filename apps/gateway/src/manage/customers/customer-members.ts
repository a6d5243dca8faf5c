import { budgetLimits } from '../budgets/budget-members.ts';
import type { MemberTable } from '../members.ts';
import { kept, readAmount, readFlag, readText, readTexts, unserved } from '../read-members.ts';

/** What a customer can be made with and changed to: LiteLLM's `NewCustomerRequest`, 1.108.7. */
export const customerMembers: MemberTable = {
  ...budgetLimits,
  user_id: kept('request', readText),
  alias: kept('request', readText),
  budget_id: kept('request', readText),
  spend: kept('request', readAmount),
  blocked: kept('settings', readFlag),
  models: kept('settings', readTexts),
  allowed_model_region: kept('settings', readText),
  ...unserved('default_model object_permission tpd_limit budget_reset_at metadata'),
};

/** To block some, to let them call again, or to delete them. */
export const namedCustomers: MemberTable = { user_ids: kept('request', readTexts) };
