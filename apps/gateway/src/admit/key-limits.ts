import { randomBytes } from 'node:crypto';
import type { ChatRequest } from '@showrunner/providers';
import type { Claim, Claimed, Limits, Settlement } from '@showrunner/store';
import { estimateUsage } from '../account/estimate-usage.ts';
import type { RequestRecord } from '../account/request-record.ts';
import type { KeyLimits } from '../config/gateway-config.ts';
import type { Admitted } from './admitted.ts';
import { limitHeaders, refusal } from './limit-headers.ts';

const WINDOW_SECONDS = 60;
const processPart = randomBytes(8).toString('hex');
let holders = 0;

/** What a limit is on: LiteLLM's names for it. */
export type LimitedUnit = 'requests' | 'tokens' | 'max_parallel_requests';

/** A claim with what it is on. */
export interface KeyClaim {
  readonly unit: LimitedUnit;
  readonly claim: Claim;
}

/**
 * The limits of one key: requests and tokens a minute, and requests at once. They are exact among all replicas that
 * share the store. Tokens are claimed as an estimate and corrected by what was used.
 */
export class KeyLimiter {
  readonly #limits: Limits;
  readonly #keyId: string;
  readonly #settings: KeyLimits;
  /** Made once: a name that is put together has to be hashed anew each time it is looked up. */
  readonly #keys: Readonly<Record<LimitedUnit, string>>;

  constructor(limits: Limits, keyId: string, settings: KeyLimits) {
    this.#limits = limits;
    this.#keyId = keyId;
    this.#settings = settings;
    this.#keys = {
      requests: `limit:key:${keyId}:requests`,
      tokens: `limit:key:${keyId}:tokens`,
      max_parallel_requests: `limit:key:${keyId}:max_parallel_requests`,
    };
  }

  /** Throws, or rejects with, a 429 that says which limit is spent and when to come again. */
  admit(request: ChatRequest): Admitted | Promise<Admitted> {
    const claims = this.#claims(request);
    const claimed = this.#limits.claim(claims.map(({ claim }) => claim));
    return claimed instanceof Promise
      ? claimed.then((answer) => this.#admitted(claims, answer))
      : this.#admitted(claims, claimed);
  }

  #claims(request: ChatRequest): KeyClaim[] {
    const { requestsPerMinute, tokensPerMinute, maxParallelRequests } = this.#settings;
    const claims: KeyClaim[] = [];
    if (requestsPerMinute !== undefined) claims.push(this.#window('requests', requestsPerMinute, 1));
    if (tokensPerMinute !== undefined) {
      claims.push(this.#window('tokens', tokensPerMinute, Math.min(expectedTokens(request), tokensPerMinute)));
    }
    if (maxParallelRequests !== undefined) {
      const key = this.#keys.max_parallel_requests;
      const holder = `${processPart}-${holders++}`;
      claims.push({ unit: 'max_parallel_requests', claim: { kind: 'slot', key, limit: maxParallelRequests, holder } });
    }
    return claims;
  }

  #window(unit: LimitedUnit, limit: number, amount: number): KeyClaim {
    return { unit, claim: { kind: 'window', key: this.#keys[unit], limit, amount, windowSeconds: WINDOW_SECONDS } };
  }

  #admitted(claims: readonly KeyClaim[], claimed: Claimed): Admitted {
    if (!claimed.isGranted) throw refusal(this.#keyId, claims, claimed);
    return {
      headers: limitHeaders(claims, claimed),
      settle: (record) => this.#settle(claims, claimed, record),
    };
  }

  #settle(claims: readonly KeyClaim[], claimed: Claimed, record: RequestRecord): void {
    const settlements = claims.flatMap(({ unit, claim }, index): Settlement[] => {
      if (claim.kind === 'slot') return [claim];
      if (unit !== 'tokens') return [];
      // What was reserved in a window that is over is gone with it.
      const isOver = record.durationMs > (claimed.states[index]?.resetMs ?? 0);
      const by = usedTokens(record) - (isOver ? 0 : claim.amount);
      return by === 0 ? [] : [{ kind: 'window', key: claim.key, by, windowSeconds: claim.windowSeconds }];
    });
    if (settlements.length > 0) void this.#limits.settle(settlements);
  }
}

/** The question, estimated, and the longest answer where the caller bounds it. */
function expectedTokens(request: ChatRequest): number {
  const answer = request.max_completion_tokens ?? request.max_tokens ?? 0;
  return estimateUsage(request, answer).total_tokens;
}

/** A cached answer costs no vendor's tokens. */
function usedTokens({ usage, isCacheHit }: RequestRecord): number {
  return isCacheHit ? 0 : (usage?.total_tokens ?? 0);
}
