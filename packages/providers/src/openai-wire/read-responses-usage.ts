import { asCount, asObject } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';

/** Token counts as the Responses API writes them, as the gateway keeps those of all vendors. Nothing where they are none. */
export function readResponsesUsage(value: unknown): Usage | undefined {
  const usage = asObject(value);
  if (!usage || (usage.input_tokens === undefined && usage.output_tokens === undefined)) return undefined;
  const input = asCount(usage.input_tokens);
  const output = asCount(usage.output_tokens);
  const cached = asCount(asObject(usage.input_tokens_details)?.cached_tokens);
  const reasoning = asCount(asObject(usage.output_tokens_details)?.reasoning_tokens);
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: asCount(usage.total_tokens) || input + output,
    ...(cached > 0 && { prompt_tokens_details: { cached_tokens: cached } }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}
