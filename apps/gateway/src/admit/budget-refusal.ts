import type { PurseSpent } from '@showrunner/access';
import { GatewayError } from '../failure/gateway-error.ts';
import { PER_DOLLAR } from '../keys/purse.ts';
import type { Payer } from '../keys/payment.ts';

/** What others have reserved is free again when their calls end, which nobody can foretell. */
const RETRY_SECONDS = 1;

/** A 429 in LiteLLM's words: whose budget has nothing left, what is spent and how much may be. */
export function budgetRefusal({ spender, purse }: Payer, { state }: PurseSpent, limit: number): GatewayError {
  const spent = state.spent ?? 0;
  const endsAt = purse.windowEndsAt();
  const isSpent = spent >= limit;
  const seconds = isSpent ? endsAt && Math.max(1, Math.ceil((endsAt - Date.now()) / 1000)) : RETRY_SECONDS;
  return new GatewayError({
    status: 429,
    type: 'budget_exceeded',
    message: `${spender.words} Current cost: ${spent / PER_DOLLAR}, Max budget: ${limit / PER_DOLLAR}${isSpent ? '' : ' (the rest is reserved by calls that are under way)'}`,
    headers: seconds === null ? {} : { 'retry-after': String(seconds) },
  });
}
