import { openAiChat } from '../openai-wire/chat.ts';
import { askForJsonInWords } from './ask-for-json-in-words.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  renamed: { max_completion_tokens: 'max_tokens' },
  unsupported: ['n', 'seed', 'logit_bias', 'parallel_tool_calls'],
  extraMessageMembers: ['reasoning_content'],
  prepareBody: askForJsonInWords,
});
