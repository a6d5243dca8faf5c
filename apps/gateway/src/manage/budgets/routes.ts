import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { queryText } from '../query-members.ts';

const budget = { kind: 'json', name: 'Budget', schema: z.looseObject({}) } as const;
const budgets = { kind: 'json', name: 'Budgets', schema: z.array(z.looseObject({})) } as const;
const reads = { method: 'get', tag: 'Budgets', scope: 'budgets:read', errors: [] } as const;
const writes = { method: 'post', tag: 'Budgets', scope: 'budgets:write', errors: ['NOT_FOUND'] } as const;

/** Budgets that several share, in LiteLLM's shapes. */
export const budgetRoutes = {
  makeBudget: { ...writes, path: '/budget/new', summary: 'Make a budget', answer: budget, errors: [] },
  getBudgets: { ...reads, method: 'post', path: '/budget/info', summary: 'Read several budgets', answer: budgets },
  listBudgets: { ...reads, path: '/budget/list', summary: 'List all budgets', answer: budgets },
  getBudgetSettings: {
    ...reads,
    path: '/budget/settings',
    summary: 'Read what a budget can say, and what it says',
    query: z.object({ budget_id: queryText }),
    answer: { kind: 'json', name: 'BudgetSettings', schema: z.array(z.looseObject({})) },
  },
  changeBudget: { ...writes, path: '/budget/update', summary: 'Change a budget', answer: budget },
  removeBudget: { ...writes, path: '/budget/delete', summary: 'Delete a budget that holds nobody', answer: budget },
} as const satisfies RouteTable;
