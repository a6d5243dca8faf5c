import type { Claim, Claimed, Limits, Settlement } from '@showrunner/store';
import type { Exchange } from '../exchange/exchange.ts';
import type { FinishedRecord } from '../exchange/record.ts';
import type { KeyLimits } from '../config/sections/general-settings.ts';
import type { Admitted } from './admitted.ts';
import type { KeyLimit, LimitedUnit } from './key-limit.ts';
import { LimitLines } from './limit-lines.ts';
import { limitRefusal } from './limit-refusal.ts';

const WINDOW_SECONDS = 60;
let holders = 0;

/**
 * The limits of one key: requests and tokens a minute, and requests at once. They are exact among all replicas that
 * share the store. Tokens are claimed as an estimate and corrected by what was used.
 */
export class KeyLimiter {
  readonly #store: Limits;
  readonly #keyId: string;
  readonly #limits: readonly KeyLimit[];
  readonly #lines: LimitLines;

  constructor(store: Limits, keyId: string, settings: KeyLimits) {
    const limit = (unit: LimitedUnit, most: number | undefined): KeyLimit[] =>
      most === undefined ? [] : [{ unit, key: `limit:key:${keyId}:${unit}`, limit: most }];
    this.#store = store;
    this.#keyId = keyId;
    this.#limits = [
      ...limit('requests', settings.requestsPerMinute),
      ...limit('tokens', settings.tokensPerMinute),
      ...limit('max_parallel_requests', settings.maxParallelRequests),
    ];
    this.#lines = new LimitLines(this.#limits);
  }

  /** Throws, or rejects with, a 429 that says which limit is spent and when to come again. */
  admit(exchange: Exchange): Admitted | Promise<Admitted> {
    const claims: Claim[] = [];
    for (const limit of this.#limits) claims.push(claimOf(limit, exchange));
    const claimed = this.#store.claim(claims);
    return claimed instanceof Promise
      ? claimed.then((answer) => this.#admitted(claims, answer))
      : this.#admitted(claims, claimed);
  }

  #admitted(claims: readonly Claim[], { isGranted, states }: Claimed): Admitted {
    const headerLines = this.#lines.of(states);
    if (!isGranted) throw limitRefusal(this.#keyId, this.#limits, states, headerLines);
    return { headerLines, settle: (record) => this.#settle(claims, states, record) };
  }

  #settle(claims: readonly Claim[], states: Claimed['states'], record: FinishedRecord): void {
    const settlements: Settlement[] = [];
    for (const [index, claim] of claims.entries()) {
      if (claim.kind === 'slot') settlements.push(claim);
      else if (this.#limits[index]?.unit === 'tokens') {
        // What was reserved in a window that is over is gone with it.
        const isOver = record.durationMs > (states[index]?.resetMs ?? 0);
        const by = usedTokens(record) - (isOver ? 0 : claim.amount);
        if (by !== 0) settlements.push({ kind: 'window', key: claim.key, by, windowSeconds: WINDOW_SECONDS });
      }
    }
    if (settlements.length > 0) void this.#store.settle(settlements);
  }
}

function claimOf({ unit, key, limit }: KeyLimit, { operation, request, requestBytes }: Exchange): Claim {
  if (unit === 'max_parallel_requests') return { kind: 'slot', key, limit, holder: holders++ };
  const amount = unit === 'requests' ? 1 : Math.min(operation.expectedTokens(request, requestBytes), limit);
  return { kind: 'window', key, limit, amount, windowSeconds: WINDOW_SECONDS };
}

/** A cached answer costs no vendor's tokens. */
function usedTokens({ usage, isCacheHit }: FinishedRecord): number {
  return isCacheHit ? 0 : (usage?.total_tokens ?? 0);
}
