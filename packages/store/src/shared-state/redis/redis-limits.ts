import type { Result } from 'ioredis';
import { CLAIM, RENEW, RESTATE, SETTLE } from './limit-scripts.ts';
import type { RedisClient } from './redis-client.ts';
import { ttlMilliseconds } from '../shared-state.ts';
import {
  amountOf,
  decide,
  type Claim,
  type Claimed,
  type Limits,
  type Settlement,
  type Slot,
  type Usage,
} from '../limits.ts';

/** A slot of a process that died is free again after this time; living processes renew theirs three times as often. */
const SLOT_LEASE_MS = 60_000;
const RENEW_EVERY_MS = SLOT_LEASE_MS / 3;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    claimLimits(count: number, ...keysPartsAndProcess: (string | number)[]): Result<string, Context>;
    settleLimits(count: number, ...keysPartsAndProcess: (string | number)[]): Result<null, Context>;
    restatePurses(count: number, ...keysPartsAndProcess: (string | number)[]): Result<null, Context>;
    renewSlots(key: string, leaseMs: number, ...holders: string[]): Result<null, Context>;
  }
}

/** A purse as a process knows it. */
export interface KnownPurse {
  readonly key: string;
  /** By all, at least; and beside that. */
  readonly spentAtLeast: number;
  readonly spentMore: number;
  /** By this process, in all. */
  readonly reserved: number;
  readonly keepSeconds: number;
}

/** Limits that all replicas share: one round trip a claim, and one behind the answer to settle it. */
export class RedisLimits implements Limits {
  readonly #redis: RedisClient;
  /** What tells the holders of this process from those of the others. */
  readonly #process: string;
  /** The slots of this process. */
  readonly #held = new Map<string, Set<number>>();
  readonly #renewing: NodeJS.Timeout;
  #isGathering = false;

  /** @param process how this one is told from the others */
  constructor(redis: RedisClient, process: string) {
    this.#process = process;
    redis.defineCommand('claimLimits', { lua: CLAIM });
    redis.defineCommand('settleLimits', { lua: SETTLE });
    redis.defineCommand('restatePurses', { lua: RESTATE });
    redis.defineCommand('renewSlots', { lua: RENEW, numberOfKeys: 1 });
    this.#redis = redis;
    this.#renewing = setInterval(() => void this.#renew().catch(() => undefined), RENEW_EVERY_MS).unref();
  }

  async claim(claims: readonly Claim[]): Promise<Claimed> {
    // From now on, because its work may be over before a late answer comes.
    for (const claim of claims) if (claim.kind === 'slot') this.#hold(claim);
    try {
      const claimed = await this.#claim(claims);
      if (!claimed.isGranted) this.#letGo(claims);
      return claimed;
    } catch (error) {
      this.#letGo(claims);
      throw error;
    }
  }

  async #claim(claims: readonly Claim[]): Promise<Claimed> {
    this.#sendTogether();
    const text = await this.#redis.claimLimits(
      claims.length,
      ...claims.map(({ key }) => key),
      JSON.stringify(claims.flatMap((claim) => this.#claimParts(claim))),
      this.#process,
    );
    const reply = text.split(' ');
    return decide(
      claims,
      claims.map((_, index): Usage => ({
        used: Number(reply[index * 3] ?? 0),
        resetMs: Number(reply[index * 3 + 1] ?? 0),
        reserved: Number(reply[index * 3 + 2] ?? 0),
      })),
    );
  }

  async settle(settlements: readonly Settlement[]): Promise<void> {
    this.#letGo(settlements);
    this.#sendTogether();
    await this.#redis.settleLimits(
      settlements.length,
      ...settlements.map(({ key }) => key),
      JSON.stringify(settlements.flatMap((settlement) => this.#settlementParts(settlement))),
      this.#process,
    );
  }

  /** Which slots of a set this process holds. */
  held(key: string): Iterable<number> {
    return this.#held.get(key) ?? [];
  }

  /** Holds these too, which were claimed elsewhere, and says anew which are held: a server may have forgotten them. */
  async hold(slots: readonly Slot[]): Promise<void> {
    for (const slot of slots) this.#hold(slot);
    await this.#renew();
  }

  /** Says how purses stand, as far as this process knows. */
  async restate(purses: readonly KnownPurse[]): Promise<void> {
    await this.#redis.restatePurses(
      purses.length,
      ...purses.map(({ key }) => key),
      JSON.stringify(
        purses.flatMap(({ spentAtLeast, spentMore, reserved, keepSeconds }) => [
          spentAtLeast,
          spentMore,
          reserved,
          keepSeconds * 1000,
        ]),
      ),
      this.#process,
    );
  }

  /** What requests that came together claim leaves together: a write of its own is the dearest part of a claim. */
  #sendTogether(): void {
    // A cluster's connections are its nodes'.
    if (this.#isGathering || !('stream' in this.#redis) || this.#redis.status !== 'ready') return;
    const { stream } = this.#redis;
    stream.cork();
    this.#isGathering = true;
    setImmediate(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }

  #claimParts(claim: Claim): (string | number)[] {
    switch (claim.kind) {
      case 'window':
        return [claim.kind, claim.limit, amountOf(claim), ttlMilliseconds(claim.windowSeconds), 0];
      case 'slot':
        return [claim.kind, claim.limit, this.#nameOf(claim.holder), SLOT_LEASE_MS, 0];
      case 'purse':
        return [claim.kind, claim.limit, claim.amount, claim.keepSeconds * 1000, claim.spentAtLeast];
    }
  }

  #settlementParts(settlement: Settlement): (string | number)[] {
    switch (settlement.kind) {
      case 'window':
        return [settlement.kind, settlement.by, ttlMilliseconds(settlement.windowSeconds), 0];
      case 'slot':
        return [settlement.kind, this.#nameOf(settlement.holder), 0, 0];
      case 'purse':
        return [settlement.kind, settlement.spent, settlement.keepSeconds * 1000, settlement.reserved];
    }
  }

  dispose(): void {
    clearInterval(this.#renewing);
  }

  #nameOf(holder: number): string {
    return `${this.#process}-${holder}`;
  }

  #hold({ key, holder }: Slot): void {
    const holders = this.#held.get(key);
    if (holders) holders.add(holder);
    else this.#held.set(key, new Set([holder]));
  }

  #letGo(ofThese: readonly (Claim | Settlement)[]): void {
    for (const one of ofThese) if (one.kind === 'slot') this.#held.get(one.key)?.delete(one.holder);
  }

  /** What cannot be renewed now is renewed with the next turn, two of which fit into a lease. */
  async #renew(): Promise<void> {
    const renewals: Promise<null>[] = [];
    for (const [key, holders] of this.#held) {
      const names = [...holders].map((holder) => this.#nameOf(holder));
      // Kept till now, because the next request was likely to come; not for good, because keys come and go.
      if (names.length === 0) this.#held.delete(key);
      else renewals.push(this.#redis.renewSlots(key, SLOT_LEASE_MS, ...names));
    }
    await Promise.all(renewals);
  }
}
