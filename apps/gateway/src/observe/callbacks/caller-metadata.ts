import type { Caller } from '@showrunner/access';
import type { Mapping } from '../../json/mapping.ts';
import { PER_DOLLAR } from '../../keys/budgets/purse.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { callerFacts } from '../caller-facts.ts';
import { heldBudget, type HeldBudget } from '../held-budget.ts';

/** Who called, as LiteLLM's payload names them, and what they have spent until now, this call included. */
export function callerMetadata(caller: Caller): Mapping {
  const facts = callerFacts(caller);
  const holding = caller instanceof VirtualKey ? caller.holding : undefined;
  const budgetOf = (entity: Parameters<typeof heldBudget>[1]): HeldBudget | undefined =>
    caller instanceof VirtualKey ? heldBudget(caller, entity) : undefined;
  const [key, user, team] = [budgetOf(holding?.key), budgetOf(holding?.user), budgetOf(holding?.team)];
  const endsAt = key?.purse.windowEndsAt() ?? undefined;
  return {
    user_api_key_hash: facts.keyHash,
    user_api_key_alias: facts.keyAlias ?? null,
    user_api_key_spend: spent(key),
    user_api_key_max_budget: key?.most ?? null,
    user_api_key_budget_reset_at: endsAt === undefined ? null : new Date(endsAt).toISOString(),
    user_api_key_user_spend: spent(user),
    user_api_key_user_max_budget: user?.most ?? null,
    user_api_key_team_spend: spent(team),
    user_api_key_team_max_budget: team?.most ?? null,
    user_api_key_org_id: facts.organizationId ?? null,
    user_api_key_org_alias: facts.organizationAlias ?? null,
    user_api_key_team_id: facts.teamId ?? null,
    user_api_key_team_alias: facts.teamAlias ?? null,
    user_api_key_user_id: caller instanceof VirtualKey ? (facts.userId ?? null) : null,
    user_api_key_user_email: facts.userEmail ?? null,
  };
}

function spent(budget: HeldBudget | undefined): number | null {
  return budget ? budget.purse.spent() / PER_DOLLAR : null;
}
