import type { Afforded, Held } from '@showrunner/access';
import type { Exchange } from '../exchange/exchange.ts';
import type { BudgetWatch } from '../keys/budgets/budget-watch.ts';
import type { CallLimiter } from '../keys/limits/call-limiter.ts';
import { paymentOfOne, together, type Payer, type Payment } from '../keys/budgets/payment.ts';
import type { Paying, Purses } from '../keys/budgets/purses.ts';
import { PER_DOLLAR } from '../keys/budgets/purse.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { asPythonFloat } from '../litellm/python-float.ts';
import { Admitted, type PaidBy } from './admitted.ts';
import {
  claimsOn,
  hearSpent,
  limitOf,
  shortOf,
  spentRefusal,
  type BudgetClaims,
  type BudgetPorts,
} from './budget-claims.ts';
import { expectedTokens } from './expected-use.ts';
import { limitRefusal } from './limit-refusal.ts';

/** What claims go by beside the key. */
export interface ClaimPorts extends BudgetPorts {
  readonly purses: Purses;
  readonly budgetWatch: BudgetWatch;
}

/** What holds a call, and who pays for it. */
export interface HeldCall {
  /** Nothing where nothing limits it. */
  readonly limiter: CallLimiter | undefined;
  readonly payment: Payment;
  /** Who pays where a fallback answers, by its name; nothing where that is the same. */
  readonly paymentOf: ((group: string) => Payment) | undefined;
  /** Whose budget its caller is told of. */
  readonly told: Payer | undefined;
}

/**
 * Claims what limits a call, and reserves what it may cost in each budget that binds it: all together or nothing. Throws,
 * or rejects with, a 429 that says which has nothing left and when to come again.
 */
export function claimCall(call: HeldCall, exchange: Exchange, ports: ClaimPorts): Admitted | Promise<Admitted> {
  const { limiter, payment, told } = call;
  if (!limiter) return new Admitted('', undefined, paidBy(call, exchange, ports));
  const budgets = claimsOn(payment.limited, exchange, ports);
  const use = { expectedTokens: () => expectedTokens(exchange), requests: exchange.operation.requests };
  const answer = limiter.claimWith(use, budgets.claims);
  const admit = (one: Afforded): Admitted => {
    const lines = limiter.lines.of(one.states);
    const isWhole = ports.reservation.kind === 'max' || use.requests !== undefined;
    const held = heldOr429(one, { budgets, ports, lines, before: limiter.limits.length, isWhole });
    return new Admitted(lines + budgetLine(told), held, paidBy(call, exchange, ports, budgets));
  };
  return answer instanceof Promise ? answer.then(admit) : admit(answer);
}

interface Claimed {
  readonly budgets: BudgetClaims;
  readonly ports: ClaimPorts;
  /** What the caller is told of its limits. */
  readonly lines: string;
  /** How many limits of requests and tokens stand before the budgets. */
  readonly before: number;
  /** Whether it is refused where less is left than it may cost: also where many are let in together or none. */
  readonly isWhole: boolean;
}

function heldOr429(one: Afforded, { budgets, ports: { reservation }, lines, before, isWhole }: Claimed): Held {
  hearSpent(budgets, one, before);
  if (one.kind === 'spent') throw limitRefusal(one, lines);
  if (one.kind === 'purse_spent') throw spentRefusal(budgets, one, reservation.exceededStatus);
  const short = isWhole ? shortOf(budgets, one, before) : undefined;
  if (!short) return one;
  one.settle(0, 0);
  throw spentRefusal(budgets, short, reservation.exceededStatus);
}

function paidBy(
  { payment: { purses, watched }, paymentOf }: Pick<HeldCall, 'payment' | 'paymentOf'>,
  { record: { caller }, request }: Exchange,
  ports: ClaimPorts,
  budgets?: BudgetClaims,
): PaidBy {
  return {
    purses: ports.purses,
    by: purses,
    watched,
    watch: ports.budgetWatch,
    paymentOf,
    budgets,
    usual: budgets && caller instanceof VirtualKey ? { outputs: caller.usualOutputs, model: request.model } : undefined,
  };
}

/** The same with somebody more who pays, whom nothing holds. */
export function paidToo(call: HeldCall, pays: Paying | undefined): HeldCall {
  if (!pays) return call;
  const { paymentOf } = call;
  const more = paymentOfOne(pays);
  return {
    ...call,
    payment: together([call.payment, more]),
    paymentOf: paymentOf && ((group) => together([paymentOf(group), more])),
  };
}

/** Whoever pays alone, and is held by no budget. */
export function paidByOne(pays: Paying, exchange: Exchange, ports: ClaimPorts): PaidBy {
  return paidBy({ payment: paymentOfOne(pays), paymentOf: undefined }, exchange, ports);
}

/** What it may spend now, with what it was given for a time. */
function budgetLine(payer: Payer | undefined): string {
  if (payer?.spender.limit === undefined) return '';
  const { limit: usual, extra } = payer.spender;
  const limit = extra ? limitOf(payer.spender, Date.now()) / PER_DOLLAR : usual;
  return limit === undefined ? '' : `x-litellm-key-max-budget: ${asPythonFloat(limit)}\r\n`;
}
