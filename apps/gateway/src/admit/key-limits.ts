import { randomBytes } from 'node:crypto';
import type { Claimed, Limits, Settlement } from '@showrunner/store';
import { estimateTokens } from '../account/estimate-usage.ts';
import type { RequestRecord } from '../account/request-record.ts';
import type { KeyLimits } from '../config/gateway-config.ts';
import type { Admitted } from './admitted.ts';
import type { Ask } from './ask.ts';
import type { KeyClaim, LimitedUnit } from './key-claim.ts';
import { limitHeaders, refusal } from './limit-headers.ts';

const WINDOW_SECONDS = 60;
const processPart = randomBytes(8).toString('hex');
let holders = 0;

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
  admit(ask: Ask): Admitted | Promise<Admitted> {
    const claims = this.#claims(ask);
    const claimed = this.#limits.claim(claims.map(({ claim }) => claim));
    return claimed instanceof Promise
      ? claimed.then((answer) => this.#admitted(claims, answer))
      : this.#admitted(claims, claimed);
  }

  #claims(ask: Ask): KeyClaim[] {
    const { requestsPerMinute, tokensPerMinute, maxParallelRequests } = this.#settings;
    const claims: KeyClaim[] = [];
    if (requestsPerMinute !== undefined) claims.push(this.#window('requests', requestsPerMinute, 1));
    if (tokensPerMinute !== undefined) {
      claims.push(this.#window('tokens', tokensPerMinute, Math.min(expectedTokens(ask), tokensPerMinute)));
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
      headerLines: asLines(limitHeaders(claims, claimed)),
      settle: (record) => this.#settle(claims, claimed, record),
    };
  }

  #settle(claims: readonly KeyClaim[], claimed: Claimed, record: RequestRecord): void {
    const settlements: Settlement[] = [];
    for (const [index, { unit, claim }] of claims.entries()) {
      if (claim.kind === 'slot') settlements.push(claim);
      else if (unit === 'tokens') {
        // What was reserved in a window that is over is gone with it.
        const isOver = record.durationMs > (claimed.states[index]?.resetMs ?? 0);
        const by = usedTokens(record) - (isOver ? 0 : claim.amount);
        if (by !== 0) settlements.push({ kind: 'window', key: claim.key, by, windowSeconds: claim.windowSeconds });
      }
    }
    if (settlements.length > 0) void this.#limits.settle(settlements);
  }
}

function asLines(headers: readonly string[]): string {
  let lines = '';
  for (let index = 0; index < headers.length; index += 2) lines += `${headers[index]}: ${headers[index + 1]}\r\n`;
  return lines;
}

/** The question, estimated by its length, and the longest answer where the caller bounds it. */
function expectedTokens({ request, requestBytes }: Ask): number {
  return estimateTokens(requestBytes) + (request.max_completion_tokens ?? request.max_tokens ?? 0);
}

/** A cached answer costs no vendor's tokens. */
function usedTokens({ usage, isCacheHit }: RequestRecord): number {
  return isCacheHit ? 0 : (usage?.total_tokens ?? 0);
}
