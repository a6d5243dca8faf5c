import type { ModelInfo } from '@showrunner/models';

/** The table names those that reason; of a model that it does not know nobody can tell. */
export function mayReason({
  supports_reasoning: reasons,
  max_output_tokens: most,
  max_tokens: tokens,
}: ModelInfo): boolean {
  return reasons === true || (reasons === undefined && most === undefined && tokens === undefined);
}
