import { ErrorTypes, invalidInput } from '@showrunner/errors';

export function priceUnknown(): Error {
  const reason = 'has no known price, and the daily cost of this key is limited';
  return invalidInput([{ path: 'model', reason, allowed: 'a model with a known price' }]);
}

const SECONDS_A_DAY = 86_400;

/** Until the day that all of it counts by ends, in UTC. */
export function dailyCostReached(limitUsd: number): Error {
  const seconds = Math.max(1, Math.ceil(SECONDS_A_DAY - ((Date.now() / 1000) % SECONDS_A_DAY)));
  const quota = Math.round(limitUsd * 1e6);
  return ErrorTypes.RATE_LIMIT_EXCEEDED(
    `This key may cost ${limitUsd} US dollars a day, which begins at midnight UTC. Come again in ${seconds} s.`,
    { reason: 'daily_cost_usd', limit: limitUsd, retry_after: seconds, retryable: true },
    {
      headers: {
        'retry-after': String(seconds),
        'ratelimit-policy': `"daily-cost";q=${quota};w=${SECONDS_A_DAY};qu="micro-usd"`,
        ratelimit: `"daily-cost";r=0;t=${seconds}`,
      },
    },
  );
}
