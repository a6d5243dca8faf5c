import type { Caller, Grants, LimitHolder } from '@showrunner/access';
import type { Limits } from '@showrunner/store';
import type { Mapping } from '../json/mapping.ts';
import { CallLimiter } from './limits/call-limiter.ts';
import { Few } from './few.ts';
import { holderLimits, limitedModels, modelLimits } from './limits/holder-limits.ts';
import type { Holding } from './holding.ts';
import { keyRulesOf, notKept, type KeyRules } from './grants/key-rules.ts';
import { ModelLists } from './grants/model-lists.ts';
import { scopesOf } from './grants/roles.ts';
import { RouteGrants } from './grants/route-grants.ts';
import type { PurseRow } from '../stored/entity-tables.ts';
import { Payments, type Payer, type Payment } from './budgets/payment.ts';
import type { Purses } from './budgets/purses.ts';
import { ownCallbacksOf, type OwnCallbacks } from './own-callbacks.ts';
import { mappingIn, textIn, textsIn, timeIn } from './settings.ts';
import { UsualOutputs } from './budgets/usual-output.ts';
import { sparedGuardsOf } from './grants/spared-guards.ts';
import { spendersOf, type SpendingRules } from './budgets/spenders.ts';

/** Stands for the limiter of calls that nothing limits. */
const UNLIMITED = 'unlimited';

/** One for all who have none. */
const NO_NAMES: readonly string[] = [];

/** What may be wrong with a key that is known. */
export type Standing = 'good' | 'expired' | 'blocked' | 'team_blocked' | 'not_kept';

/** What a key pays out of. */
export interface KeyPurses {
  readonly purses: Purses;
  readonly rules: SpendingRules;
  /** What the database has of them. */
  readonly rows: ReadonlyMap<string, PurseRow>;
}

/** Tells apart keys as they were read. */
let serials = 0;

/** The holder of a virtual key: made once when the key is first seen, and asked with each of its calls. */
export class VirtualKey implements Caller {
  /** Of this object: a key that is read anew, because anything about it was changed, has another. */
  readonly serial = ++serials;
  readonly keyId: string;
  /** By which it was found: what LiteLLM calls a key by in what it tells. */
  readonly digest: string;
  readonly workspace: string;
  readonly scopes: ReadonlySet<string>;
  readonly grants: Grants;
  readonly alias: string | undefined;
  readonly userId: string | undefined;
  readonly teamId: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** `allowed_routes`; nothing where it is held to none. */
  readonly routes: RouteGrants | undefined;
  readonly models: ModelLists;
  readonly metadata: Mapping;
  readonly holding: Holding;
  /** Nothing where it is held to none of them. */
  readonly rules: KeyRules | undefined;
  /** Whom its calls are told to beside those of the configuration; nothing where neither it nor its team says. */
  readonly ownCallbacks: OwnCallbacks | undefined;
  /** Guardrails of everybody that it does not meet: all, or those of these names; nothing where it meets them. */
  readonly sparedGuards: 'all' | ReadonlySet<string> | undefined;
  /** Other names for models: of the team, and of the key behind those. */
  readonly #aliases: readonly Mapping[];
  readonly #standing: Exclude<Standing, 'expired'>;
  readonly #limitedModels: readonly string[];
  readonly #payers: readonly Payer[];
  /** How long answers to it are. */
  readonly usualOutputs = new UsualOutputs();
  readonly #payments: Payments;
  #limiters: { readonly store: Limits; readonly byModel: Few<CallLimiter | typeof UNLIMITED> } | undefined;

