import type { PurseSpent } from '@showrunner/access';
import { GatewayError } from '../failure/gateway-error.ts';
import { PER_DOLLAR } from '../keys/budgets/purse.ts';
import type { Payer } from '../keys/budgets/payment.ts';

/** What others have reserved is free again when their calls end, which nobody can foretell. */
const RETRY_SECONDS = 1;

/** A refusal in LiteLLM's words, a 429 by default: whose budget has nothing left, what is spent and how much may be. */
export function budgetRefusal(
  { spender, purse }: Payer,
  { state }: PurseSpent,
  { limit, status }: { readonly limit: number; readonly status: number },
): GatewayError {
  const spent = state.spent ?? 0;
  const endsAt = purse.windowEndsAt();
  const isSpent = spent >= limit;
  const seconds = isSpent ? endsAt && Math.max(1, Math.ceil((endsAt - Date.now()) / 1000)) : RETRY_SECONDS;
  return new GatewayError({
    status,
    type: 'budget_exceeded',
    message: `${spender.words} Current cost: ${spent / PER_DOLLAR}, Max budget: ${limit / PER_DOLLAR}${isSpent ? '' : ' (the rest is reserved by calls and batches that are under way, or is less than this may cost)'}`,
    headers: seconds === null ? {} : { 'retry-after': String(seconds) },
  });
}

/** Where budgets are to hold exactly or not at all: what others have spent cannot be known now. */
export function unverifiedRefusal(): GatewayError {
  return new GatewayError({
    status: 503,
    type: 'service_unavailable',
    message:
      'Budget enforcement unavailable: current spend could not be verified against Redis, and fail_closed_budget_enforcement is enabled, so the request was rejected to avoid exceeding the configured budget. Retry shortly.',
    headers: { 'retry-after': String(RETRY_SECONDS) },
  });
}

/** A model without a price, where each has to have one. */
export function unpricedRefusal(model: string): GatewayError {
  return new GatewayError({
    status: 400,
    type: 'invalid_request_error',
    param: 'model',
    message: `Model '${model.slice(0, 256)}' has a deployment whose price is not known, so the request cannot be priced, and such requests are refused here. Add pricing (input_cost_per_token, output_cost_per_token) to allow it.`,
  });
}
