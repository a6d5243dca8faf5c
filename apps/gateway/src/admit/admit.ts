import type { IncomingHttpHeaders } from 'node:http';
import {
  Authenticator,
  Limiter,
  limitsOf,
  permit,
  type Caller,
  type Identity,
  type LimitHolder,
  type PresentingHead,
} from '@showrunner/access';
import type { RequestHead } from '@showrunner/service';
import type { Limits } from '@showrunner/store';
import type { AccessSettings } from '../config/sections/general-settings.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { RequestControls } from '../exchange/request-controls.ts';
import { badRequest } from '../failure/gateway-error.ts';
import type { KeyDirectory } from '../keys/key-directory.ts';
import type { Label } from '../keys/label.ts';
import type { AskedModel } from '../keys/model-grants.ts';
import { paymentOfOne, together, type Payer, type Payment } from '../keys/payment.ts';
import { PER_DOLLAR } from '../keys/purse.ts';
import type { Paying } from '../keys/purses.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { customerHeaders } from './call-labels.ts';
import { administrator } from './administrator.ts';
import { Admitted } from './admitted.ts';
import { unpricedRefusal } from './budget-refusal.ts';
import { callerRefusal, scopeRefusal } from './caller-refusal.ts';
import { CallsOfAll } from './calls-of-all.ts';
import { expectedCost } from './expected-cost.ts';
import { keyHeaders } from './key-headers.ts';
import { Demands } from './demands.ts';
import { claimCall, paidByOne, paidToo, type ClaimPorts, type HeldCall } from './claim-call.ts';
import { claimLimits, countRequest } from './key-limits.ts';
import { checkModels } from './permit-models.ts';
import { checkLabels, type Labels } from './labels.ts';
import { permittedKey } from './permit-key.ts';
import { checkRules, tagLimitsOf } from './permit-rules.ts';
import { tooMany } from './too-many.ts';

const WITHOUT_LIMITS = new Admitted('', undefined);

/** Whom a gateway without a key answers beside programs of its machine. */
export interface AnsweredPages {
  /** Under which names, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Pages of which origins, beside its own. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** What an admission goes by beside the configuration. */
export interface AdmissionPorts extends ClaimPorts {
  /** What limits count in. */
  readonly store: Limits;
  /** What all workers of this gateway count in; nothing where there are none. */
  readonly workers: Limits | undefined;
  readonly pages: AnsweredPages;
  /** Who holds virtual keys. */
  readonly keys: KeyDirectory;
  /** By what a name that is asked for may be granted. */
  readonly models: (name: string) => AskedModel;
  /** Whether there are models that only the keys of one team may ask. */
  readonly hasTeamModels: boolean;
  /** Whether a deployment wants no request whose price is not known. */
  readonly hasCarefulDeployments: boolean;
  /** What holds calls beside their keys. */
  readonly labels: Labels;
}

/** Decides who may do what, how many and how much. Immutable: a reload makes a new one; what is counted goes on. */
export class Admission {
  /** What each request has to be like; nothing where it may be anything. */
  readonly demands: Demands | undefined;
  /** Everybody on this machine is let in. */
  readonly isKeyless: boolean;
  /** Where keys are looked for, in lower case. */
  readonly keyHeaderNames: readonly string[];
  /** Headers that name customers, in lower case. */
  readonly customerHeaders: readonly string[];
  readonly #allowsMocks: boolean;
  readonly #authenticator: Authenticator;
  readonly #checksFallbacks: boolean;
  readonly #mostInFlight: number;
  /** The same of all workers; nothing where there are none. */
  readonly #callsOfAll: CallsOfAll | undefined;
  readonly #ports: AdmissionPorts;
  /** Of the master key. */
  readonly #ownLimits: readonly LimitHolder[];
  /** The same; nothing where it has no limits. */
  readonly #limiter: Limiter | undefined;

