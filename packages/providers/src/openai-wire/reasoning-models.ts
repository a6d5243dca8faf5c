import type { JsonObject } from '../kit/json.ts';
import { leaveOut, type MemberReview } from '../kit/request/member-review.ts';
import type { ProviderCall } from '../spec/call.ts';
import type { ChatCall } from '../spec/operations/chat.ts';

/** What reasoning refuses (OpenAI, "Reasoning models" and "Using GPT-5.2", 2026): sampling is not the caller's then. */
const samplingMembers = ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty', 'logprobs', 'top_logprobs'];

/** o1 and later, gpt-5 and later, but for the chat variant of the first gpt-5, which does not reason. */
const REASONING_NAME = /^(o[1-9]|gpt-5(?!-chat)(\.\d+)?|gpt-[6-9](\.\d+)?)([-:]|$)/;

/** What stands before the name of the model that was tuned: `ft:o4-mini-2025-04-16:my-org::id`. */
const FINE_TUNED = /^ft:/;

/** LiteLLM's names for Azure's deployments of such models, whatever they are called. */
const REASONING_SERIES = ['o_series/', 'gpt5_series/'];

/** By the name that OpenAI gave it: a deployment has that of its `base_model`, or says its series. */
export function isReasoningModel({
  model,
  settings: { baseModel },
}: Pick<ProviderCall, 'model' | 'settings'>): boolean {
  if (REASONING_SERIES.some((series) => model.startsWith(series))) return true;
  const name = baseModel ?? model;
  return REASONING_NAME.test(name.slice(name.lastIndexOf('/') + 1).replace(FINE_TUNED, ''));
}

/** Reasoning models count their thinking in `max_completion_tokens`, and refuse `max_tokens`. */
export function prepareReasoningBody(body: JsonObject, call: ChatCall, review: MemberReview): void {
  if (!isReasoningModel(call)) return;
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
