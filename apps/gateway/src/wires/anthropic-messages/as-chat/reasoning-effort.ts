import type { ModelInfo } from '@showrunner/models';
import { asObject, asString, type MessagesRequest } from '@showrunner/providers';
import { mayReason } from '../../openai/may-reason.ts';
import { effortOfBudget } from '../../openai/effort-of-budget.ts';

/** Efforts that every model which reasons takes; those beyond `high` are some models' alone. */
const efforts: Readonly<Record<string, string>> = {
  low: 'low',
  medium: 'medium',
  high: 'high',
  xhigh: 'high',
  max: 'high',
};

/**
 * How much the model is to reason, in chat's word. Nothing where the request does not say, and for a model that is known
 * not to reason, because its provider would refuse the member: programs for coding ask every model to think.
 */
export function reasoningEffort(
  { thinking, output_config: output }: MessagesRequest,
  known: ModelInfo,
): string | undefined {
  if (!mayReason(known)) return undefined;
  const declared = efforts[asString(asObject(output)?.effort) ?? ''];
  switch (thinking?.type) {
    case 'disabled':
      return known.supports_none_reasoning_effort === true ? 'none' : undefined;
    case 'enabled':
      return declared ?? effortOfBudget(Number(thinking.budget_tokens));
    case 'adaptive':
      return declared ?? 'medium';
    default:
      return declared;
  }
}
