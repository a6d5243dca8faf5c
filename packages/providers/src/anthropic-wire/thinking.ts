import { asObject, asString } from '../kit/json.ts';
import type { MemberReview } from '../kit/request/member-review.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import type { Thinking } from './anthropic-api.ts';
import { forcesTool } from './anthropic-tools.ts';

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

/**
 * How the model is to think. Where something else that was asked for excludes it (docs, "Extended thinking", 2026-11),
 * that is what the caller's program waits for, and thinking gives way.
 */
export function anthropicThinking(call: ChatCall, maxTokens: number, review: MemberReview): ThinkingSettings {
  const asked = askedThinking(call, maxTokens, review);
  if (!isThinking(asked.thinking)) return asked;
  const reason = whyNotThinking(call, asked.thinking, maxTokens);
  if (reason === undefined) return asked;
  review.leaveOut(asObject(call.request.thinking) ? 'thinking' : 'reasoning_effort', reason);
  return { thinking: { type: 'disabled' } };
}

function whyNotThinking(
  { request, settings, callerHeaders }: ChatCall,
  thinking: Thinking | undefined,
  maxTokens: number,
): string | undefined {
  if (forcesTool(request)) return 'the model does not think while tool_choice forces a tool';
  const last = request.messages.at(-1);
  if (last?.role === 'assistant' && !last.tool_calls?.length && last.content !== null && last.content !== '') {
    return 'the model does not think where the last message begins its answer';
  }
  const budget = thinking?.budget_tokens;
  if (typeof budget !== 'number' || budget < maxTokens) return undefined;
  // Between calls of tools a model may think more than one answer holds.
  const betas = [settings.extraHeaders?.['anthropic-beta'], callerHeaders?.['anthropic-beta']].join(',');
  if (betas.includes('interleaved-thinking')) return undefined;
  return `its budget_tokens ${budget} must be less than max_tokens ${maxTokens}`;
}

export function isThinking(thinking: Thinking | undefined): boolean {
  return thinking !== undefined && thinking.type !== 'disabled';
}

/** The caller's own `thinking` as it is, else what `reasoning_effort` means for this model. */
function askedThinking(call: ChatCall, maxTokens: number, review: MemberReview): ThinkingSettings {
  const own = asObject(call.request.thinking);
  if (own) return { thinking: own };
  const effort = readEffort(call.request.reasoning_effort);
  if (effort === undefined) return {};
  if (call.facts?.lacks?.includes('reasoning_effort')) {
    review.leaveOut('reasoning_effort', 'the model does not think');
    return {};
  }
  // Newer models think unless they are told not to.
  if (effort === 'none') return { thinking: { type: 'disabled' } };
  const budget = budgetFor(effort, review);
  // A model that the table does not know is newer than those that take budgets.
  if (call.facts === undefined || call.facts.supportsAdaptiveThinking === true) {
    // Anthropic leaves thinking out of these models' answers by default; who asks for effort here reads `reasoning_content`.
    return { thinking: { type: 'adaptive', display: 'summarized' }, effort: effort === 'minimal' ? 'low' : effort };
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

function budgetFor(effort: string, review: MemberReview): number {
  const budget = Object.hasOwn(thinkingBudgets, effort) ? thinkingBudgets[effort] : undefined;
  if (budget !== undefined) return budget;
  const allowed = ['none', ...Object.keys(thinkingBudgets)].join(', ');
  throw review.refusal(
    `reasoning_effort: ${JSON.stringify(effort)} is not known; allowed are ${allowed}`,
    'reasoning_effort',
  );
}
