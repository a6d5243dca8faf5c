import type { FinishReason } from '@showrunner/providers';

/** A text has no calls of tools: whoever ended for one has stopped. */
export function textFinishReason(reason: FinishReason | null): FinishReason | null {
  return reason === 'tool_calls' || reason === 'function_call' ? 'stop' : reason;
}
