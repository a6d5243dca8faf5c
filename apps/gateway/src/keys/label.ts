import type { LimitHolder } from '@showrunner/access';
import type { Mapping } from '../json/mapping.ts';
import type { Entity } from '../stored/entities/entity.ts';
import { limitHolder } from './limits/holder-limits.ts';
import { EVERY_MODEL, ModelGrants } from './grants/model-grants.ts';
import { Payments, type Payer, type Payment } from './budgets/payment.ts';
import { spendersOfEntity, type Spender } from './budgets/spenders.ts';
import { textIn, textsIn } from './settings.ts';

/**
 * What a call may be counted under beside its key: whom it is for, its tags, the access group that opens the model to it,
 * and the gateway as a whole.
 */
export type LabelKind = 'customer' | 'tag' | 'model_access_group' | 'proxy';

/** LiteLLM's names for whose limits they are, and how its refusals begin. */
const WORDS: Readonly<Record<LabelKind, { readonly holder: string; readonly refusal: (id: string) => string }>> = {
  customer: { holder: 'end_user', refusal: (id) => `ExceededBudget: End User=${id} over budget.` },
  tag: { holder: 'tag', refusal: (id) => `Budget has been exceeded! Tag=${id}` },
  model_access_group: {
    holder: 'model_access_group',
    refusal: (id) => `Budget has been exceeded! Model access group=${id}`,
  },
  proxy: { holder: 'proxy', refusal: () => 'Budget has been exceeded! Proxy=all keys together.' },
};

/** Counters of labels are forgotten soon, because callers make them up: the database has what they held. */
const KEEP_SECONDS = 120;

/** A customer or a tag, as it limits the calls that name it and pays for them: made when it is first seen. */
export class Label {
  readonly kind: LabelKind;
  readonly id: string;
  readonly isBlocked: boolean;
  /** Where alone its calls may be answered, by the `region_name` of deployments; nothing where that is not said. */
  readonly region: string | undefined;
  /** Which models may be asked under it. */
  readonly models: ModelGrants;
  /** What may be asked in a minute and at once; nothing where it has no such limits. */
  readonly limits: LimitHolder | undefined;
  /** Of the budget that it shares with others. */
  readonly budgetId: string | undefined;
  readonly payers: readonly Payer[];
  readonly #payments: Payments;

  constructor(entity: LabelEntity, budget: LabelBudget | undefined, payers: readonly Payer[]) {
    this.kind = entity.kind;
    this.id = entity.id;
    this.isBlocked = entity.settings.blocked === true;
    this.region = textIn(entity.settings, 'allowed_model_region');
    const models = entity.kind === 'customer' ? textsIn(entity.settings, 'models') : [];
    this.models = models.length === 0 ? EVERY_MODEL : new ModelGrants(models);
    const limits = limitHolder({ name: WORDS[entity.kind].holder, id: entity.id }, entity, budget);
    this.limits = limits.limits.length === 0 ? undefined : limits;
    this.budgetId = budget?.id;
    this.payers = payers;
    this.#payments = new Payments(payers);
  }

  /** Whether some models have budgets of their own. */
  get hasModelBudgets(): boolean {
    return this.#payments.differ;
  }

  /** The names are those by which a model is asked for, and its group's public one. */
  payment(model: string, group = model): Payment {
    return this.#payments.of(model, group);
  }
}

/** What is kept of a label; of one that nobody has made there is nothing but its name. */
export interface LabelEntity extends Pick<Entity, 'id' | 'alias' | 'teamId' | 'userId'> {
  readonly kind: LabelKind;
  readonly settings: Mapping;
  readonly createdAt?: number;
}

/** The budget that holds it; one of the configuration's has no id. */
export interface LabelBudget {
  readonly id?: string;
  readonly settings: Mapping;
}

export function unmadeLabel(kind: LabelKind, id: string): LabelEntity {
  return { kind, id, alias: null, teamId: null, userId: null, settings: {} };
}

/** Who pays under a label. */
export function spendersOfLabel(entity: LabelEntity, budget: LabelBudget | undefined): readonly Spender[] {
  const spenders = spendersOfEntity(entity, budget?.settings, WORDS[entity.kind].refusal(entity.id));
  return spenders.map((spender) => ({ ...spender, keepSeconds: KEEP_SECONDS }));
}