  constructor(holding: Holding, digest: string, { purses, rules, rows }: KeyPurses) {
    const { key, team, user } = holding;
    this.holding = holding;
    this.keyId = key.id;
    this.digest = digest;
    this.alias = key.alias ?? undefined;
    this.userId = key.userId ?? undefined;
    this.teamId = key.teamId ?? undefined;
    this.workspace = workspaceOf(holding);
    this.scopes = scopesOf(textIn(user?.settings, 'user_role'));
    this.expiresAt = timeIn(key.settings, 'expires') ?? Infinity;
    const routes = textsIn(key.settings, 'allowed_routes');
    this.routes = routes.length === 0 ? undefined : new RouteGrants(routes);
    this.models = new ModelLists(holding);
    this.#aliases = [mappingIn(team?.settings, 'model_aliases'), mappingIn(key.settings, 'aliases')].filter(
      (names) => Object.keys(names).length > 0,
    );
    this.metadata = mappingIn(key.settings, 'metadata');
    this.rules = keyRulesOf(holding);
    this.ownCallbacks = ownCallbacksOf(this.metadata, mappingIn(team?.settings, 'metadata'));
    this.sparedGuards = sparedGuardsOf({ ...mappingIn(team?.settings, 'metadata'), ...this.metadata });
    const named = (list: string): readonly string[] => {
      const names = [...textsIn(this.metadata, list), ...textsIn(mappingIn(team?.settings, 'metadata'), list)];
      return names.length === 0 ? NO_NAMES : [...new Set(names)];
    };
    this.grants = {
      team: this.teamId,
      user: this.userId,
      organization: holding.organization?.id,
      guardrails: named('guardrails'),
      tags: named('tags'),
    };
    this.#payers = spendersOf(holding, rules).map((spender) => {
      const purse = purses.get(spender.purse);
      purse.learn(rows.get(spender.purse), spender.duration, spender.since);
      return { spender, purse };
    });
    this.#payments = new Payments(this.#payers);
    this.#standing = standingOf(holding);
    this.#limitedModels = limitedModels(holding);
  }

  /** Whether it may be used now, in milliseconds since 1970. */
  standing(now: number): Standing {
    return now >= this.expiresAt ? 'expired' : this.#standing;
  }

  /** What a name stands for among the aliases of its team, and then among its own. */
  nameBehind(model: string): string {
    let name = model;
    for (const aliases of this.#aliases) name = (Object.hasOwn(aliases, name) && textIn(aliases, name)) || name;
    return name;
  }

  /** All who pay for its calls. */
  get payers(): readonly Payer[] {
    return this.#payers;
  }

  /** The key itself, as one who pays. */
  get payer(): Payer | undefined {
    return this.#payers[0];
  }

  /** Whether some models have budgets of their own. */
  get hasModelBudgets(): boolean {
    return this.#payers.some(hasModelLimit);
  }

  /** Whether it makes a difference which model is asked: some have limits or budgets of their own. */
  get differsByModel(): boolean {
    return this.#payments.differ || this.#limitedModels.length > 0;
  }

  /** Who pays for calls of a model, by the name by which it is asked for and by the public one of its group. */
  payment(model: string, group = model): Payment {
    return this.#payments.of(model, group);
  }

  /** What its calls for a model claim, by the same names; nothing where nobody of those that it belongs to has a limit. */
  limiter(store: Limits, model: string, group = model): CallLimiter | undefined {
    if (this.#limiters?.store !== store) this.#limiters = { store, byModel: new Few() };
    const { byModel } = this.#limiters;
    const [asked, grouped] = [this.#limitedName(model), model === group ? '' : this.#limitedName(group)];
    const name = grouped === '' ? asked : `${asked}\n${grouped}`;
    let limiter = byModel.get(name);
    if (!limiter) {
      byModel.add(name, (limiter = this.#limiterOf(store, this.#limitedNames(model, group)) ?? UNLIMITED));
    }
    return limiter === UNLIMITED ? undefined : limiter;
  }

  /** Nothing where a model has no limits of its own. */
  #limitedName(model: string): string {
    return this.#limitedModels.includes(model) ? model : '';
  }

  #limitedNames(model: string, group: string): readonly string[] {
    return [...new Set([model, group])].filter((name) => this.#limitedModels.includes(name));
  }

  /** Whether requests or tokens of its calls are counted, for each model or for some. */
  get isCounted(): boolean {
    const isWindow = ({ limits }: LimitHolder): boolean => limits.some(({ unit }) => unit !== 'parallel');
    return this.#limitedModels.length > 0 || holderLimits(this.holding).some(isWindow);
  }

  /** Who has limits of requests and tokens for a model: the key and all that it belongs to. */
  holders(model: string, group = model): readonly LimitHolder[] {
    return this.#holdersOf(this.#limitedNames(model, group));
  }

  #holdersOf(names: readonly string[]): readonly LimitHolder[] {
    return [...holderLimits(this.holding), ...names.flatMap((name) => modelLimits(this.holding, name))];
  }

  #limiterOf(store: Limits, names: readonly string[]): CallLimiter | undefined {
    const holders = this.#holdersOf(names);
    const isLimited = holders.length > 0 || this.payment('').limited.length > 0 || this.#payers.some(hasModelLimit);
    return isLimited ? new CallLimiter(store, holders) : undefined;
  }
}

function hasModelLimit({ spender }: Payer): boolean {
  return spender.model !== undefined && spender.limit !== undefined;
}

/** Whose things it sees: its team's, else its user's, else its own. */
function workspaceOf({ key }: Holding): string {
  if (key.teamId !== null) return `team:${key.teamId}`;
  return key.userId === null ? `key:${key.id}` : `user:${key.userId}`;
}

function standingOf(holding: Holding): Exclude<Standing, 'expired'> {
  const { key, team } = holding;
  if (key.settings.blocked === true) return 'blocked';
  if (team?.settings.blocked === true) return 'team_blocked';
  return notKept(holding).length > 0 ? 'not_kept' : 'good';
}
