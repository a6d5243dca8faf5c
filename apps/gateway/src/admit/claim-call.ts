import type { Afforded, Limiter, PurseSpent } from '@showrunner/access';
import type { PurseClaim } from '@showrunner/store';
import type { Deployment } from '../exchange/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { BudgetWatch } from '../keys/budget-watch.ts';
import { KEEP_SECONDS, PER_DOLLAR } from '../keys/purse.ts';
import type { Purses } from '../keys/purses.ts';
import type { Payer, Payment } from '../keys/payment.ts';
import { Admitted } from './admitted.ts';
import { budgetRefusal } from './budget-refusal.ts';
import { expectedCost } from './expected-cost.ts';
import { expectedTokens } from './expected-use.ts';
import { linesOf } from './key-limits.ts';
import { limitRefusal } from './limit-refusal.ts';

/** What claims go by beside the key. */
export interface ClaimPorts {
  readonly purses: Purses;
  readonly budgetWatch: BudgetWatch;
  /** Who may answer an exchange. */
  readonly candidates: (exchange: Exchange) => readonly Deployment[];
}

/** What holds a call, and who pays for it. */
export interface HeldCall {
  /** Nothing where nothing limits it. */
  readonly limiter: Limiter | undefined;
  readonly payment: Payment;
  /** Whose budget its caller is told of. */
  readonly told: Payer | undefined;
}

/**
 * Claims what limits a call, and reserves what it may cost in each budget that binds it: all together or nothing. Throws,
 * or rejects with, a 429 that says which has nothing left and when to come again.
 */
export function claimCall(
  { limiter, payment, told }: HeldCall,
  exchange: Exchange,
  ports: ClaimPorts,
): Admitted | Promise<Admitted> {
  const { purses, limited, watched } = payment;
  const paid = { purses: ports.purses, by: purses, watched, watch: ports.budgetWatch };
  if (!limiter) return new Admitted('', undefined, paid);
  const { binding, claims } = claimsOn(limited, exchange, ports);
  const answer = limiter.claimWith({ expectedTokens: () => expectedTokens(exchange) }, claims);
  const admit = (one: Afforded): Admitted => {
    const lines = linesOf(limiter).of(one.states);
    hear(binding, one, limiter.limits.length);
    if (one.kind === 'spent') throw limitRefusal(one, lines);
    if (one.kind === 'purse_spent') throw refusal(binding, one, claims);
    return new Admitted(lines + budgetLine(told), one, paid);
  };
  return answer instanceof Promise ? answer.then(admit) : admit(answer);
}

/** Budgets that bind a call, and what of each is claimed for it, in the same order. */
interface BudgetClaims {
  readonly binding: readonly Payer[];
  readonly claims: readonly PurseClaim[];
}

const NOTHING: BudgetClaims = { binding: [], claims: [] };

/** What costs nothing is answered with an empty purse too. */
function claimsOn(payers: readonly Payer[], exchange: Exchange, { candidates }: ClaimPorts): BudgetClaims {
  if (payers.length === 0) return NOTHING;
  const { dollars, isFree } = expectedCost(exchange, candidates(exchange));
  if (isFree) return NOTHING;
  const now = Date.now();
  const amount = Math.ceil(dollars * PER_DOLLAR);
  const claims = payers.map(({ spender, purse }): PurseClaim => ({
    kind: 'purse',
    key: purse.counter(now),
    limit: limitOf(spender, now),
    amount,
    spentAtLeast: purse.spent(now),
    keepSeconds: spender.keepSeconds ?? KEEP_SECONDS,
  }));
  return { binding: payers, claims };
}

function limitOf({ limit = 0, extra }: Payer['spender'], now: number): number {
  const more = extra && extra.until > now ? extra.dollars : 0;
  return Math.round((limit + more) * PER_DOLLAR);
}

/** What the others have spent. */
function hear(payers: readonly Payer[], { states }: Afforded, before: number): void {
  for (const [index, { purse }] of payers.entries()) purse.hear(states[before + index]?.spent ?? 0);
}

function refusal(payers: readonly Payer[], spent: PurseSpent, claims: readonly PurseClaim[]) {
  const payer = payers[spent.place];
  const claim = claims[spent.place];
  if (!payer || !claim) throw new Error('A purse refused that was not claimed.');
  return budgetRefusal(payer, spent, claim.limit);
}

function budgetLine(payer: Payer | undefined): string {
  const limit = payer?.spender.limit;
  return limit === undefined ? '' : `x-litellm-key-max-budget: ${limit}\r\n`;
}
