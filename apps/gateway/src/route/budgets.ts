import type { RoutingSettings } from '../config/sections/router-settings.ts';
import type { Budget, Deployment } from '../exchange/deployment/deployment.ts';
import type { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import type { Observer } from '../exchange/record/observers.ts';
import type { FinishedRecord } from '../exchange/record/record.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import type { DeploymentFilter } from './filters/deployment-filter.ts';

/** Counters are whole numbers: a billionth of a dollar is a thousandth of what the cheapest token costs. */
const PER_DOLLAR = 1_000_000_000;

/** A budget, whose it is, and under which name it is counted. */
interface Holder {
  readonly key: string;
  readonly name: string;
  readonly budget: Budget;
}

/**
 * What vendors and deployments may cost: LiteLLM's `provider_budget_config`, and `max_budget` with `budget_duration` of a
 * deployment. What is spent is counted when a request is over and told to other replicas behind it, so that a budget is
 * passed by what is under way at that moment, as in LiteLLM.
 */
export class Budgets implements Observer {
  readonly #ofProviders: ReadonlyMap<string, Budget>;
  readonly #states: DeploymentStates;

  constructor(ofProviders: ReadonlyMap<string, Budget>, states: DeploymentStates) {
    this.#ofProviders = ofProviders;
    this.#states = states;
  }

  exchangeEnded({ deployment, cost, isCacheHit }: FinishedRecord): void {
    if (!deployment || cost === undefined || cost === 0 || isCacheHit) return;
    for (const { key, budget } of this.#holdersOf(deployment)) {
      this.#states.counters.add(key, Math.round(cost * PER_DOLLAR), budget.seconds);
    }
  }

  /** What vendors with a budget may still cost, in US dollars. */
  *remainingOfProviders(): Iterable<readonly [provider: string, dollars: number]> {
    for (const [name, budget] of this.#ofProviders) {
      const { key } = holder('provider', name, budget);
      this.#states.counters.watch(key, budget.seconds);
      yield [name, budget.dollars - this.#states.counters.read(key) / PER_DOLLAR];
    }
  }

  /** Leaves those that have something left. Throws a 429 where nobody has. */
  readonly filter: DeploymentFilter = (deployments, { group }) => {
    const spent = new Map(deployments.map((deployment) => [deployment, this.#spentBy(deployment)]));
    const able = deployments.filter((deployment) => spent.get(deployment)?.length === 0);
    if (able.length === deployments.length) return deployments;
    if (able.length > 0) return able;
    const reasons = new Set([...spent.values()].flat());
    throw new GatewayError({
      status: 429,
      type: 'throttling_error',
      message: `No deployments available - crossed budget: ${[...reasons].join('; ')}. Passed model=${group}`,
    });
  };

  /** Which of its budgets are spent. */
  #spentBy(deployment: Deployment): string[] {
    return this.#holdersOf(deployment).flatMap(({ key, name, budget }) => {
      this.#states.counters.watch(key, budget.seconds);
      const spent = this.#states.counters.read(key) / PER_DOLLAR;
      return spent >= budget.dollars ? [`Exceeded budget for ${name}: ${spent} >= ${budget.dollars}`] : [];
    });
  }

  #holdersOf({ id, adapter, budget }: Deployment): Holder[] {
    const ofProvider = this.#ofProviders.get(adapter.name);
    return [
      ...(ofProvider ? [holder('provider', adapter.name, ofProvider)] : []),
      ...(budget ? [holder('deployment', id, budget)] : []),
    ];
  }
}

function holder(kind: 'provider' | 'deployment', name: string, budget: Budget): Holder {
  return { key: `budget:${kind}:${name}:${budget.seconds}`, name: `${kind} ${name}`, budget };
}

/** Nothing where nobody has a budget. */
export function budgetsOf(
  { providerBudgets }: RoutingSettings,
  deployments: readonly Deployment[],
  states: DeploymentStates,
): Budgets | undefined {
  const hasAny = providerBudgets.size > 0 || deployments.some(({ budget }) => budget !== undefined);
  return hasAny ? new Budgets(providerBudgets, states) : undefined;
}
