import type { Mapping } from '../../json/mapping.ts';
import { textsIn } from '../settings.ts';

/**
 * `disable_global_guardrails` and `opted_out_global_guardrails`: which guardrails of everybody a key does not meet.
 *
 * @param metadata the team's with the key's over it, as LiteLLM reads them (`integrations/custom_guardrail.py`, 1.108.7)
 */
export function sparedGuardsOf(metadata: Mapping): 'all' | ReadonlySet<string> | undefined {
  if (metadata.disable_global_guardrails === true) return 'all';
  const names = textsIn(metadata, 'opted_out_global_guardrails');
  return names.length === 0 ? undefined : new Set(names);
}