  constructor(
    {
      masterKey,
      keyHeader,
      globalMaxParallelRequests,
      keyLimits,
      customerHeaders: own,
      checksFallbacks,
      allowsMocks,
      demands,
    }: AccessSettings,
    ports: AdmissionPorts,
  ) {
    const { allowedHosts, allowedOrigins } = ports.pages;
    this.#ports = ports;
    this.isKeyless = masterKey === undefined;
    this.#checksFallbacks = checksFallbacks;
    this.customerHeaders = customerHeaders(own);
    this.#allowsMocks = allowsMocks;
    const taken = keyHeaders(keyHeader);
    this.keyHeaderNames = [...new Set([...taken.headers, ...keyHeaders(undefined).headers].map(({ name }) => name))];
    this.#authenticator = new Authenticator({
      headers: taken,
      key: masterKey?.reveal(),
      administrator,
      holders: ports.keys,
      allowedHosts,
      allowedOrigins,
    });
    this.demands = demands && new Demands(demands);
    const isCountedForAll = globalMaxParallelRequests !== undefined && ports.workers !== undefined;
    this.#callsOfAll = isCountedForAll ? new CallsOfAll(ports.workers, globalMaxParallelRequests) : undefined;
    this.#mostInFlight = isCountedForAll ? Infinity : (globalMaxParallelRequests ?? Infinity);
    const holder = `api_key:${administrator.keyId}`;
    this.#ownLimits = keyLimits ? [{ holder, limits: limitsOf(keyLimits) }] : [];
    this.#limiter = keyLimits && new Limiter(ports.store, this.#ownLimits);
  }

  /** Throws a 403 for pages of other sites where there is no key: for routes that ask nobody for one. */
  refuseForeignPage(request: PresentingHead): void {
    if (this.#authenticator.isForeign(request)) throw callerRefusal('foreign_page');
  }

  /**
   * The caller, with `scope` among what they may do. Throws, or rejects with, a 400, 401 or 403, and a 503 where a key
   * cannot be looked up.
   *
   * @param paths that lead to the same: a key may be held to some
   */
  permit(request: RequestHead, scope: string, paths: readonly string[]): Caller | Promise<Caller> {
    const identity = this.#authenticator.identify(request);
    return identity instanceof Promise
      ? identity.then((one) => permitted(one, scope, paths))
      : permitted(identity, scope, paths);
  }

  /** Throws a 400 for what a request asks to be made up, in LiteLLM's words, unless the operator lets callers. */
  refuseMocks({ mocks }: RequestControls): void {
    if (mocks === undefined || this.#allowsMocks) return;
    throw badRequest(
      `Mock testing request params are disabled on this proxy: ${mocks.members.join(', ')}. An admin can enable them by setting \`general_settings.dangerously_allow_mock_testing_request_params: true\` in config.yaml.`,
      mocks.members[0],
    );
  }

  /** Who presents a key of this gateway's, for routes that ask nobody for one; nothing where nobody does, or needs none. */
  async presenter(request: RequestHead): Promise<Caller | undefined> {
    if (this.isKeyless || !this.presentsKey(request.headers)) return undefined;
    const identity = await this.#authenticator.identify(request);
    return identity.kind === 'known' && isGood(identity.caller) ? identity.caller : undefined;
  }

  /** Whether the caller may, for answers that only say more to those who do. */
  async permits(request: RequestHead, scope: string): Promise<boolean> {
    const identity = await this.#authenticator.identify(request);
    return identity.kind === 'known' && isGood(identity.caller) && permit(identity.caller, scope).kind === 'permitted';
  }

  /** Whether a request holds a key, right or wrong. */
  presentsKey(headers: IncomingHttpHeaders): boolean {
    return this.keyHeaderNames.some((name) => headers[name] !== undefined);
  }

  /**
   * Throws a 403 where the caller's key may not ask what is asked for. Throws, or rejects with, a 429 when as many requests
   * are under way as `global_max_parallel_requests` allows, or when a limit of the caller's key is spent. `inFlight` are
   * those that this process answers now.
   */
  admit(exchange: Exchange, inFlight: number): Admitted | Promise<Admitted> {
    if (inFlight >= this.#mostInFlight) throw tooMany(this.#mostInFlight);
    return this.#callsOfAll ? this.#admitAmongAll(this.#callsOfAll, exchange) : this.#admitOne(exchange);
  }

  async #admitAmongAll(calls: CallsOfAll, exchange: Exchange): Promise<Admitted> {
    const held = await calls.claim();
    try {
      return (await this.#admitOne(exchange)).withHeld(held);
    } catch (error) {
      held.settle(0, 0);
      throw error;
    }
  }

  #admitOne(exchange: Exchange): Admitted | Promise<Admitted> {
    const { labels, models } = this.#ports;
    const { caller, customer, tags } = exchange.record;
    const key = caller instanceof VirtualKey ? caller : undefined;
    if (key?.rules) checkRules(key.rules, exchange);
    if (key) checkModels(key, exchange, { describe: models, hasTeamModels: this.#ports.hasTeamModels });
    this.#checkPriced(key, exchange);
    if (customer === undefined && tags.length === 0 && labels.holdsNobody) return this.#admitPlain(key, exchange);
    const found = labels.of(exchange);
    return found instanceof Promise
      ? found.then((those) => this.#admitLabelled(key, exchange, those))
      : this.#admitLabelled(key, exchange, found);
  }

  /** Whether no list of the key's or of those that it belongs to keeps a model out. */
  mayAsk(key: VirtualKey, model: string): boolean {
    return key.models.ownerRefusing(this.#ports.models(model)) === undefined;
  }

  /** Throws a 400 where a price is not known, and each has to be. */
  #checkPriced(key: VirtualKey | undefined, exchange: Exchange): void {
    const { reservation, candidates, hasCarefulDeployments } = this.#ports;
    const isWanted = reservation.refusesUnknown || key?.metadata.refuse_unknown_cost === true;
    if (!isWanted && !hasCarefulDeployments) return;
    const all = candidates(exchange);
    const careful = isWanted ? all : all.filter(({ refusesUnknownCost }) => refusesUnknownCost);
    if (expectedCost(exchange, careful).isUnknown) throw unpricedRefusal(exchange.request.model);
  }

  /**
   * Counts a request that came to nothing, because it cannot be read, among those of its caller. Rejects with a 429 where
   * a limit of theirs is spent.
   */
  async countUnread(caller: Caller): Promise<void> {
    const ofKey = caller instanceof VirtualKey ? caller.limiter(this.#ports.store, '') : undefined;
    const limiter = caller === administrator ? this.#limiter : ofKey;
    if (limiter) await countRequest(limiter);
  }

  /**
   * For what the gateway itself asks in the name of a caller who was let in: nothing holds it up, and whoever pays for the
   * caller's requests pays for it. Rejects where that cannot be looked up.
   */
  async bill(exchange: Exchange): Promise<Admitted> {
    const { model } = exchange.request;
    const { caller } = exchange.record;
    const labels = await this.#ports.labels.of(exchange);
    const uncounted = this.#ports.labels.uncounted(exchange, labels);
    const payment = together([
      ...(caller instanceof VirtualKey ? [caller.payment(model)] : []),
      ...labels.map((label) => label.payment(model)),
      ...(uncounted ? [paymentOfOne(uncounted)] : []),
    ]);
    const held = { limiter: undefined, payment, paymentOf: undefined, told: undefined };
    return claimCall(held, exchange, this.#ports);
  }

  /** @param pays beside the key: a customer whom nobody limits */
  #admitPlain(key: VirtualKey | undefined, exchange: Exchange, pays?: Paying): Admitted | Promise<Admitted> {
    if (key) return claimCall(paidToo(this.#heldByKey(key, exchange), pays), exchange, this.#ports);
    const limiter = exchange.record.caller === administrator ? this.#limiter : undefined;
    const paid = pays && paidByOne(pays, exchange, this.#ports);
    if (limiter) return claimLimits(limiter, exchange, paid);
    return paid ? new Admitted('', undefined, paid) : WITHOUT_LIMITS;
  }

  #admitLabelled(
    key: VirtualKey | undefined,
    exchange: Exchange,
    labels: readonly Label[],
  ): Admitted | Promise<Admitted> {
    const uncounted = this.#ports.labels.uncounted(exchange, labels);
    if (labels.length === 0) return this.#admitPlain(key, exchange, uncounted);
    checkLabels(labels, exchange, this.#ports.models);
    const { model } = exchange.request;
    const byKey = key && this.#heldByKey(key, exchange);
    const payment = together([
      ...(byKey ? [byKey.payment] : []),
      ...labels.map((label) => label.payment(model)),
      ...(uncounted ? [paymentOfOne(uncounted)] : []),
    ]);
    const limiter = this.#limiterWith(key, exchange, labels) ?? byKey?.limiter;
    const paymentOf =
      key?.hasModelBudgets === true || labels.some((label) => label.hasModelBudgets)
        ? (group: string) =>
            together([
              ...(key ? [key.payment(group)] : []),
              ...labels.map((label) => label.payment(group)),
              ...(uncounted ? [paymentOfOne(uncounted)] : []),
            ])
        : undefined;
    const held = { payment, paymentOf, told: byKey?.told, limiter: limiter ?? this.#bareLimiter(payment) };
    return claimCall(held, exchange, this.#ports);
  }

  #heldByKey(key: VirtualKey, exchange: Exchange): HeldCall {
    const { model } = exchange.request;
    const mayAsk = this.#standIns(key);
    if (mayAsk) exchange.mayAskInstead = mayAsk;
    const { tags } = exchange.record;
    return {
      limiter: this.#taggedLimiter(key, model, tags) ?? key.limiter(this.#ports.store, model),
      payment: key.payment(model),
      paymentOf: key.hasModelBudgets ? (group) => key.payment(group) : undefined,
      told: key.payer,
    };
  }

  /** With limits of the key's for some of the call's tags; nothing where it has none. */
  #taggedLimiter(key: VirtualKey, model: string, tags: readonly string[]): Limiter | undefined {
    const limits = key.rules ? tagLimitsOf(key, tags) : [];
    return limits.length === 0 ? undefined : new Limiter(this.#ports.store, [...key.holders(model), ...limits]);
  }

  /** Which fallbacks may stand in: those whose budget is not spent and, where that is asked, those that the key may ask. */
  #standIns(key: VirtualKey): ((group: string) => boolean) | undefined {
    const isHeld = this.#checksFallbacks && !key.models.areOpen;
    if (!isHeld && !key.hasModelBudgets) return undefined;
    return (group) =>
      !(isHeld && key.models.ownerRefusing(this.#ports.models(group))) &&
      key.payment(group).limited.every(({ spender, purse }) => spender.model === undefined || !isSpent(spender, purse));
  }

  /** Limits of labels and of the caller together; nothing where labels have none. */
  #limiterWith(key: VirtualKey | undefined, exchange: Exchange, labels: readonly Label[]): Limiter | undefined {
    const isAdministrator = exchange.record.caller === administrator;
    const limits = labels.flatMap((label) => label.limits ?? []);
    if (limits.length === 0) return isAdministrator ? this.#limiter : undefined;
    const own = key?.holders(exchange.request.model) ?? (isAdministrator ? this.#ownLimits : []);
    const tagged = key ? tagLimitsOf(key, exchange.record.tags) : [];
    return new Limiter(this.#ports.store, [...own, ...tagged, ...limits]);
  }

  /** For who has budgets and no limits. */
  #bareLimiter({ limited }: Payment): Limiter | undefined {
    return limited.length === 0 ? undefined : new Limiter(this.#ports.store, []);
  }
}

function permitted(identity: Identity, scope: string, paths: readonly string[]): Caller {
  if (identity.kind !== 'known') throw callerRefusal(identity.kind);
  const { caller } = identity;
  if (caller instanceof VirtualKey) return permittedKey(caller, scope, paths);
  const permission = permit(caller, scope);
  if (permission.kind === 'lacks_scope') throw scopeRefusal(permission.scope);
  return caller;
}

function isSpent({ limit = Infinity }: Payer['spender'], purse: Payer['purse']): boolean {
  return purse.spent() >= limit * PER_DOLLAR;
}

function isGood(caller: Caller): boolean {
  return !(caller instanceof VirtualKey) || caller.standing(Date.now()) === 'good';
}
