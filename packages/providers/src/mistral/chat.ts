import { openAiChat } from '../openai-wire/chat.ts';
import { mistralMessageMembers } from '../mistral-wire/message-members.ts';
import { mistralToolChoice } from '../mistral-wire/mistral-tool-choice.ts';
import { mistralToolCallId } from '../mistral-wire/tool-call-id.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  wire: 'translated',
  takesStreamOptions: false,
  renamed: { max_completion_tokens: 'max_tokens', seed: 'random_seed' },
  unsupported: [
    'user',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'reasoning_effort',
    'service_tier',
    'verbosity',
    'store',
  ],
  messageMembers: mistralMessageMembers,
  toolCallId: mistralToolCallId,
  prepareBody: mistralToolChoice,
});
