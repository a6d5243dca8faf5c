import { limitsOf, type LimitHolder } from '@showrunner/access';
import type { Limits } from '@showrunner/store';
import type { AccessSettings } from '../config/sections/general-settings/access-settings.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { CallLimiter } from '../keys/limits/call-limiter.ts';
import type { Label } from '../keys/label.ts';
import type { AskedModel } from '../keys/grants/model-grants.ts';
import { paymentOfOne, together, type Payer, type Payment } from '../keys/budgets/payment.ts';
import { PER_DOLLAR } from '../keys/budgets/purse.ts';
import type { Paying } from '../keys/budgets/purses.ts';
import type { VirtualKey } from '../keys/virtual-key.ts';
import { administrator } from './administrator.ts';
import type { HeldCall } from './claim-call.ts';
import { tagLimitsOf } from './permit-rules.ts';

/** Who is answerable for a call. */
export interface Holders {
  /** Nothing where the master key asks. */
  readonly key: VirtualKey | undefined;
  readonly labels: readonly Label[];
  /** Who pays beside them, and is held by nothing. */
  readonly uncounted: Paying | undefined;
}

/** What holds calls beside who makes them. */
export interface HoldingPorts {
  /** What limits count in. */
  readonly store: Limits;
  /** By what a name that is asked for may be granted. */
  readonly models: (name: string) => AskedModel;
  /** The public name of the group that a name means, by which limits and budgets of one model are set. */
  readonly publicName: (name: string) => string;
}

/** Says what holds a call, and who pays for it: its key, its labels, the master key's own limits. */
export class HeldCalls {
  /** Of the master key; nothing where it has no limits. */
  readonly ofAdministrator: CallLimiter | undefined;
  readonly #ports: HoldingPorts;
  readonly #checksFallbacks: boolean;
  /** Of the master key. */
  readonly #ownLimits: readonly LimitHolder[];

  constructor(
    { keyLimits, checksFallbacks }: Pick<AccessSettings, 'keyLimits' | 'checksFallbacks'>,
    ports: HoldingPorts,
  ) {
    this.#ports = ports;
    this.#checksFallbacks = checksFallbacks;
    const holder = `api_key:${administrator.keyId}`;
    this.#ownLimits = keyLimits ? [{ holder, limits: limitsOf(keyLimits) }] : [];
    this.ofAdministrator = keyLimits && new CallLimiter(ports.store, this.#ownLimits);
  }

  byKey(key: VirtualKey, exchange: Exchange): HeldCall {
    const { model } = exchange.request;
    const { publicName, store } = this.#ports;
    const group = key.differsByModel ? publicName(model) : model;
    const mayAsk = this.#standIns(key);
    if (mayAsk) exchange.mayAskInstead = mayAsk;
    return {
      limiter: this.#taggedLimiter(key, exchange, group) ?? key.limiter(store, model, group),
      payment: key.payment(model, group),
      paymentOf: key.hasModelBudgets ? (other) => key.payment(other, publicName(other)) : undefined,
      told: key.payer,
    };
  }

  /** By some label, and by the key where there is one. */
  byLabels(holders: Holders, exchange: Exchange): HeldCall {
    const { key, labels } = holders;
    const { model } = exchange.request;
    const { publicName } = this.#ports;
    const byKey = key && this.byKey(key, exchange);
    const payment = paymentOf(holders, model, publicName(model));
    const differs = key?.hasModelBudgets === true || labels.some((label) => label.hasModelBudgets);
    return {
      limiter: this.#limiterWith(holders, exchange) ?? byKey?.limiter ?? this.#bareLimiter(payment),
      payment,
      paymentOf: differs ? (group) => paymentOf(holders, group, publicName(group)) : undefined,
      told: byKey?.told,
    };
  }

  /** Which fallbacks may stand in: those whose budget is not spent and, where that is asked, those that the key may ask. */
  #standIns(key: VirtualKey): ((group: string) => boolean) | undefined {
    const isHeld = this.#checksFallbacks && !key.models.areOpen;
    if (!isHeld && !key.hasModelBudgets) return undefined;
    return (group) =>
      !(isHeld && key.models.ownerRefusing(this.#ports.models(group))) &&
      key
        .payment(group, this.#ports.publicName(group))
        .limited.every(({ spender, purse }) => spender.model === undefined || !isSpent(spender, purse));
  }

  /** With limits of the key's for some of the call's tags; nothing where it has none. */
  #taggedLimiter(key: VirtualKey, { request, record }: Exchange, group: string): CallLimiter | undefined {
    const limits = key.rules ? tagLimitsOf(key, record.tags) : [];
    if (limits.length === 0) return undefined;
    return new CallLimiter(this.#ports.store, [...key.holders(request.model, group), ...limits]);
  }

  /** Limits of labels and of the caller together; of the master key alone where labels have none. */
  #limiterWith({ key, labels }: Holders, { record, request }: Exchange): CallLimiter | undefined {
    const isAdministrator = record.caller === administrator;
    const limits = labels.flatMap((label) => label.limits ?? []);
    if (limits.length === 0) return isAdministrator ? this.ofAdministrator : undefined;
    const own =
      key?.holders(request.model, this.#ports.publicName(request.model)) ?? (isAdministrator ? this.#ownLimits : []);
    const tagged = key ? tagLimitsOf(key, record.tags) : [];
    return new CallLimiter(this.#ports.store, [...own, ...tagged, ...limits]);
  }

  /** For who has budgets and no limits. */
  #bareLimiter({ limited }: Payment): CallLimiter | undefined {
    return limited.length === 0 ? undefined : new CallLimiter(this.#ports.store, []);
  }
}

/** Who pays where this model answers; `group` is the public name of what it means. */
export function paymentOf({ key, labels, uncounted }: Holders, model: string, group: string): Payment {
  return together([
    ...(key ? [key.payment(model, group)] : []),
    ...labels.map((label) => label.payment(model, group)),
    ...(uncounted ? [paymentOfOne(uncounted)] : []),
  ]);
}

function isSpent({ limit = Infinity }: Payer['spender'], purse: Payer['purse']): boolean {
  return purse.spent() >= limit * PER_DOLLAR;
}
