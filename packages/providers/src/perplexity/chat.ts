import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  takesStreamOptions: false,
  renamed: { max_completion_tokens: 'max_tokens' },
  unsupported: ['tools', 'tool_choice', 'parallel_tool_calls', 'stop', 'seed', 'n', 'user', 'logprobs', 'logit_bias'],
});
