import { asCount, asObject, countIn } from '../kit/json.ts';
import type { Usage } from '../spec/operations/chat.ts';

/** Token counts as the Responses API writes them, as the gateway keeps those of all vendors. Nothing where they are none. */
export function readResponsesUsage(value: unknown): Usage | undefined {
  const usage = asObject(value);
  if (!usage) return undefined;
  const [asked, answered] = [countIn(usage.input_tokens), countIn(usage.output_tokens)];
  if (asked === undefined && answered === undefined) return undefined;
  const [input, output] = [asked ?? 0, answered ?? 0];
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
