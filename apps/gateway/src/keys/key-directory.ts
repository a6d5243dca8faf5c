import { UNKNOWN_KEY, type Caller, type Identity, type KeyHolders } from '@showrunner/access';
import { GatewayError } from '../failure/gateway-error.ts';
import type { Entities } from '../stored/entities/entities.ts';
import type { EntityName } from '../stored/entities/entity-writer.ts';
import { answeredInTime } from './answered-in-time.ts';
import { CommonEntities } from './common-entities.ts';
import { loadHolding, memberId, type Holding } from './holding.ts';
import type { Purses } from './budgets/purses.ts';
import { spendersOf, type SpendingRules } from './budgets/spenders.ts';
import { VirtualKey } from './virtual-key.ts';

/**
 * A key that was looked up is asked for again after so long, behind its call, unless nothing can have happened to it unheard:
 * LiteLLM's `user_api_key_cache_ttl`.
 */
const FRESH_MS = 60_000;
/** Who was told of all changes so long ago is told no longer. */
const HEARING_MS = 10_000;
/** How long one goes on without the database, since it was last looked up. */
const USABLE_MS = 10 * 60_000;
/** While the database does not answer it is asked again for a key after so long. */
const RETRY_MS = 2_000;
/** About 8 KB each with limits and budgets of every kind (`bench/gateway/many-keys.ts`). Beyond it those that came first are looked up again. */
const MOST_KEYS = 150_000;
/** Of those who have to do with one change: the others are looked up with their next call. */
const MOST_LOOKED_UP_AT_ONCE = 100;

interface Entry {
  /** How often all were doubted before it was looked up. */
  readonly doubts: number;
  readonly identity: Identity & { readonly kind: 'known'; readonly caller: VirtualKey };
  /** By `performance.now()`. */
  usableUntil: number;
  freshUntil: number;
}

export interface DirectoryPorts {
  readonly entities: Entities;
  readonly purses: Purses;
  /** As the configuration has them now. */
  readonly rules: () => SpendingRules;
  /** `allow_requests_on_db_unavailable`: who calls with a key that cannot be looked up; nothing where nobody may. */
  readonly unverified: () => Caller | undefined;
}

/** Who holds virtual keys, remembered: a key that was seen lately costs one look into a map. */
export class KeyDirectory implements KeyHolders {
  readonly #ports: DirectoryPorts;
  readonly #entries = new Map<string, Entry>();
  /** Digests of keys by their ids; two while one is made anew. */
  readonly #digests = new Map<string, readonly string[]>();
  readonly #common = new CommonEntities();
  readonly #loading = new Map<string, Promise<Identity>>();
  /** Counts what was forgotten: what was read before that is not remembered. */
  #forgettings = 0;
  #doubts = 0;
  /** When all was heard that others changed and spent, by `performance.now()`. */
  #heardAt = -Infinity;

  constructor(ports: DirectoryPorts) {
    this.#ports = ports;
    ports.entities.onChange((changed) => this.forget(changed));
  }

  /** Looks everybody up anew before their next call, unless the database does not answer: others may have spent. */
  doubtAll(): void {
    this.#doubts++;
  }

  /** All that others changed and spent until now was heard: nobody need be looked up again for it. */
  heardAll(): void {
    this.#heardAt = performance.now();
  }

  /** Looks everybody up anew: what a key pays by is in the configuration. */
  forgetAll(): void {
    this.#forgettings++;
    this.#entries.clear();
    this.#digests.clear();
  }

  /** How many are remembered. */
  get size(): number {
    return this.#entries.size;
  }

