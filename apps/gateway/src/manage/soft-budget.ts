import { badRequest } from '../failure/gateway-error.ts';
import type { Mapping } from '../json/mapping.ts';

/** Throws a 400 for a budget that warns when it is too late. */
export function checkSoftBudget({ soft_budget: soft, max_budget: most }: Mapping): void {
  if (typeof soft !== 'number' || typeof most !== 'number' || soft < most) return;
  throw badRequest(`soft_budget (${soft}) must be strictly lower than max_budget (${most})`, 'soft_budget');
}
