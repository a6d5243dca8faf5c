import type { Afforded, PurseSpent } from '@showrunner/access';
import type { PurseClaim } from '@showrunner/store';
import type { ReservationSettings } from '../config/spending-settings.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { GatewayError } from '../failure/gateway-error.ts';
import type { BatchReserves } from '../keys/budgets/batch-reserves.ts';
import type { Payer } from '../keys/budgets/payment.ts';
import { KEEP_SECONDS, PER_DOLLAR } from '../keys/budgets/purse.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { budgetRefusal, unverifiedRefusal } from './budget-refusal.ts';
import { expectedCost } from './expected-cost.ts';

/** What reservations go by beside the call. */
export interface BudgetPorts {
  /** Who may answer an exchange. */
  readonly candidates: (exchange: Exchange) => readonly Deployment[];
  readonly reservation: ReservationSettings;
  /** What is kept free of budgets for batches. */
  readonly reserves: Pick<BatchReserves, 'of'>;
  /** Whether what other replicas spend is not known now. */
  readonly isAlone: () => boolean;
}

/** Budgets that bind a call, and what of each is claimed for it, in the same order. */
export interface BudgetClaims {
  readonly binding: readonly Payer[];
  readonly claims: readonly PurseClaim[];
}

const NOTHING: BudgetClaims = { binding: [], claims: [] };

/**
 * What is claimed for a call of each budget that binds it. What costs nothing is answered with an empty purse too. Throws
 * a 503 where budgets are to hold exactly, and cannot now.
 */
export function claimsOn(payers: readonly Payer[], exchange: Exchange, ports: BudgetPorts): BudgetClaims {
  if (payers.length === 0) return NOTHING;
  const { candidates, reservation, reserves, isAlone } = ports;
  const { dollars, isFree } = expectedCost(exchange, candidates(exchange), usualOutput(exchange, reservation));
  if (isFree) return NOTHING;
  if (reservation.failsClosed && isAlone()) throw unverifiedRefusal();
  const now = Date.now();
  const amount = reservation.kind === 'none' ? 0 : Math.ceil(dollars * PER_DOLLAR);
  const claims = payers.map(({ spender, purse }): PurseClaim => ({
    kind: 'purse',
    key: purse.counter(now),
    limit: limitOf(spender, now) - reserves.of(purse.name),
    amount,
    spentAtLeast: purse.spent(now),
    keepSeconds: spender.keepSeconds ?? KEEP_SECONDS,
  }));
  return { binding: payers, claims };
}

/** How long an answer is expected to be that may be longer. */
function usualOutput({ record: { caller }, request }: Exchange, { kind }: ReservationSettings): number | undefined {
  if (kind === 'max') return Infinity;
  return caller instanceof VirtualKey ? caller.usualOutputs.of(request.model) : undefined;
}

/** What may be spent now, in parts of a dollar. */
export function limitOf({ limit = 0, extra }: Payer['spender'], now: number): number {
  const more = extra && extra.until > now ? extra.dollars : 0;
  return Math.round((limit + more) * PER_DOLLAR);
}

/** Hears what the others have spent; `before` stand the limits of requests and tokens. */
export function hearSpent({ binding }: BudgetClaims, { states }: Afforded, before: number): void {
  for (const [index, { purse }] of binding.entries()) purse.hear(states[before + index]?.spent ?? 0);
}

/** What a caller is told of the budget that had no room. */
export function spentRefusal({ binding }: BudgetClaims, spent: PurseSpent, status: number): GatewayError {
  const payer = binding[spent.place];
  if (!payer) throw new Error('A purse refused that was not claimed.');
  return budgetRefusal(payer, spent, { limit: limitOf(payer.spender, Date.now()), status });
}

/**
 * The budget of which less is left than a call that was let in may cost: one alone is reserved no more than what is left,
 * which is not enough where nothing may be spent beyond.
 */
export function shortOf({ claims }: BudgetClaims, { states }: Afforded, before: number): PurseSpent | undefined {
  const place = claims.findIndex(({ amount }, index) => (states[before + index]?.reserved ?? 0) < amount);
  const state = states[before + place];
  return place < 0 || !state ? undefined : { kind: 'purse_spent', states, place, state };
}
