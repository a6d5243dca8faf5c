import { RateLimitFields, type Limited, type Limiter, type Spent } from '@showrunner/access';
import { ErrorTypes } from '@showrunner/errors';
import type { FastifyReply } from 'fastify';

/** Nobody can foretell when one of so many at once has ended. */
const RETRY_PARALLEL_SECONDS = 1;

const NO_TOKENS = { expectedTokens: () => 0 };

/**
 * Takes what a request needs of one of its key's limiters, as `takeLimits` does, and gives it back when the reply has
 * ended.
 *
 * @throws ApiError RATE_LIMIT_EXCEEDED, with when to come again
 */
export async function claimLimits(limiter: Limiter, reply: FastifyReply): Promise<void> {
  const release = await takeLimits(limiter, reply);
  if (reply.raw.destroyed) release();
  else reply.raw.once('close', release);
}

/**
 * Takes it and tells what is left, beside what was told of the others. Of what is refused nothing is counted. Gives what
 * gives it back, to be called once.
 *
 * @throws ApiError RATE_LIMIT_EXCEEDED, with when to come again
 */
export async function takeLimits(limiter: Limiter, reply: FastifyReply): Promise<() => void> {
  if (limiter.limits.length === 0) return () => undefined;
  const startedAt = performance.now();
  const limited = await limiter.claim(NO_TOKENS);
  tellLimits(limiter, limited, reply);
  if (limited.kind === 'spent') throw refusal(limited);
  return () => limited.settle(0, performance.now() - startedAt);
}

function tellLimits({ limits }: Limiter, { states }: Limited, reply: FastifyReply): void {
  const fields = new RateLimitFields(limits);
  if (fields.policy === undefined) return;
  for (const [name, value] of Object.entries({ 'ratelimit-policy': fields.policy, ratelimit: fields.of(states) })) {
    const told = reply.getHeader(name);
    void reply.header(name, told === undefined ? value : `${String(told)}, ${value}`);
  }
}

function refusal({ limit, state }: Spent): Error {
  const seconds = limit.unit === 'parallel' ? RETRY_PARALLEL_SECONDS : Math.max(1, Math.ceil(state.resetMs / 1000));
  const what = limit.unit === 'parallel' ? 'generations at the same time' : 'requests a minute';
  const reason = limit.unit === 'parallel' ? 'max_parallel' : 'requests_per_minute';
  return ErrorTypes.RATE_LIMIT_EXCEEDED(
    `This key may have ${limit.most} ${what}. Come again in ${seconds} s.`,
    { reason, limit: limit.most, retryable: true },
    { headers: { 'retry-after': String(seconds) } },
  );
}
