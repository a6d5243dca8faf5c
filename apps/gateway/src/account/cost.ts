import type { Usage } from '@showrunner/providers';
import type { Price } from '../exchange/deployment.ts';

/** US dollars, or nothing where the price is not known: an unknown cost is never zero. */
export function costOf(usage: Usage, price: Price | undefined): number | undefined {
  if (!price) return undefined;
  const details = usage.prompt_tokens_details;
  const cached = details?.cached_tokens ?? 0;
  const written = details?.cache_creation_tokens ?? 0;
  const writtenForAnHour = details?.cache_creation_token_details?.ephemeral_1h_input_tokens ?? 0;
  const plain = Math.max(0, usage.prompt_tokens - cached - written);
  const cacheWrite = price.cacheWrite ?? price.input;
  return (
    plain * price.input +
    cached * (price.cachedInput ?? price.input) +
    (written - writtenForAnHour) * cacheWrite +
    writtenForAnHour * (price.cacheWriteHour ?? cacheWrite) +
    usage.completion_tokens * price.output
  );
}
