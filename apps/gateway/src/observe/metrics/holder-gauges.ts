import type { SharedState } from '@showrunner/store';
import type { Caller, Limit } from '@showrunner/access';
import { PER_DOLLAR } from '../../keys/budgets/purse.ts';
import type { Label } from '../../keys/label.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { purseName } from '../../stored/entities/purse-name.ts';
import { callerFacts } from '../caller-facts.ts';
import { heldBudget, type HeldBudget } from '../held-budget.ts';
import type { Figure, GaugeFamily } from './gauges.ts';
import { callerLabels, written, type LabelValues } from './label-values.ts';
import type { UnusedBudgets } from './unused-budgets.ts';
import type { SeenCaller } from './seen.ts';

const HOUR_MS = 3_600_000;

/** What LiteLLM tells where there is no limit: Python's `sys.maxsize`. */
const NO_LIMIT = 2 ** 63;

export interface HolderPorts {
  /** Customers that were heard of. */
  readonly customers: () => Iterable<Label>;
  /** Customers are told apart. */
  readonly showsCustomers: boolean;
  /** Budgets of those who have not called yet; nothing where they are not told. */
  readonly unused: UnusedBudgets | undefined;
  /** Everybody who was heard of. */
  readonly seen: () => Iterable<SeenCaller>;
  /** What limits count in. */
  readonly shared: () => SharedState;
}

/** What is left to those who call: of their budgets, and of their limits as they stood at their last call. */
export function holderGauges(ports: HolderPorts): readonly GaugeFamily[] {
  const { seen, shared } = ports;
  const callers: Callers = () => Iterator.from(seen()).map(({ caller }) => caller);
  return [
    ...budgetGauges(
      'key',
      heldBudgets(callers, ({ holding }) => holding.key),
      ports,
      callers,
    ),
    ...budgetGauges(
      'team',
      heldBudgets(callers, ({ holding }) => holding.team),
      ports,
    ),
    ...budgetGauges(
      'user',
      heldBudgets(callers, ({ holding }) => holding.user),
      ports,
      callers,
    ),
    ...budgetGauges(
      'organization',
      heldBudgets(callers, ({ holding }) => holding.organization),
      ports,
    ),
    ...(ports.showsCustomers ? budgetGauges('customer', customerBudgets(ports.customers), ports) : []),
    ...limitGauges('api_key', callers, shared),
    ...limitGauges('team', callers, shared),
    ...modelGauges(seen, shared),
  ];
}

const BUDGET_NAMES = {
  key: [
    'litellm_remaining_api_key_budget_metric',
    'litellm_api_key_max_budget_metric',
    'litellm_api_key_budget_remaining_hours_metric',
  ],
  team: [
    'litellm_remaining_team_budget_metric',
    'litellm_team_max_budget_metric',
    'litellm_team_budget_remaining_hours_metric',
  ],
  user: [
    'litellm_remaining_user_budget_metric',
    'litellm_user_max_budget_metric',
    'litellm_user_budget_remaining_hours_metric',
  ],
  organization: [
    'litellm_remaining_org_budget_metric',
    'litellm_org_max_budget_metric',
    'litellm_org_budget_remaining_hours_metric',
  ],
  customer: [
    'litellm_remaining_customer_budget_metric',
    'litellm_customer_max_budget_metric',
    'litellm_customer_budget_remaining_hours_metric',
  ],
} as const;

type Callers = () => Iterable<Caller>;

/** A budget with the labels of whose it is. */
interface LabelledBudget {
  readonly id: string;
  readonly labels: LabelValues;
  readonly budget: HeldBudget;
}

/** @param unlimited of whom else it is told that they have no budget: whoever calls without a virtual key */
function budgetGauges(
  kind: keyof typeof BUDGET_NAMES,
  held: () => Iterable<LabelledBudget>,
  { unused }: HolderPorts,
  unlimited?: Callers,
): readonly GaugeFamily[] {
  const [remaining, most, hours] = BUDGET_NAMES[kind];
  const figures = async (read: (budget: HeldBudget) => number | undefined): Promise<Figure[]> => {
    const own = [...held()];
    const called = new Set(own.map(({ id }) => id));
    const further = unused ? (await unused.of(kind)).filter(({ id }) => !called.has(id)) : [];
    return [...own, ...further].flatMap(({ labels, budget }) => {
      const value = read(budget);
      return value === undefined ? [] : [{ labels, value }];
    });
  };
  return [
    {
      name: remaining,
      help: `US dollars that a ${kind} may still spend; infinite without a budget.`,
      merge: 'min',
      read: async () => [...(await figures(remainingOf)), ...(unlimited ? withoutKey(unlimited(), Infinity) : [])],
    },
    {
      name: most,
      help: `US dollars that a ${kind} may spend.`,
      merge: 'max',
      read: () => figures(({ most: dollars }) => dollars),
    },
    {
      name: hours,
      help: `Hours until the budget of a ${kind} begins anew.`,
      merge: 'max',
      read: () => figures(hoursOf),
    },
  ];
}

