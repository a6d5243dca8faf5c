import { asCount, asObject, countIn, type JsonObject } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';
import { readResponsesUsage } from './read-responses-usage.ts';

/**
 * Token counts as vendors of OpenAI's wire write them, and as the gateway keeps those of all vendors. Nothing where they
 * are no counts, so that nobody takes zeros for a count.
 */
export function readOpenAiUsage(value: unknown): Usage | undefined {
  const usage = asObject(value);
  return usage && usageOf(usage, countIn(usage.prompt_tokens), countIn(usage.completion_tokens));
}

/**
 * The same of servers that speak OpenAI's wire in their own words: with the names that the Responses API has for them, or
 * with the total alone, as Voyage and Jina tell it, which counts as asked.
 */
export function readAnyUsage(value: unknown): Usage | undefined {
  const usage = asObject(value);
  if (!usage) return undefined;
  const total = countIn(usage.total_tokens);
  return (
    readOpenAiUsage(usage) ??
    readResponsesUsage(usage) ??
    (total === undefined || total === 0 ? undefined : usageOf(usage, total, 0))
  );
}

/** What one of two is that is no count is the rest of the total. */
function usageOf(usage: JsonObject, prompt: number | undefined, completion: number | undefined): Usage | undefined {
  if (prompt === undefined && completion === undefined) return undefined;
  const total = asCount(usage.total_tokens);
  const asked = prompt ?? Math.max(0, total - (completion ?? 0));
  const answered = completion ?? Math.max(0, total - asked);
  const input = inputDetails(usage);
  const output = countsOf(asObject(usage.completion_tokens_details), OUTPUT_PARTS);
  return {
    prompt_tokens: asked,
    completion_tokens: answered,
    total_tokens: total || asked + answered,
    ...(input && { prompt_tokens_details: input }),
    ...(output && { completion_tokens_details: output }),
  };
}

/** The same for callers: beside what is billed, each part as the vendor gave it, nothing as well. */
export function readShownUsage(value: unknown): Usage | undefined {
  const usage = readAnyUsage(value);
  if (!usage) return undefined;
  const { prompt_tokens_details: input, completion_tokens_details: output } = asObject(value) ?? {};
  return {
    ...usage,
    ...(asObject(input) && { prompt_tokens_details: { ...asObject(input), ...usage.prompt_tokens_details } }),
    ...(asObject(output) && { completion_tokens_details: { ...asObject(output), ...usage.completion_tokens_details } }),
  };
}

const INPUT_PARTS = ['audio_tokens', 'image_tokens'] as const;
const OUTPUT_PARTS = ['reasoning_tokens', 'audio_tokens', 'image_tokens'] as const;

/** Those that are more than nothing. */
function countsOf<Part extends string>(
  details: JsonObject | undefined,
  parts: readonly Part[],
): Partial<Record<Part, number>> | undefined {
  const counts: Partial<Record<Part, number>> = {};
  let hasAny = false;
  for (const part of parts) {
    const count = asCount(details?.[part]);
    if (count === 0) continue;
    counts[part] = count;
    hasAny = true;
  }
  return hasAny ? counts : undefined;
}

function inputDetails(usage: JsonObject): Usage['prompt_tokens_details'] {
  const details = asObject(usage.prompt_tokens_details) ?? {};
  const cached = cachedTokens(usage, details);
  const written = asCount(details.cache_creation_tokens);
  const kept = asObject(details.cache_creation_token_details);
  const parts = countsOf(details, INPUT_PARTS);
  if (cached === 0 && written === 0 && !parts) return undefined;
  return {
    ...parts,
    ...(cached > 0 && { cached_tokens: cached }),
    ...(written > 0 && { cache_creation_tokens: written }),
    ...(kept && {
      cache_creation_token_details: {
        ephemeral_5m_input_tokens: asCount(kept.ephemeral_5m_input_tokens),
        ephemeral_1h_input_tokens: asCount(kept.ephemeral_1h_input_tokens),
      },
    }),
  };
}

/** OpenAI nests it, DeepSeek calls it `prompt_cache_hit_tokens`, Moonshot and vLLM's kin put it at the top. */
function cachedTokens(usage: JsonObject, details: JsonObject): number {
  return asCount(details.cached_tokens) || asCount(usage.prompt_cache_hit_tokens) || asCount(usage.cached_tokens);
}
