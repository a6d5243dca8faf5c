import { RecentMap } from '@showrunner/store';
import { GatewayError } from '../failure/gateway-error.ts';
import type { Entities } from '../stored/entities/entities.ts';
import type { EntityName } from '../stored/entities/entity-writer.ts';
import { answeredInTime } from './answered-in-time.ts';
import { Label, spendersOfLabel, unmadeLabel, type LabelBudget, type LabelEntity, type LabelKind } from './label.ts';
import { Purse } from './budgets/purse.ts';
import type { Calendar } from './budgets/window-end.ts';

/** One that was looked up is asked for again after so long, as keys are. */
const FRESH_MS = 60_000;
/** Shorter than its counters are kept: until then what they say of it holds, and it need not be waited for. */
const IN_USE_MS = 90_000;
/** How long one goes on without the database. */
const USABLE_MS = 10 * 60_000;
/** Estimated at 1 KB each, not measured. What is beyond is looked up anew. */
const MOST_LABELS = 20_000;
/** How long one is remembered that nobody names, at most. */
const KEEP_MS = 2 * USABLE_MS;
/** Of how many it is known by heart that they are there; with more, each that is named is looked up. */
const MOST_KNOWN = 100_000;

/** What holds whoever has no budget of their own. */
export interface DefaultBudget {
  /** The ids of budgets, of which the first that is there holds. */
  readonly ids: readonly string[];
  /** Where none of them is there. */
  readonly settings: LabelBudget['settings'] | undefined;
}

export interface LabelDirectoryPorts {
  readonly entities: Entities;
  readonly calendar: () => Calendar;
}

interface Entry {
  readonly label: Label | undefined;
  readonly byDefault: DefaultBudget | undefined;
  /** By `performance.now()`. */
  readonly readAt: number;
  usedAt: number;
}

/**
 * Customers, or tags, remembered by their names, of which callers make up as many as they like: what nobody has made and
 * no budget holds costs one look into a set, and of the rest only so many are kept.
 */
export class LabelDirectory {
  readonly #kind: LabelKind;
  readonly #ports: LabelDirectoryPorts;
  readonly #entries = new RecentMap<string, Entry>(MOST_LABELS, KEEP_MS);
  /** Beside the labels, which are forgotten with each change: what was spent meanwhile may not be written yet. */
  readonly #purses = new RecentMap<string, Purse>(MOST_LABELS, KEEP_MS);
  readonly #loading = new Map<string, Promise<Label | undefined>>();
  /** The names of all that were made; nothing until they are read, and where they are too many. */
  #known: Set<string> | 'many' | undefined;
  #forgettings = 0;

  constructor(kind: LabelKind, ports: LabelDirectoryPorts) {
    this.#kind = kind;
    this.#ports = ports;
    if (kind === 'proxy') this.#known = new Set();
    ports.entities.onChange((changed) => this.forget(changed));
  }

  /** Reads the names of all that were made, before a call needs them. While the database cannot be used, a call reads them. */
  async learn(): Promise<void> {
    await this.#knownNames().catch(() => undefined);
  }

  /** Whether it is known that nobody made any. */
  get isEmpty(): boolean {
    return this.#known instanceof Set && this.#known.size === 0;
  }

  /** How many are remembered; what was asked for and is not there counts too. */
  get size(): number {
    return this.#entries.size + (this.#known === undefined || this.#kind === 'proxy' ? 0 : 1);
  }

  /** Those that are remembered and are there, each once. */
  *remembered(): Iterable<Label> {
    const told = new Set<string>();
    for (const [, { label }] of this.#entries) {
      if (!label || told.has(label.id)) continue;
      told.add(label.id);
      yield label;
    }
  }

  /**
   * Nothing where nobody made it and no budget holds it. Rejects with a 503 where it has to be looked up and the
   * database does not answer.
   */
  find(id: string, byDefault?: DefaultBudget): Label | undefined | Promise<Label | undefined> {
    if (byDefault === undefined && this.#known instanceof Set && !this.#known.has(id)) return undefined;
    const key = byDefault === undefined ? id : `${byDefault.ids.join(' ')}\n${id}`;
    const entry = this.#entries.get(key);
    const now = performance.now();
    if (entry && now - entry.readAt < FRESH_MS) {
      entry.usedAt = now;
      return entry.label;
    }
    const load = (): Promise<Label | undefined> => this.#load(key, id, byDefault);
    if (entry && now - entry.usedAt < IN_USE_MS && now - entry.readAt < USABLE_MS) {
      entry.usedAt = now;
      load().catch(() => undefined);
      return entry.label;
    }
    if (!entry || now - entry.readAt >= USABLE_MS) return load();
    return load().catch(() => entry.label);
  }

  forgetAll(): void {
    this.#forgettings++;
    this.#entries.clear();
  }

  forget(changed: readonly EntityName[]): void {
    for (const { kind, id } of changed) {
      if (kind === this.#kind) this.#forgetOne(id);
      else if (kind === 'budget') this.#forgetBudget(id);
    }
  }

  #forgetOne(id: string): void {
    this.#forgettings++;
    // It may be new; whether it is still there is found out when it is named.
    if (this.#known instanceof Set) this.#known.add(id);
    for (const [key, { label, byDefault }] of this.#entries) {
      if (key !== id && !key.endsWith(`\n${id}`)) continue;
      this.#entries.delete(key);
      // At once, because metrics tell of those alone that are remembered.
      if (label) this.#load(key, id, byDefault).catch(() => undefined);
    }
  }

  #forgetBudget(id: string): void {
    this.#forgettings++;
    for (const [key, { label }] of this.#entries) if (label?.budgetId === id) this.#entries.delete(key);
  }

  #load(key: string, id: string, byDefault: DefaultBudget | undefined): Promise<Label | undefined> {
    let loading = this.#loading.get(key);
    if (!loading) {
      loading = this.#lookUp(key, id, byDefault).finally(() => this.#loading.delete(key));
      this.#loading.set(key, loading);
    }
    return loading;
  }

  async #lookUp(key: string, id: string, byDefault: DefaultBudget | undefined): Promise<Label | undefined> {
    const forgettings = this.#forgettings;
    const label = await answeredInTime(this.#read(key, id, byDefault)).catch((cause: unknown) => {
      throw labelsUnavailable(cause);
    });
    if (forgettings === this.#forgettings) this.#remember(key, label, byDefault);
    return label;
  }

