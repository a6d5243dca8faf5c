import type { JsonObject } from '../kit/json.ts';
import type { MemberReview } from '../kit/request/member-review.ts';
import type { OpenAiChatDialect } from '../openai-wire/chat-dialect.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import { mistralMessageMembers } from './message-members.ts';
import { mistralToolChoice } from './mistral-tool-choice.ts';
import { mistralToolCallId } from './tool-call-id.ts';

/** Mistral's own API, wherever it answers (docs.mistral.ai, "Chat", 2026-11). */
export const mistralDialect: OpenAiChatDialect = {
  wire: 'translated',
  takesStreamOptions: false,
  renamed: { max_completion_tokens: 'max_tokens', seed: 'random_seed' },
  unsupported: [
    'user',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'service_tier',
    'verbosity',
    'store',
    'modalities',
    'audio',
    'functions',
    'function_call',
    'web_search_options',
    'safety_identifier',
    'prompt_cache_key',
    'prompt_cache_retention',
  ],
  messageMembers: mistralMessageMembers,
  refusesEmptyTurns: true,
  toolCallId: mistralToolCallId,
  prepareBody(body, call, review) {
    mistralToolChoice(body);
    prepareEffort(body, call, review);
  },
};

/** Magistral reasons whenever it is asked; of the others only those take an effort that say so (docs.mistral.ai, "Reasoning", 2026-11). */
function prepareEffort(body: JsonObject, { model, facts }: ChatCall, review: MemberReview): void {
  if (body.reasoning_effort === undefined || review.insistsOn('reasoning_effort')) return;
  if (/magistral/i.test(model)) review.warn('reasoning_effort', 'the model reasons with every answer');
  else if (facts?.reasons !== true) review.leaveOut('reasoning_effort', 'it is not supported');
  else return;
  body.reasoning_effort = undefined;
}
