import { PROXY_ID } from '../stored/entities/purse-name.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { SpendingSettings } from '../config/spending-settings.ts';
import { Label } from '../keys/label.ts';
import type { DefaultBudget, LabelDirectory } from '../keys/label-directory.ts';
import type { AskedModel } from '../keys/grants/model-grants.ts';
import type { NamedCustomers } from '../keys/budgets/named-customers.ts';
import type { Paying } from '../keys/budgets/purses.ts';
import { textIn } from '../keys/settings.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { customerRefusal, modelRefusal } from './caller-refusal.ts';
import { wishedFallbacks } from './permit-models.ts';

/** Where labels are looked up. */
export interface LabelPorts {
  readonly customers: LabelDirectory;
  readonly tags: LabelDirectory;
  /** Names in `model_info.access_groups` that have a budget. */
  readonly accessGroups: LabelDirectory;
  readonly proxy: LabelDirectory;
  /** Customers whom nothing limits. */
  readonly named: NamedCustomers;
}

/** The name of the one label that all calls have where the gateway as a whole has a budget. */
const ALL = PROXY_ID;

const NONE: readonly Label[] = [];
const NO_NAMES: readonly string[] = [];

/** Finds what holds a call beside its key: whom it is for, its tags, and the gateway's own budget. */
export class Labels {
  readonly #ports: LabelPorts;
  readonly #ofAll: DefaultBudget | undefined;
  readonly #ofCustomers: DefaultBudget | undefined;
  /** `disable_end_user_cost_tracking`: what customers spend who have no limit is counted nowhere. */
  readonly #countsCustomers: boolean;

  constructor(
    { globalBudget, customerBudget, customerBudgetId, countsCustomers }: SpendingSettings,
    ports: LabelPorts,
  ) {
    this.#ports = ports;
    this.#ofAll = globalBudget && { ids: [], settings: globalBudget };
    this.#ofCustomers = defaultBudget([customerBudgetId], customerBudget);
    this.#countsCustomers = countsCustomers;
  }

  /** Whether nothing holds a call that names nobody. */
  get holdsNobody(): boolean {
    return this.#ofAll === undefined;
  }

  /**
   * Which access groups open a model to a key, where some have a budget: those that stand in a list of the key's or of
   * those that it belongs to. Who may ask all there is names none, as in LiteLLM 1.108.7.
   */
  openingGroups(key: VirtualKey | undefined, { accessGroups }: Pick<AskedModel, 'accessGroups'>): readonly string[] {
    if (!key || accessGroups.length === 0) return NO_NAMES;
    const { written } = key.models;
    return accessGroups.filter((group) => written.some((list) => list.includes(group)));
  }

  /** Whether nobody's models are opened by a group that has a budget. */
  get hasNoGroupBudgets(): boolean {
    return this.#ports.accessGroups.isEmpty;
  }

  /**
   * Rejects with a 503 where one has to be looked up and the database does not answer.
   *
   * @param groups the access groups that open the model
   */
  of(
    { record: { customer, tags, caller } }: Exchange,
    groups: readonly string[] = NO_NAMES,
  ): readonly Label[] | Promise<readonly Label[]> {
    const { customers, tags: tagDirectory, accessGroups, proxy } = this.#ports;
    const found: (Label | undefined | Promise<Label | undefined>)[] = tags.map((tag) => tagDirectory.find(tag));
    for (const group of groups) found.push(accessGroups.find(group));
    if (this.#ofAll) found.push(proxy.find(ALL, this.#ofAll));
    if (customer !== undefined) found.push(customers.find(customer, this.#defaultOf(caller)));
    if (found.every((one) => one === undefined)) return NONE;
    if (!found.some((one) => one instanceof Promise)) return found.filter(isLabel);
    const waited = found.map(async (one) => {
      try {
        return await one;
      } catch (error) {
        if (caller instanceof VirtualKey) throw error;
        // Whoever may do everything is not kept out by what cannot be looked up.
        return undefined;
      }
    });
    return Promise.all(waited).then((labels) => labels.filter(isLabel));
  }

  /** Who pays beside those labels: a customer whom nobody limits, for what they spend to be known. */
  uncounted({ record: { customer } }: Exchange, labels: readonly Label[]): Paying | undefined {
    if (customer === undefined || !this.#countsCustomers) return undefined;
    if (labels.some(({ kind }) => kind === 'customer')) return undefined;
    return this.#ports.named.get(customer);
  }

  #defaultOf(caller: unknown): DefaultBudget | undefined {
    if (!(caller instanceof VirtualKey)) return this.#ofCustomers;
    const own = textIn(caller.metadata, 'end_user_budget_id');
    if (own === undefined) return this.#ofCustomers;
    return { ids: [own, ...(this.#ofCustomers?.ids ?? [])], settings: this.#ofCustomers?.settings };
  }
}

function defaultBudget(ids: readonly (string | undefined)[], dollars: number | undefined): DefaultBudget | undefined {
  const named = ids.filter((id) => id !== undefined);
  if (named.length === 0 && dollars === undefined) return undefined;
  return { ids: named, settings: dollars === undefined ? undefined : { max_budget: dollars } };
}

function isLabel(one: unknown): one is Label {
  return one instanceof Label;
}

/** Throws a 400 or 403 for who is blocked, and for a model that is not among a customer's. */
export function checkLabels(
  labels: readonly Label[],
  exchange: Exchange,
  describe: (name: string) => AskedModel,
): void {
  for (const { kind, id, isBlocked, region, models } of labels) {
    if (isBlocked) throw customerRefusal(kind, id);
    if (region !== undefined) exchange.keepTo(region);
    if (models.isEverything) continue;
    for (const name of [exchange.request.model, ...wishedFallbacks(exchange.controls)]) {
      if (!models.hold(describe(name))) throw modelRefusal(name, 'customer');
    }
  }
}
