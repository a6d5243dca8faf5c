import type { JsonObject } from '../kit/json.ts';
import { leaveOut, type MemberReview } from '../kit/member-review.ts';
import type { ChatCall } from '../spec/operations/chat.ts';

/** What reasoning refuses (OpenAI, "Reasoning models" and "Using GPT-5.2", 2026): sampling is not the caller's then. */
const samplingMembers = ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty', 'logprobs', 'top_logprobs'];

/** o1 and later, gpt-5 and later, but for the chat variant of the first gpt-5, which does not reason. */
export function isReasoningModel(model: string): boolean {
  return /^(o[1-9](-|$)|gpt-([5-9]|[1-9]\d)(?!-chat))/.test(model);
}

/** Reasoning models count their thinking in `max_completion_tokens`, and refuse `max_tokens`. */
export function prepareReasoningBody(body: JsonObject, call: ChatCall, review: MemberReview): void {
  if (!isReasoningModel(call.model)) return;
  body.max_completion_tokens ??= body.max_tokens;
  body.max_tokens = undefined;
  if (takesSampling(call)) return;
  for (const member of samplingMembers) {
    const isDefault = (member === 'temperature' || member === 'top_p') && body[member] === 1;
    if (!isDefault) leaveOut(body, member, 'the model refuses it while it reasons', review);
  }
}

/** Models whose default is not to reason take them as long as no effort is asked for. */
function takesSampling({ facts, request }: ChatCall): boolean {
  const effort = request.reasoning_effort ?? 'none';
  return facts?.supportsNoReasoning === true && effort === 'none';
}
