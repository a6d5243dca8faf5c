import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import { withKnownModels } from '../check-budget-models.ts';
import type { ManagementPorts } from '../management-ports.ts';
import { shownBudget } from '../show-budget.ts';
import { budgetSettings, changeBudget, makeBudget, readBudgets, removeBudget } from './budgets.ts';
import type { budgetRoutes } from './routes.ts';

export function budgetHandlers(ports: ManagementPorts): Handlers<typeof budgetRoutes, Caller> {
  const { entities } = ports;
  return {
    makeBudget: ({ request, caller }) => makeBudget(entities, caller, withKnownModels(ports, caller, request.body)),
    getBudgets: ({ request }) => readBudgets(entities, request.body),
    listBudgets: async () => (await entities.list({ kind: 'budget' })).map(shownBudget),
    getBudgetSettings: ({ query }) => budgetSettings(entities, query.budget_id),
    changeBudget: ({ request, caller }) => changeBudget(entities, caller, withKnownModels(ports, caller, request.body)),
    removeBudget: ({ request, caller }) =>
      removeBudget(entities, caller, request.body, ports.spending().customerBudgetId),
  };
}
