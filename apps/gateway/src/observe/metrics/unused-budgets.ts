import type { Mapping } from '../../json/mapping.ts';
import { Purse } from '../../keys/budgets/purse.ts';
import { spendersOfEntity } from '../../keys/budgets/spenders.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { purseName } from '../../stored/entities/purse-name.ts';
import type { HeldBudget } from '../held-budget.ts';
import { NOTHING, type LabelValues } from './label-values.ts';

/** Whose budgets are told. */
export type BudgetKind = 'key' | 'team' | 'user' | 'organization' | 'customer';

/** LiteLLM's `PROMETHEUS_BUDGET_METRICS_REFRESH_INTERVAL_MINUTES`. */
const FRESH_MS = 5 * 60_000;
/** Entities are read so many at once, so that nothing else waits long for the database. */
const PART = 1_000;

interface UnusedBudget {
  readonly id: string;
  readonly labels: LabelValues;
  readonly budget: HeldBudget;
}

/**
 * `prometheus_initialize_budget_metrics`: budgets of whoever has one, from the database, so that a dashboard shows those
 * who have not called yet. Whoever has called is told by what this process knows.
 */
export class UnusedBudgets {
  readonly #entities: Entities;
  readonly #most: number;
  readonly #known = new Map<BudgetKind, { readonly readAt: number; readonly budgets: Promise<UnusedBudget[]> }>();

  /** @param most of each kind, as many series as a metric may have */
  constructor(entities: Entities, most: number) {
    this.#entities = entities;
    this.#most = most;
  }

  /** While the database is away, as it last said. */
  async of(kind: BudgetKind): Promise<readonly UnusedBudget[]> {
    const known = this.#known.get(kind);
    if (known && performance.now() - known.readAt < FRESH_MS) return known.budgets;
    const budgets = this.#read(kind).catch(() => known?.budgets ?? []);
    this.#known.set(kind, { readAt: performance.now(), budgets });
    return budgets;
  }

  async #read(kind: BudgetKind): Promise<UnusedBudget[]> {
    const read: UnusedBudget[] = [];
    const shared = new Map((await this.#entities.list({ kind: 'budget' })).map((one) => [one.id, one.settings]));
    for (let offset = 0; read.length < this.#most; offset += PART) {
      const part = await this.#entities.list({ kind }, { limit: PART, offset });
      read.push(...(await this.#budgetsOf(kind, part, shared)));
      if (part.length < PART) break;
    }
    return read.slice(0, this.#most);
  }

  async #budgetsOf(
    kind: BudgetKind,
    part: readonly Entity[],
    shared: ReadonlyMap<string, Mapping>,
  ): Promise<UnusedBudget[]> {
    const held = part.flatMap((entity) => {
      const name = purseName(entity);
      const spenders = spendersOfEntity(entity, shared.get(entity.budgetId ?? ''), '');
      const own = spenders.find(({ purse }) => purse === name);
      return own?.limit === undefined ? [] : [{ entity, own }];
    });
    const rows = await this.#entities.pursesOf(held.map(({ own }) => own.purse));
    const digests = kind === 'key' ? await this.#entities.digestsOf(held.map(({ entity }) => entity.id)) : undefined;
    return held.map(({ entity, own }) => {
      const purse = new Purse(own.purse, () => this.#entities.calendar);
      purse.learn(rows.get(own.purse), own.duration, own.since);
      return {
        id: entity.id,
        labels: labelsOf(kind, entity, digests?.get(entity.id)),
        budget: { most: own.limit, purse },
      };
    });
  }
}

function labelsOf(kind: BudgetKind, { id, alias, teamId }: Entity, digest: string | undefined): LabelValues {
  const name = alias ?? NOTHING;
  switch (kind) {
    case 'key':
      return { hashed_api_key: digest ?? NOTHING, api_key_alias: name, team: teamId ?? NOTHING };
    case 'team':
      return { team: id, team_alias: name };
    case 'user':
      return { user: id, user_email: name };
    case 'organization':
      return { org_id: id, org_alias: name };
    case 'customer':
      return { end_user: id };
  }
}
