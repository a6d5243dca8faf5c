import { GatewayError } from '../failure/gateway-error.ts';

/** LiteLLM's refusal where as many requests are under way as `global_max_parallel_requests` allows. */
export function tooMany(limit: number): GatewayError {
  return new GatewayError({
    status: 429,
    type: 'throttling_error',
    message: `Max parallel requests reached. Limit: ${limit}`,
    headers: { 'retry-after': '1' },
  });
}
