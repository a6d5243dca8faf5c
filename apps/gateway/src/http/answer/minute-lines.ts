import type { Allowance, MinuteLimits } from '../../exchange/terms.ts';

/** What is left in this minute of what a group's deployments may take, as LiteLLM tells callers without limits of their own. */
export function minuteLines(limits: MinuteLimits, group: string): string {
  const left = limits.leftOf(group);
  return left ? linesOf('requests', left.requests) + linesOf('tokens', left.tokens) : '';
}

function linesOf(unit: string, allowance: Allowance | undefined): string {
  if (!allowance) return '';
  return `x-ratelimit-limit-${unit}: ${allowance.limit}\r\nx-ratelimit-remaining-${unit}: ${allowance.remaining}\r\n`;
}
