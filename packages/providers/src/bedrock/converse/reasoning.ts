import { asObject, asString, type JsonObject } from '../../kit/json.ts';
import type { MemberReview } from '../../kit/request/member-review.ts';
import type { ChatCall } from '../../spec/operations/chat.ts';
import { readBedrockModel } from '../bedrock-model.ts';

/** Nova's three words for how much to think (AWS, "Amazon Nova 2: extended thinking", 2026-11), by OpenAI's. */
const NOVA_EFFORTS: ReadonlyMap<string, string> = new Map([
  ['minimal', 'low'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['xhigh', 'high'],
]);

/** What asks a model to think, among the members that are each model's own; a model that does not think is told nothing. */
export function reasoningFields({ request, model }: ChatCall, review: MemberReview): JsonObject {
  const effort = asString(request.reasoning_effort) ?? asString(asObject(request.reasoning_effort)?.effort);
  if (effort === undefined) return {};
  const { id } = readBedrockModel(model);
  if (/(^|[./])nova-2-/.test(id)) return novaFields(effort, review);
  if (effort === 'none') return {};
  // OpenAI's open models take its own word (AWS, "OpenAI models", 2026-11).
  if (/(^|[./])gpt-oss/.test(id)) return { reasoning_effort: effort };
  review.leaveOut('reasoning_effort', 'it is not supported');
  return {};
}

function novaFields(effort: string, review: MemberReview): JsonObject {
  if (effort === 'none') return { reasoningConfig: { type: 'disabled' } };
  const maxReasoningEffort = NOVA_EFFORTS.get(effort);
  if (maxReasoningEffort !== undefined) return { reasoningConfig: { type: 'enabled', maxReasoningEffort } };
  throw review.refusal(
    `reasoning_effort must be one of none, ${[...NOVA_EFFORTS.keys()].join(', ')}`,
    'reasoning_effort',
  );
}
