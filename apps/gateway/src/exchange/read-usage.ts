import type { Usage } from '@showrunner/providers';
import { isMapping } from '../json/mapping.ts';

/** Token counts as a vendor of OpenAI's wire writes them; nothing where they are no counts. */
export function readUsage(value: unknown): Usage | undefined {
  if (!isMapping(value)) return undefined;
  const prompt = asCount(value.prompt_tokens);
  const completion = asCount(value.completion_tokens) ?? 0;
  if (prompt === undefined) return undefined;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: asCount(value.total_tokens) ?? prompt + completion,
    ...(isMapping(value.prompt_tokens_details) && { prompt_tokens_details: readDetails(value.prompt_tokens_details) }),
  };
}

function readDetails(details: Record<string, unknown>): NonNullable<Usage['prompt_tokens_details']> {
  const cached = asCount(details.cached_tokens);
  const created = asCount(details.cache_creation_tokens);
  return {
    ...(cached !== undefined && { cached_tokens: cached }),
    ...(created !== undefined && { cache_creation_tokens: created }),
  };
}

function asCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
