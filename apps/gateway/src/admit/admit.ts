import type { Caller } from '@showrunner/access';
import type { Limits } from '@showrunner/store';
import type { AccessSettings } from '../config/sections/general-settings/access-settings.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { RequestControls } from '../exchange/asked/request-controls.ts';
import { badRequest } from '../failure/gateway-error.ts';
import type { Label } from '../keys/label.ts';
import type { Paying } from '../keys/budgets/purses.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { administrator } from './administrator.ts';
import { Admitted } from './admitted.ts';
import { unpricedRefusal } from './budget-refusal.ts';
import { customerHeaders } from './call-labels.ts';
import { CallsOfAll } from './calls-of-all.ts';
import { claimCall, paidByOne, paidToo, type ClaimPorts } from './claim-call.ts';
import { Demands } from './demands.ts';
import { expectedCost } from './expected-cost.ts';
import { HeldCalls, paymentOf, type HoldingPorts } from './held-calls.ts';
import { claimLimits, countRequest } from './key-limits.ts';
import { checkLabels, type Labels } from './labels.ts';
import { checkModels } from './permit-models.ts';
import { checkRules } from './permit-rules.ts';
import { tooMany } from './too-many.ts';

const WITHOUT_LIMITS = new Admitted('', undefined);

/** What an admission goes by beside the configuration. */
export interface AdmissionPorts extends ClaimPorts, HoldingPorts {
  /** What all workers of this gateway count in; nothing where there are none. */
  readonly workers: Limits | undefined;
  /** Whether there are models that only the keys of one team may ask. */
  readonly hasTeamModels: boolean;
  /** Whether a deployment wants no request whose price is not known. */
  readonly hasCarefulDeployments: boolean;
  /** What holds calls beside their keys. */
  readonly labels: Labels;
}

/**
 * Decides which models a caller may ask, how many calls it may make, and for how much. Immutable: a reload makes a new one;
 * what is counted goes on.
 */
export class Admission {
  /** What each request has to be like; nothing where it may be anything. */
  readonly demands: Demands | undefined;
  /** Headers that name customers, in lower case. */
  readonly customerHeaders: readonly string[];
  readonly #allowsMocks: boolean;
  readonly #mostInFlight: number;
  /** The same of all workers; nothing where there are none. */
  readonly #callsOfAll: CallsOfAll | undefined;
  readonly #held: HeldCalls;
  readonly #ports: AdmissionPorts;

  constructor(settings: AccessSettings, ports: AdmissionPorts) {
    const { globalMaxParallelRequests: most, customerHeaders: own, allowsMocks, demands } = settings;
    this.#ports = ports;
    this.#held = new HeldCalls(settings, ports);
    this.customerHeaders = customerHeaders(own);
    this.#allowsMocks = allowsMocks;
    this.demands = demands && new Demands(demands);
    this.#callsOfAll = ports.workers && most !== undefined ? new CallsOfAll(ports.workers, most) : undefined;
    this.#mostInFlight = this.#callsOfAll ? Infinity : (most ?? Infinity);
  }

