import type { Limited } from '@showrunner/access';
import type { Exchange } from '../exchange/exchange.ts';
import type { CallLimiter } from '../keys/limits/call-limiter.ts';
import { Admitted, type PaidBy } from './admitted.ts';
import { limitRefusal } from './limit-refusal.ts';

/**
 * Claims what limits the caller of an exchange. Throws, or rejects with, a 429 that says which is spent and when to come again.
 *
 * @param paid who pays for it; nothing where nobody does
 */
export function claimLimits(limiter: CallLimiter, exchange: Exchange, paid?: PaidBy): Admitted | Promise<Admitted> {
  const limited = limiter.claim(exchange);
  return limited instanceof Promise
    ? limited.then((one) => admitted(limiter, one, paid))
    : admitted(limiter, limited, paid);
}

/** Counts a request that uses nothing. Rejects with a 429 that says which limit is spent. */
export async function countRequest(limiter: CallLimiter): Promise<void> {
  const limited = await limiter.claim({ expectedTokens: () => 0 });
  if (limited.kind === 'spent') throw limitRefusal(limited, limiter.lines.of(limited.states));
  limited.settle(0, 0);
}

function admitted(limiter: CallLimiter, limited: Limited, paid: PaidBy | undefined): Admitted {
  const headerLines = limiter.lines.of(limited.states);
  if (limited.kind === 'spent') throw limitRefusal(limited, headerLines);
  return new Admitted(headerLines, limited, paid);
}
