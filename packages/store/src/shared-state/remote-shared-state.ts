import { LimitsAlone } from './limits-alone.ts';
import { createMemorySharedState } from './memory/memory-shared-state.ts';
import type { Claim, Claimed, Settlement } from './limits.ts';
import type { Asked } from './shared-state-owner.ts';
import {
  checkIncrement,
  ttlMilliseconds,
  type RedisReport,
  type SharedState,
  type SharedStateDriver,
  type SharedStateStatus,
} from './shared-state.ts';

/** The way to the process that keeps the state. */
export interface OwnerPort {
  /** Rejects where that process is gone, and with what it says where it refuses. */
  ask(asked: Asked, given: readonly unknown[]): Promise<unknown>;
  /** Whether it is still there. It does not come back. */
  readonly isConnected: boolean;
  /** How many ask it, this process among them. */
  readonly processes: () => number;
}

/**
 * State that another process keeps. Once that one is gone, which is the end of this process too, what is still under way
 * is counted here, each giving out its part of limits.
 */
export class RemoteSharedState implements SharedState {
  readonly kind = 'parent';
  readonly #owner: OwnerPort;
  readonly #local: SharedStateDriver = createMemorySharedState();
  readonly #alone: LimitsAlone;
  #lostAt: Date | undefined;

  constructor(owner: OwnerPort) {
    this.#owner = owner;
    this.#alone = new LimitsAlone({ replicas: owner.processes });
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.#ask('get', key)) as string | undefined;
  }

  async getBytes(key: string): Promise<Uint8Array | undefined> {
    return (await this.#ask('getBytes', key)) as Uint8Array | undefined;
  }

  async getMany(keys: readonly string[]): Promise<(string | undefined)[]> {
    return keys.length === 0 ? [] : ((await this.#ask('getMany', keys)) as (string | undefined)[]);
  }

  async set(key: string, value: string | Uint8Array, options: { ttlSeconds?: number } = {}): Promise<void> {
    checkTimeToLive(options);
    await this.#ask('set', key, value, options);
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#ask('delete', key)) as boolean;
  }

  async deleteAll(prefix: string): Promise<void> {
    await this.#ask('deleteAll', prefix);
  }

  async increment(key: string, by = 1, options: { ttlSeconds?: number } = {}): Promise<number> {
    checkIncrement(by);
    checkTimeToLive(options);
    return (await this.#ask('increment', key, by, options)) as number;
  }

  claim(claims: readonly Claim[]): Claimed | Promise<Claimed> {
    if (!this.#owner.isConnected) return this.#alone.claim(claims);
    return (this.#owner.ask('claim', [claims]) as Promise<Claimed>).catch(() => this.#alone.claim(claims));
  }

  settle(settlements: readonly Settlement[]): void | Promise<void> {
    if (!this.#owner.isConnected) return this.#alone.settle(settlements);
    // Whoever is gone has nothing left to be told.
    return this.#owner.ask('settle', [settlements]).then(
      () => undefined,
      () => undefined,
    );
  }

  status(): SharedStateStatus {
    if (this.#owner.isConnected) return { kind: 'parent', state: 'connected' };
    this.#lostAt ??= new Date();
    return {
      kind: 'parent',
      state: 'degraded',
      since: this.#lostAt,
      reason: 'the process that counts for all is gone',
    };
  }

  get replicas(): number {
    return this.#owner.processes();
  }

  async ping(): Promise<void> {
    await this.#owner.ask('get', ['ping']);
  }

  async inspect(): Promise<RedisReport | undefined> {
    return undefined;
  }

  async dispose(): Promise<void> {
    await this.#local.dispose();
  }

  async #ask(asked: Exclude<Asked, 'claim' | 'settle'>, ...given: readonly unknown[]): Promise<unknown> {
    if (this.#owner.isConnected) return await this.#owner.ask(asked, given);
    const ask = this.#local[asked] as (...args: readonly unknown[]) => unknown;
    return await ask(...given);
  }
}

/** Here, because an error that comes from elsewhere has lost its class. */
function checkTimeToLive({ ttlSeconds }: { readonly ttlSeconds?: number }): void {
  if (ttlSeconds !== undefined) ttlMilliseconds(ttlSeconds);
}