  /** Rejects with a 503 where it has to be looked up and the database does not answer. */
  find(digest: string): Identity | Promise<Identity> {
    const entry = this.#entries.get(digest);
    const now = performance.now();
    if (entry && entry.freshUntil <= now && this.#isHeardOf(entry, now)) renew(entry, now);
    if (!entry || entry.usableUntil <= now) return this.#load(digest);
    if (entry.doubts !== this.#doubts) return this.#load(digest).catch(() => this.#trust(digest, entry));
    if (entry.freshUntil <= now) {
      entry.freshUntil = now + RETRY_MS;
      this.#load(digest).catch(() => undefined);
    }
    return entry.identity;
  }

  /**
   * Looks up anew whoever has to do with these; at once, because the database has just told of it and may not answer when
   * their next call comes.
   */
  forget(changed: readonly EntityName[]): void {
    this.#forgettings++;
    const others = changed.filter(({ kind }) => kind !== 'key');
    const digests = changed.flatMap(({ kind, id }) => (kind === 'key' ? (this.#digests.get(id) ?? []) : []));
    if (others.length > 0) {
      for (const [digest, { identity }] of this.#entries) {
        if (others.some((name) => concerns(name, identity.caller))) digests.push(digest);
      }
    }
    for (const digest of digests) this.#drop(digest);
    for (const digest of digests.slice(0, MOST_LOOKED_UP_AT_ONCE)) this.#load(digest).catch(() => undefined);
  }

  /** What was made anew ends by itself, of which nobody tells. */
  #isHeardOf({ identity: { caller } }: Entry, now: number): boolean {
    return now - this.#heardAt < HEARING_MS && caller.holding.foundUntil === null;
  }

  /** Nobody can say anything newer. */
  #trust(digest: string, entry: Entry): Identity {
    this.#entries.set(digest, { ...entry, doubts: this.#doubts });
    return entry.identity;
  }

  #load(digest: string): Promise<Identity> {
    let loading = this.#loading.get(digest);
    if (!loading) {
      loading = this.#lookUp(digest).finally(() => this.#loading.delete(digest));
      this.#loading.set(digest, loading);
    }
    return loading;
  }

  async #lookUp(digest: string): Promise<Identity> {
    const forgettings = this.#forgettings;
    let caller: VirtualKey | undefined;
    try {
      caller = await answeredInTime(this.#read(digest));
    } catch (cause) {
      const unverified = this.#ports.unverified();
      if (unverified) return { kind: 'known', caller: unverified };
      throw keysUnavailable(cause);
    }
    if (!caller) {
      this.#drop(digest);
      return UNKNOWN_KEY;
    }
    const identity = { kind: 'known', caller } as const;
    if (forgettings === this.#forgettings) this.#remember(digest, identity);
    return identity;
  }

  async #read(digest: string): Promise<VirtualKey | undefined> {
    const { entities, purses } = this.#ports;
    const rules = this.#ports.rules();
    const loaded = await loadHolding(entities, digest);
    if (!loaded) return undefined;
    const holding = this.#withCommon(loaded);
    const rows = await entities.pursesOf(spendersOf(holding, rules).map(({ purse }) => purse));
    return new VirtualKey(holding, digest, { purses, rules, rows });
  }

  /** With teams, users and all else that keys have in common as others of them have it already. */
  #withCommon({ team, user, member, organization, budgets, accessGroups, ...own }: Holding): Holding {
    return {
      ...own,
      team: this.#common.of(team),
      user: this.#common.of(user),
      member: this.#common.of(member),
      organization: this.#common.of(organization),
      budgets:
        budgets.size === 0 ? budgets : new Map([...budgets].map(([id, budget]) => [id, this.#common.of(budget)])),
      accessGroups: accessGroups.map((group) => this.#common.of(group)),
    };
  }

  #remember(digest: string, identity: Entry['identity']): void {
    this.#drop(digest);
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size >= MOST_KEYS) this.#drop(oldest);
    const entry = { identity, doubts: this.#doubts, freshUntil: 0, usableUntil: 0 };
    renew(entry, performance.now());
    this.#entries.set(digest, entry);
    const { keyId } = identity.caller;
    this.#digests.set(keyId, [...(this.#digests.get(keyId) ?? []), digest]);
  }

  #drop(digest: string): void {
    const entry = this.#entries.get(digest);
    if (!entry) return;
    this.#entries.delete(digest);
    const { keyId } = entry.identity.caller;
    const digests = this.#digests.get(keyId)?.filter((one) => one !== digest) ?? [];
    if (digests.length === 0) this.#digests.delete(keyId);
    else this.#digests.set(keyId, digests);
  }
}

/** As if it had been looked up now. */
function renew(entry: Entry, now: number): void {
  entry.freshUntil = now + FRESH_MS;
  entry.usableUntil = now + USABLE_MS;
}

/** Whether what a key may changes with one of these. */
function concerns({ kind, id }: EntityName, { holding }: VirtualKey): boolean {
  switch (kind) {
    case 'team':
      return holding.key.teamId === id;
    case 'user':
      return holding.key.userId === id;
    case 'organization':
      return holding.organization?.id === id || holding.key.organizationId === id;
    case 'member':
      return memberId(holding.key.teamId ?? '', holding.key.userId ?? '') === id;
    case 'budget':
      return holding.budgets.has(id);
    case 'access_group':
      return holding.accessGroups.some((group) => group.id === id);
    case 'key':
    case 'organization_member':
    case 'customer':
    case 'tag':
    case 'model_access_group':
    case 'model':
    case 'credential':
    case 'setting':
    case 'id_key':
      return false;
  }
}

/** A key that cannot be looked up is not a wrong one. */
function keysUnavailable(cause: unknown): GatewayError {
  return new GatewayError({
    status: 503,
    type: 'no_db_connection',
    message: 'Service Unavailable: keys cannot be looked up now, because their database does not answer; try again',
    headers: { 'retry-after': '2' },
    cause,
  });
}
