import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  wire: 'translated',
  unsupported: ['logprobs', 'top_logprobs', 'logit_bias'],
  messageMembers: {
    system: ['role', 'content', 'name'],
    user: ['role', 'content', 'name'],
    assistant: ['role', 'content', 'name', 'tool_calls', 'function_call', 'reasoning'],
    tool: ['role', 'content', 'tool_call_id', 'name'],
  },
});
