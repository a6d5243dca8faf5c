import { isMapping, type Mapping } from '../../json/mapping.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityKind } from '../../stored/entity-tables.ts';
import { modelPurseName, purseName, windowPurseName } from '../../stored/entities/purse-name.ts';
import type { Holding } from '../holding.ts';
import { MadeOnce } from '../made-once.ts';
import { mappingIn, numberIn, textIn, timeIn } from '../settings.ts';

/** Somebody who has a budget, for those who are told of it. */
export interface BudgetHolder {
  readonly kind: EntityKind | 'proxy';
  readonly id: string;
  /** Of a user the address. */
  readonly alias: string | undefined;
  /** Of a key and of a member. */
  readonly teamId: string | undefined;
  readonly userId: string | undefined;
}

/** Who pays for a call, out of which purse, and how much may be in it. */
export interface Spender {
  readonly purse: string;
  /** In which what is spent counts; nothing where it always does. */
  readonly duration: string | undefined;
  /** When its holder was made, in milliseconds since 1970: windows follow one another from then on. */
  readonly since?: number | undefined;
  /** US dollars; nothing where it pays without a limit. */
  readonly limit: number | undefined;
  /** US dollars, beyond which somebody is told; nothing where nobody is. */
  readonly softLimit?: number | undefined;
  /** What is allowed beside it for a while. */
  readonly extra?: { readonly dollars: number; readonly until: number } | undefined;
  /** How long counters of it are kept since their last use; nothing for as long as those of keys. */
  readonly keepSeconds?: number;
  /** Only for calls of this model. */
  readonly model?: string;
  readonly holder: BudgetHolder;
  /** Whose limit it is, as LiteLLM's refusal begins: `Budget has been exceeded! Team=blue`. */
  readonly words: string;
}

/** What of the configuration says who pays. */
export interface SpendingRules {
  /** A user's own budget binds their keys of teams as well. */
  readonly bindsUsersInTeams: boolean;
}

/** All who pay for the calls of a key, with a limit or without: what each has spent is told of them. */
export function spendersOf(holding: Holding, rules: SpendingRules): readonly Spender[] {
  const { key, team, user, member, organization, budgets } = holding;
  const shared = (entity: Entity | undefined) => budgets.get(entity?.budgetId ?? '')?.settings;
  const isPersonal = key.teamId === null || rules.bindsUsersInTeams;
  const common = (entity: Entity | undefined, words: (of: Entity) => string): readonly Spender[] => {
    if (!entity) return [];
    const budget = shared(entity);
    return commonSpenders.of(entity, '', budget, () => spendersOfEntity(entity, budget, words(entity)));
  };
  return [
    ...spendersOfEntity(
      key,
      shared(key),
      `Budget has been exceeded! Key=${key.alias ?? 'key'} (${textIn(key.settings, 'key_name') ?? 'sk-...'})`,
    ),
    ...common(team, ({ id }) => `Budget has been exceeded! Team=${id}`),
    ...withLimitsIf(
      isPersonal,
      common(user, ({ id }) => `ExceededBudget: User=${id} over budget.`),
    ),
    ...common(member, ({ userId, teamId }) => `Budget has been exceeded! User=${userId} in Team=${teamId}`),
    ...common(organization, ({ id }) => `Budget has been exceeded! Organization=${id}`),
  ];
}

const commonSpenders = new MadeOnce<readonly Spender[]>();

function withLimitsIf(binds: boolean, spenders: readonly Spender[]): readonly Spender[] {
  return binds ? spenders : spenders.map((spender) => ({ ...spender, limit: undefined, softLimit: undefined }));
}

/** Whoever may have a budget. */
type BudgetedEntity = Pick<Entity, 'id' | 'alias' | 'teamId' | 'userId' | 'settings'> & {
  readonly kind: BudgetHolder['kind'];
  /** Nothing of one that nobody made. */
  readonly createdAt?: number;
};

/** What an entity does not say itself the budget that it shares may. */
export function spendersOfEntity(entity: BudgetedEntity, budget: Mapping | undefined, words: string): Spender[] {
  const { settings } = entity;
  const own: Spender = {
    purse: purseName(entity),
    duration: textIn(settings, 'budget_duration') ?? textIn(budget, 'budget_duration'),
    since: entity.createdAt,
    limit: numberIn(settings, 'max_budget') ?? numberIn(budget, 'max_budget'),
    softLimit: numberIn(settings, 'soft_budget') ?? numberIn(budget, 'soft_budget'),
    extra: extraOf(settings),
    holder: holderOf(entity),
    words,
  };
  return [own, ...windowsOf(entity, words), ...modelsOf(entity, budget, words)];
}

function holderOf({ kind, id, alias, teamId, userId }: BudgetedEntity): BudgetHolder {
  return { kind, id, alias: alias ?? undefined, teamId: teamId ?? undefined, userId: userId ?? undefined };
}

/** `temp_budget_increase`, until `temp_budget_expiry`. */
function extraOf(settings: Mapping): Spender['extra'] {
  const metadata = mappingIn(settings, 'metadata');
  const dollars = numberIn(metadata, 'temp_budget_increase');
  const until = timeIn(metadata, 'temp_budget_expiry');
  return dollars === undefined || until === undefined ? undefined : { dollars, until };
}

/** `budget_limits`: several at once, each with a window of its own. */
function windowsOf(entity: BudgetedEntity, words: string): Spender[] {
  const { budget_limits: limits } = entity.settings;
  return (Array.isArray(limits) ? limits : []).flatMap((one) => {
    const duration = isMapping(one) ? textIn(one, 'budget_duration') : undefined;
    if (duration === undefined || !isMapping(one)) return [];
    const purse = windowPurseName(entity, duration);
    return [
      {
        purse,
        duration,
        since: entity.createdAt,
        limit: numberIn(one, 'max_budget'),
        holder: holderOf(entity),
        words: `${words} over ${duration} budget.`,
      },
    ];
  });
}

/** `model_max_budget`: dollars, or dollars with the time in which they may be spent. */
function modelsOf(entity: BudgetedEntity, budget: Mapping | undefined, words: string): Spender[] {
  const own = mappingIn(entity.settings, 'model_max_budget');
  const table = Object.keys(own).length > 0 ? own : mappingIn(budget, 'model_max_budget');
  return Object.entries(table).map(([model, written]) => {
    const given = isMapping(written) ? written : { budget_limit: written };
    return {
      purse: modelPurseName(entity, model),
      duration: textIn(given, 'time_period') ?? textIn(given, 'budget_duration'),
      since: entity.createdAt,
      limit: numberIn(given, 'budget_limit') ?? numberIn(given, 'max_budget'),
      model,
      holder: holderOf(entity),
      words: `${words} for model=${model}`,
    };
  });
}
