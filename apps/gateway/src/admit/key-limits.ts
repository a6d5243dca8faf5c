import { Limiter, limitsOf, type Limited, type RateSettings } from '@showrunner/access';
import type { Limits } from '@showrunner/store';
import type { Exchange } from '../exchange/exchange.ts';
import { Admitted } from './admitted.ts';
import { LimitLines } from './limit-lines.ts';
import { limitRefusal } from './limit-refusal.ts';

/** The limits of one key, told in LiteLLM's words. */
export class KeyLimits {
  readonly #keyId: string;
  readonly #limiter: Limiter;
  readonly #lines: LimitLines;

  constructor(store: Limits, keyId: string, settings: RateSettings) {
    this.#keyId = keyId;
    this.#limiter = new Limiter(store, `key:${keyId}`, limitsOf(settings));
    this.#lines = new LimitLines(this.#limiter.limits);
  }

  /** Throws, or rejects with, a 429 that says which limit is spent and when to come again. */
  admit(exchange: Exchange): Admitted | Promise<Admitted> {
    const limited = this.#limiter.claim(exchange);
    return limited instanceof Promise ? limited.then((one) => this.#admitted(one)) : this.#admitted(limited);
  }

  #admitted(limited: Limited): Admitted {
    const headerLines = this.#lines.of(limited.states);
    if (limited.kind === 'spent') throw limitRefusal(this.#keyId, limited, headerLines);
    return new Admitted(headerLines, limited);
  }
}