function heldBudgets(callers: Callers, entityOf: (key: VirtualKey) => Entity | undefined) {
  return function* (): Iterable<LabelledBudget> {
    for (const caller of callers()) {
      if (!(caller instanceof VirtualKey)) continue;
      const entity = entityOf(caller);
      const budget = heldBudget(caller, entity);
      if (entity && budget) yield { id: entity.id, labels: callerLabels(callerFacts(caller)), budget };
    }
  };
}

function customerBudgets(customers: HolderPorts['customers']) {
  return function* (): Iterable<LabelledBudget> {
    for (const { id, kind, payers } of customers()) {
      const name = purseName({ kind, id });
      const payer = payers.find(({ spender }) => spender.purse === name);
      if (payer)
        yield { id, labels: { end_user: written(id) }, budget: { most: payer.spender.limit, purse: payer.purse } };
    }
  };
}

function remainingOf({ most, purse }: HeldBudget): number {
  return most === undefined ? Infinity : (Math.round(most * PER_DOLLAR) - purse.spent()) / PER_DOLLAR;
}

function hoursOf({ purse }: HeldBudget): number | undefined {
  const endsAt = purse.windowEndsAt();
  return endsAt === null ? undefined : (endsAt - Date.now()) / HOUR_MS;
}

/** Of the master key. */
function* withoutKey(callers: Iterable<Caller>, value: number): Iterable<Figure> {
  for (const caller of callers) {
    if (!(caller instanceof VirtualKey)) yield { labels: callerLabels(callerFacts(caller)), value };
  }
}

const LIMIT_NAMES = {
  api_key: ['litellm_api_key_rate_limit_allowed_metric', 'litellm_api_key_rate_limit_used_metric'],
  team: ['litellm_team_rate_limit_allowed_metric', 'litellm_team_rate_limit_used_metric'],
} as const;

function limitGauges(
  holder: keyof typeof LIMIT_NAMES,
  callers: Callers,
  shared: HolderPorts['shared'],
): readonly GaugeFamily[] {
  const [allowed, used] = LIMIT_NAMES[holder];
  const who = holder === 'team' ? 'team' : 'key';
  const figures = (read: (held: HeldLimit) => number) => limitFigures(callers(), shared(), holder, read);
  return [
    {
      name: allowed,
      help: `Requests and tokens that a ${who} may have in a minute.`,
      merge: 'max',
      read: () => figures(({ limit }) => limit.most),
    },
    {
      name: used,
      help: `Requests and tokens that a ${who} had in its minute, at its last call.`,
      merge: 'max',
      read: () => figures(({ limit, remaining }) => limit.most - remaining),
    },
  ];
}

interface HeldLimit {
  readonly limit: Limit;
  readonly remaining: number;
}

function* limitFigures(
  callers: Iterable<Caller>,
  shared: SharedState,
  kind: string,
  read: (held: HeldLimit) => number,
): Iterable<Figure> {
  for (const caller of callers) {
    for (const held of limitsOf(caller, shared, '', kind)) {
      const labels = { ...callerLabels(callerFacts(caller)), rate_limit_type: held.limit.unit };
      yield { labels, value: read(held) };
    }
  }
}

/** The limits of requests and tokens that one kind of holder had at a caller's last call of a model. */
function* limitsOf(caller: Caller, shared: SharedState, model: string, kind: string): Iterable<HeldLimit> {
  const limiter = caller instanceof VirtualKey ? caller.limiter(shared, model) : undefined;
  if (!limiter) return;
  const { holders, limits } = limiter;
  for (const [index, limit] of limits.entries()) {
    const remaining = limiter.remaining[index];
    const isAsked = limit.unit !== 'parallel' && holders[index]?.startsWith(`${kind}:`) === true;
    if (isAsked && remaining !== undefined) yield { limit, remaining };
  }
}

/** Limits of a key for one model; without any, a number that nobody reaches. */
function modelGauges(seen: HolderPorts['seen'], shared: HolderPorts['shared']): readonly GaugeFamily[] {
  const names = {
    requests: 'litellm_remaining_api_key_requests_for_model',
    tokens: 'litellm_remaining_api_key_tokens_for_model',
  } as const;
  return (['requests', 'tokens'] as const).map((unit) => ({
    name: names[unit],
    help: `What a key has left of its ${unit} a minute for a model, at its last call.`,
    merge: 'min',
    *read() {
      for (const { caller, deployments } of seen()) {
        const labels = callerLabels(callerFacts(caller));
        for (const [id, byName] of deployments) {
          for (const { model } of byName.values()) {
            const held = [...limitsOf(caller, shared(), model, 'model_per_key')].find(
              ({ limit }) => limit.unit === unit,
            );
            yield { labels: { ...labels, model, model_id: id }, value: held?.remaining ?? NO_LIMIT };
          }
        }
      }
    },
  }));
}