  /** Throws a 400 for what a request asks to be made up, in LiteLLM's words, unless the operator lets callers. */
  refuseMocks({ mocks }: RequestControls): void {
    if (mocks === undefined || this.#allowsMocks) return;
    throw badRequest(
      `Mock testing request params are disabled on this proxy: ${mocks.members.join(', ')}. An admin can enable them by setting \`general_settings.dangerously_allow_mock_testing_request_params: true\` in config.yaml.`,
      mocks.members[0],
    );
  }

  /** Whether no list of the key's or of those that it belongs to keeps a model out. */
  mayAsk(key: VirtualKey, model: string): boolean {
    return key.models.ownerRefusing(this.#ports.models(model)) === undefined;
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

  /** Whether a budget binds a request, whichever model it asks. Rejects where that cannot be looked up. */
  async hasBudget(exchange: Exchange): Promise<boolean> {
    const { caller } = exchange.record;
    const labels = await this.#labelsOf(exchange);
    const payers = [...(caller instanceof VirtualKey ? [caller] : []), ...labels].flatMap((one) => one.payers);
    return payers.some(({ spender }) => spender.limit !== undefined);
  }

  /**
   * For what the gateway itself asks in the name of a caller who was let in: nothing holds it up, and whoever pays for the
   * caller's requests pays for it. Rejects where that cannot be looked up.
   */
  async bill(exchange: Exchange): Promise<Admitted> {
    const { caller } = exchange.record;
    const labels = await this.#labelsOf(exchange);
    const uncounted = this.#ports.labels.uncounted(exchange, labels);
    const key = caller instanceof VirtualKey ? caller : undefined;
    const { model } = exchange.request;
    const payment = paymentOf({ key, labels, uncounted }, model, this.#ports.publicName(model));
    const held = { limiter: undefined, payment, paymentOf: undefined, told: undefined };
    return claimCall(held, exchange, this.#ports);
  }

  /**
   * Counts a request that came to nothing, because it cannot be read, among those of its caller. Rejects with a 429 where
   * a limit of theirs is spent.
   */
  async countUnread(caller: Caller): Promise<void> {
    const ofKey = caller instanceof VirtualKey ? caller.limiter(this.#ports.store, '') : undefined;
    const limiter = caller === administrator ? this.#held.ofAdministrator : ofKey;
    if (limiter) await countRequest(limiter);
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
    const groups = this.#openingGroups(key, exchange);
    if (customer === undefined && tags.length === 0 && groups === undefined && labels.holdsNobody) {
      return this.#admitPlain(key, exchange);
    }
    const found = labels.of(exchange, groups);
    return found instanceof Promise
      ? found.then((those) => this.#admitLabelled(key, exchange, those))
      : this.#admitLabelled(key, exchange, found);
  }

  /** The access groups that open the model to a key and may have a budget; nothing where there are none, which costs nothing. */
  #openingGroups(key: VirtualKey | undefined, { request }: Exchange): readonly string[] | undefined {
    const { labels, models } = this.#ports;
    if (!key || key.models.areOpen || labels.hasNoGroupBudgets) return undefined;
    const groups = labels.openingGroups(key, models(request.model));
    return groups.length === 0 ? undefined : groups;
  }

  async #labelsOf(exchange: Exchange): Promise<readonly Label[]> {
    const { caller } = exchange.record;
    return this.#ports.labels.of(
      exchange,
      this.#openingGroups(caller instanceof VirtualKey ? caller : undefined, exchange),
    );
  }

  /** Throws a 400 where a price is not known, and each has to be. */
  #checkPriced(key: VirtualKey | undefined, exchange: Exchange): void {
    const { reservation, candidates, hasCarefulDeployments } = this.#ports;
    const isWanted = reservation.refusesUnknown || key?.metadata.refuse_unknown_cost === true;
    if (!isWanted && !hasCarefulDeployments) return;
    const all = candidates(exchange);
    const careful = isWanted ? all : all.filter(({ refusesUnknownCost }) => refusesUnknownCost);
    if (!isWanted && careful.length === 0) return;
    if (expectedCost(exchange, careful).isUnknown) throw unpricedRefusal(exchange.request.model);
  }

  /** @param pays beside the key: a customer whom nobody limits */
  #admitPlain(key: VirtualKey | undefined, exchange: Exchange, pays?: Paying): Admitted | Promise<Admitted> {
    if (key) return claimCall(paidToo(this.#held.byKey(key, exchange), pays), exchange, this.#ports);
    const limiter = exchange.record.caller === administrator ? this.#held.ofAdministrator : undefined;
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
    return claimCall(this.#held.byLabels({ key, labels, uncounted }, exchange), exchange, this.#ports);
  }
}
