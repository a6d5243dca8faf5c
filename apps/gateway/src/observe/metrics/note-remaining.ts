import type { Attempt } from '../../exchange/attempt.ts';
import type { SeenDeployment } from './seen.ts';

/** What a vendor says is left: by OpenAI's headers, and Anthropic's for the same. */
export function noteRemaining(seen: SeenDeployment, headers: NonNullable<Attempt['vendorHeaders']>): void {
  const requests = headers['x-ratelimit-remaining-requests'] ?? headers['anthropic-ratelimit-requests-remaining'];
  const tokens = headers['x-ratelimit-remaining-tokens'] ?? headers['anthropic-ratelimit-tokens-remaining'];
  if (requests !== undefined) seen.remainingRequests = numberOr(requests, seen.remainingRequests);
  if (tokens !== undefined) seen.remainingTokens = numberOr(tokens, seen.remainingTokens);
}

function numberOr(text: string | string[], before: number | undefined): number | undefined {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? before : number;
}
