import { anthropicChat } from '../anthropic-wire/chat.ts';
import { openAiChat } from '../openai-wire/chat.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import { claudeVendor, isClaudeOnSnowflake, vendor } from './vendor.ts';

/** Claude by Anthropic's wire, all others by OpenAI's. */
export const chat: HttpChat = {
  ...openAiChat(vendor, { renamed: { max_tokens: 'max_completion_tokens' } }),
  others: [
    {
      name: 'anthropic',
      title: 'Claude at Snowflake Cortex',
      fits: isClaudeOnSnowflake,
      chat: anthropicChat(claudeVendor),
    },
  ],
};
