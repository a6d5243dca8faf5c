import { refusedRequest } from '../kit/failures.ts';
import { asObject, asString } from '../kit/json.ts';
import type { MemberReview } from '../kit/member-review.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import type { Thinking } from './anthropic-api.ts';
import { vendor } from './vendor.ts';

/** Tokens of thinking for each `reasoning_effort`: LiteLLM 1.90.0's values, which its users' budgets are made for. */
const thinkingBudgets: Readonly<Record<string, number>> = {
  minimal: 1024,
  low: 1024,
  medium: 2048,
  high: 4096,
  xhigh: 8192,
  max: 16_384,
};

/** Anthropic refuses less. */
const MIN_BUDGET_TOKENS = 1024;

export interface ThinkingSettings {
  thinking?: Thinking;
  effort?: string;
}

/** The caller's own `thinking` as it is, else what `reasoning_effort` means for this model. */
export function anthropicThinking(call: ChatCall, maxTokens: number, review: MemberReview): ThinkingSettings {
  const own = asObject(call.request.thinking);
  if (own) return { thinking: own };
  const effort = readEffort(call.request.reasoning_effort);
  if (effort === undefined) return {};
  // Newer models think unless they are told not to.
  if (effort === 'none') return { thinking: { type: 'disabled' } };
  const budget = budgetFor(effort);
  // A model that the table does not know is newer than those that take budgets.
  if (call.facts === undefined || call.facts.supportsAdaptiveThinking === true) {
    return { thinking: { type: 'adaptive' }, effort: effort === 'minimal' ? 'low' : effort };
  }
  // Thinking is paid out of max_tokens, and must leave something for the answer.
  const affordable = Math.min(budget, Math.floor(maxTokens / 2));
  if (affordable >= MIN_BUDGET_TOKENS) return { thinking: { type: 'enabled', budget_tokens: affordable } };
  review.warn(
    'reasoning_effort',
    `max_tokens ${maxTokens} leaves no room to think; thinking needs ${MIN_BUDGET_TOKENS}`,
  );
  return {};
}

/** A word, or OpenAI's object of the Responses API with the word in it. */
function readEffort(value: unknown): string | undefined {
  return asString(value) ?? asString(asObject(value)?.effort);
}

function budgetFor(effort: string): number {
  const budget = Object.hasOwn(thinkingBudgets, effort) ? thinkingBudgets[effort] : undefined;
  if (budget !== undefined) return budget;
  const allowed = ['none', ...Object.keys(thinkingBudgets)].join(', ');
  throw refusedRequest(
    vendor,
    `reasoning_effort: ${JSON.stringify(effort)} is not known; allowed are ${allowed}`,
    'reasoning_effort',
  );
}
