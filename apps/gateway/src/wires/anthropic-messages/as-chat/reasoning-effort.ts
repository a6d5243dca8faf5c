import type { ModelInfo } from '@showrunner/models';
import { asObject, asString, type MessagesRequest } from '@showrunner/providers';

/** The least budget of thinking, in tokens, that means an effort: LiteLLM 1.108.7's figures the other way round. */
const leastBudgets = [
  { effort: 'high', tokens: 4096 },
  { effort: 'medium', tokens: 2048 },
  { effort: 'low', tokens: 1024 },
];

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
      return declared ?? effortOf(Number(thinking.budget_tokens));
    case 'adaptive':
      return declared ?? 'medium';
    default:
      return declared;
  }
}

/** The table names those that reason; of a model that it does not know nobody can tell. */
function mayReason({ supports_reasoning: reasons, max_output_tokens: most, max_tokens: tokens }: ModelInfo): boolean {
  return reasons === true || (reasons === undefined && most === undefined && tokens === undefined);
}

function effortOf(budget: number): string {
  return leastBudgets.find(({ tokens }) => budget >= tokens)?.effort ?? 'minimal';
}
