import type { Mapping } from '../../json/mapping.ts';
import { textIn, textsIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { budgetLimits } from '../budgets/budget-members.ts';
import { shownBudget, UNSET_BUDGET } from '../show-budget.ts';
import { shownSpent, spendFactsOf, type SpendFacts } from '../show-spent.ts';

/** What is shown of a customer, whether somebody made them or calls have named them. */
export type ShownCustomer = Pick<Entity, 'id' | 'alias' | 'budgetId' | 'settings'> & { readonly kind: 'customer' };

/** One whom calls have named and nobody made. */
export function namedCustomer(id: string, budgetId: string | undefined): ShownCustomer {
  return { kind: 'customer', id, alias: null, budgetId: budgetId ?? null, settings: {} };
}

/** Customers as LiteLLM shows them (`CustomerResponse`, 1.108.7). */
export async function shownCustomers(
  entities: Entities,
  customers: readonly ShownCustomer[],
  byDefault: Mapping | undefined,
): Promise<Mapping[]> {
  const facts = await spendFactsOf(entities, customers);
  return customers.map((one) => shown(one, facts, byDefault));
}

export async function shownCustomer(
  entities: Entities,
  customer: ShownCustomer,
  byDefault?: Mapping,
): Promise<Mapping> {
  const [one] = await shownCustomers(entities, [customer], byDefault);
  return one ?? {};
}

function shown(customer: ShownCustomer, facts: SpendFacts, byDefault: Mapping | undefined): Mapping {
  const { id, alias, budgetId, settings } = customer;
  const { spend, total_spend, budget_reset_at, model_spend } = shownSpent(customer, facts);
  const budget = facts.budgets.get(budgetId ?? '');
  const own = Object.fromEntries(Object.entries(settings).filter(([name]) => name in budgetLimits));
  const isHeld = budget !== undefined || Object.keys(own).length > 0;
  const limits = isHeld ? { ...(budget ? shownBudget(budget) : UNSET_BUDGET), ...own } : byDefault;
  return {
    user_id: id,
    blocked: settings.blocked === true,
    alias,
    spend,
    total_spend,
    model_spend,
    budget_reset_at,
    allowed_model_region: textIn(settings, 'allowed_model_region') ?? null,
    default_model: null,
    models: textsIn(settings, 'models'),
    budget_id: budgetId,
    litellm_budget_table: limits ? { ...UNSET_BUDGET, ...limits, budget_reset_at } : null,
    object_permission_id: null,
    object_permission: null,
  };
}
