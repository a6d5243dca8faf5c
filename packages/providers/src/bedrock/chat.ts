import { anthropicChat } from '../anthropic-wire/chat.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import { isClaudeOnBedrock } from './bedrock-model.ts';
import { converseChat } from './converse/chat.ts';
import { vendor } from './vendor.ts';

/** Claude by Anthropic's wire, all others by Bedrock's own. */
export const chat: HttpChat = {
  ...anthropicChat(vendor),
  others: [
    {
      name: 'bedrock/converse',
      title: 'Amazon Bedrock by Converse',
      fits: (model) => !isClaudeOnBedrock(model),
      chat: converseChat(vendor),
    },
  ],
};