  #remember(key: string, label: Label | undefined, byDefault: DefaultBudget | undefined): void {
    const now = performance.now();
    this.#entries.set(key, { label, byDefault, readAt: now, usedAt: now });
  }

  async #read(key: string, id: string, byDefault: DefaultBudget | undefined): Promise<Label | undefined> {
    const known = await this.#knownNames();
    const isMade = known === 'many' || known.has(id);
    if (!isMade && byDefault === undefined) return undefined;
    const made = isMade ? await this.#made(id) : undefined;
    const entity = made?.entity ?? unmadeLabel(this.#kind, id);
    const budget = (await this.#ownBudget(made)) ?? (await this.#defaultBudget(entity, byDefault));
    if (!made && !budget) return undefined;
    return this.#labelOf(key, entity, budget);
  }

  async #made(id: string): Promise<{ readonly entity: LabelEntity; readonly budgetId: string | null } | undefined> {
    const kind = this.#kind;
    if (kind === 'proxy') return undefined;
    const found = await this.#ports.entities.find({ kind, id });
    return found && { entity: { ...found, kind }, budgetId: found.budgetId };
  }

  async #ownBudget(made: { readonly budgetId: string | null } | undefined): Promise<LabelBudget | undefined> {
    if ((made?.budgetId ?? null) === null) return undefined;
    return this.#ports.entities.find({ kind: 'budget', id: made?.budgetId ?? '' });
  }

  /** Whoever has limits of their own is held by those alone, as in LiteLLM. */
  async #defaultBudget(
    { settings }: LabelEntity,
    byDefault: DefaultBudget | undefined,
  ): Promise<LabelBudget | undefined> {
    if (byDefault === undefined || OWN_LIMITS.some((name) => settings[name] !== undefined)) return undefined;
    for (const id of byDefault.ids) {
      const budget = await this.#ports.entities.find({ kind: 'budget', id });
      if (budget) return budget;
    }
    return byDefault.settings && { settings: byDefault.settings };
  }

  async #labelOf(key: string, entity: LabelEntity, budget: LabelBudget | undefined): Promise<Label> {
    const { entities } = this.#ports;
    const spenders = spendersOfLabel(entity, budget);
    const rows = await entities.pursesOf(spenders.map(({ purse }) => purse));
    const payers = spenders.map((spender) => {
      const purse = this.#purse(key, spender.purse);
      purse.learn(rows.get(spender.purse), spender.duration, spender.since);
      return { spender, purse };
    });
    return new Label(entity, budget, payers);
  }

  /** The one out of which a label pays that is in use, however many others were named meanwhile. */
  #purse(key: string, name: string): Purse {
    const inUse = this.#entries.get(key)?.label?.payers.find(({ purse }) => purse.name === name);
    const purse = this.#purses.get(name) ?? inUse?.purse ?? new Purse(name, this.#ports.calendar);
    this.#purses.set(name, purse);
    return purse;
  }

  async #knownNames(): Promise<Set<string> | 'many'> {
    if (this.#known !== undefined || this.#kind === 'proxy') return this.#known ?? new Set();
    const forgettings = this.#forgettings;
    const ids = await this.#ports.entities.idsOf(this.#kind, MOST_KNOWN + 1);
    const known = ids.length > MOST_KNOWN ? 'many' : new Set(ids);
    if (forgettings === this.#forgettings) this.#known = known;
    return known;
  }
}

/** What of a customer's members is a budget in LiteLLM. */
const OWN_LIMITS = [
  'max_budget',
  'soft_budget',
  'budget_duration',
  'model_max_budget',
  'max_parallel_requests',
  'rpm_limit',
  'tpm_limit',
];

/** What cannot be looked up may be blocked. */
function labelsUnavailable(cause: unknown): GatewayError {
  return new GatewayError({
    status: 503,
    type: 'no_db_connection',
    message:
      'Service Unavailable: customers and tags cannot be looked up now, because their database does not answer; try again',
    headers: { 'retry-after': '2' },
    cause,
  });
}
